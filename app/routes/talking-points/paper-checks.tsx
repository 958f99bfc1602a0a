import type { Check } from "#app/domain/talking-points/checks.ts";
import { formatDate } from "#app/domain/time/format.ts";
import { State } from "#app/ui/marks.tsx";
import type { PaperView } from "./paper-view.server.ts";

/** What to know before the paper is used, and how long it takes to say. */
export function PaperChecks({ view }: { view: PaperView }) {
  const { checks, numbered, minutes } = view;
  const areCurrent = numbered.length > 0 && !checks.some((one) => one.check === "stale source");
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">Checks</h2>
      <ul className="list">
        {warnings(checks).map((warning) => (
          <li key={warning.words}>
            <State kind={warning.kind}>{warning.words}</State>
          </li>
        ))}
        {areCurrent ? (
          <li>
            <State kind="ok">
              {numbered.length === 1 ? "The proof point is" : `All ${numbered.length} proof points are`}{" "}
              current
            </State>
          </li>
        ) : null}
        <li>
          <State kind={minutes > 5 ? "warn" : "ok"}>Reads aloud in {aboutMinutes(minutes)}</State>
        </li>
      </ul>
    </section>
  );
}

type Warning = { kind: "warn" | "bad" | "off"; words: string };

function warnings(checks: readonly Check[]): readonly Warning[] {
  const counted = (wanted: Check["check"]) => checks.filter((one) => one.check === wanted).length;
  const unsourced = counted("no source");
  const uncleared = checks.filter(
    (one) => one.check === "wording" && one.wording.wording !== "changed at its origin",
  ).length;
  const outdated = counted("wording") - uncleared;
  return [
    ...checks.flatMap(warningOf),
    ...(unsourced === 0
      ? []
      : [{ kind: "warn" as const, words: `${plural(unsourced, "claim")} without a source` }]),
    ...(outdated === 0
      ? []
      : [
          {
            kind: "warn" as const,
            words: `${plural(outdated, "block")} with a newer wording in the library`,
          },
        ]),
    ...(uncleared === 0
      ? []
      : [
          {
            kind: "off" as const,
            words: `${plural(uncleared, "block")} not in cleared wording: the ministry clears`,
          },
        ]),
  ];
}

/** What is said about one check alone; the others are counted. */
function warningOf(check: Check): readonly Warning[] {
  switch (check.check) {
    case "too many points":
      return [{ kind: "warn", words: `${check.count} points to make; a listener keeps six` }];
    case "stale source":
      return [{ kind: "bad", words: `${check.footnote.code} is stale since ${formatDate(check.since)}` }];
    case "internal source":
      return [{ kind: "bad", words: `${check.footnote.code} is internal, not to be disclosed` }];
    case "no source":
    case "wording":
      return [];
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function aboutMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 1 ? "under a minute" : `about ${plural(whole, "minute")}`;
}
