import type { Block } from "#app/campaign/paper-text/paper.ts";
import { atWord } from "#app/text/cut.ts";
import { counted } from "#app/text/in-words.ts";
import { plainWords } from "#app/text/marks.ts";
import { staleSince } from "#app/time/as-of.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { State } from "#app/ui/marks.tsx";
import type { PaperView } from "../../pages/paper-view.server.ts";
import type { Check } from "../checks.ts";

/** What to know before the paper is used, each with its block, and how long it takes to say. */
export function PaperChecks({ view }: { view: PaperView }) {
  const { checks, numbered } = view;
  const isOutOfUse = ({ check }: Check) => check === "stale source" || check === "retired source";
  const areCurrent = numbered.length > 0 && !checks.some(isOutOfUse);
  return (
    <section aria-labelledby="checks" data-renewed="checks">
      <h2 id="checks">Checks</h2>
      <ul className="check-list">
        {warningsOf(view).map((warning) => (
          <li key={warning.words}>
            <State kind={warning.kind}>{warning.words}</State>
            <Places warning={warning} />
          </li>
        ))}
        {areCurrent ? (
          <li>
            <State kind="ok">
              {numbered.length === 1
                ? "The proof point is"
                : `${numbered.length === 2 ? "Both" : `All ${numbered.length}`} proof points are`}{" "}
              current
            </State>
          </li>
        ) : null}
        <ReadingTime view={view} />
      </ul>
    </section>
  );
}

function Places({ warning: { at } }: { warning: Warning }) {
  if (at.length === 0) return null;
  return (
    <ul className="places">
      {at.map(({ blockId, words }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once
        <li key={index}>
          <a href={`#${blockId}`}>{words}</a>
        </li>
      ))}
    </ul>
  );
}

function ReadingTime({ view: { minutes, slotMinutes } }: { view: PaperView }) {
  const isTooLong = slotMinutes !== null && minutes > slotMinutes;
  return (
    <li>
      <State kind={isTooLong ? "bad" : "ok"}>
        Takes {aboutMinutes(minutes)} to read aloud
        {slotMinutes === null ? "" : `, in a slot of ${counted(slotMinutes, "minute")}`}
      </State>
    </li>
  );
}

function aboutMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  return whole < 1 ? "under a minute" : `about ${counted(whole, "minute")}`;
}

/** One line of the checks, with the places that it speaks of. */
type Warning = { kind: "warn" | "bad" | "off"; words: string; at: readonly Place[] };
type Place = { blockId: string; words: string };

/** The checks of a paper in words: what is said of several blocks in one way is said once, with each of them named. */
function warningsOf({ checks, today, status }: PaperView): readonly Warning[] {
  const kinds = Map.groupBy(checks, (check) =>
    check.check === "wording" ? `wording: ${check.wording.wording}` : check.check,
  );
  return [...kinds.values()].flatMap((kind) => warningsOfKind(kind, today, status.status === "cleared"));
}

function warningsOfKind(
  checks: readonly Check[],
  today: CalendarDate,
  isCleared: boolean,
): readonly Warning[] {
  const [first] = checks;
  const places = checks.flatMap((check) => ("block" in check ? [placeOf(check.block)] : []));
  switch (first?.check) {
    case "claim without a source":
      return [{ kind: "warn", words: `${counted(checks.length, "claim")} without a source`, at: places }];
    case "figure without a source":
      return [
        {
          kind: "warn",
          words: `${counted(checks.length, "figure")} without a source`,
          at: checks.flatMap(figure),
        },
      ];
    case "wording":
      return [wordingWarning(first, checks.length, { at: places, isCleared })];
    default:
      return checks.flatMap((check) => warningOf(check, today));
  }
}

function figure(check: Check): readonly Place[] {
  if (check.check !== "figure without a source") return [];
  return [{ blockId: check.block.id, words: atWord(check.sentence, 40) }];
}

function wordingWarning({ wording: { wording } }: WordingCheck, count: number, about: About): Warning {
  const { at, isCleared } = about;
  const blocks = counted(count, "block");
  if (wording === "changed at its origin")
    return { kind: "warn", words: `${blocks} with a newer wording`, at };
  if (wording === "note to the speaker") {
    const words = `${counted(count, "note")} to the speaker: not said, and not given to outsiders`;
    return { kind: "warn", words, at };
  }
  const words = `${blocks} ${UNCLEARED[wording] ?? "not cleared in the library"}${isCleared ? "" : ": ministry clearance needed"}`;
  return { kind: "off", words, at };
}

type WordingCheck = Extract<Check, { check: "wording" }>;
type About = { at: readonly Place[]; isCleared: boolean };

const UNCLEARED: Partial<Record<WordingCheck["wording"]["wording"], string>> = {
  "own words": "in the drafter’s own words",
  altered: "altered here",
  "own heading": "under the drafter’s own heading",
  "cleared for the embassy only": "cleared for the embassy only",
};

/** What is said about each check by itself. */
function warningOf(check: Check, today: CalendarDate): readonly Warning[] {
  const at = "block" in check ? [placeOf(check.block)] : [];
  switch (check.check) {
    case "too many points":
      return [
        { kind: "warn", words: `${check.count} points to make; a listener will remember about six`, at },
      ];
    case "too long":
      return [{ kind: "bad", words: `Longer than the event, which lasts ${check.slotMinutes} minutes`, at }];
    case "stale source":
      return [
        {
          kind: "bad",
          words: `${check.footnote.code} has been ${staleSince(check.footnote.reviewBy, today)}`,
          at,
        },
      ];
    case "internal source":
      return [{ kind: "bad", words: `${check.footnote.code} is internal, not to be disclosed`, at }];
    case "retired source":
      return [{ kind: "bad", words: `${check.footnote.code} is retired`, at }];
    case "avoided words":
      return [{ kind: "bad", words: `“${check.words}” should be avoided (${check.line.of})`, at }];
    case "claim without a source":
    case "figure without a source":
    case "wording":
      return [];
  }
}

function placeOf(block: Block): Place {
  return {
    blockId: block.id,
    words: block.heading === "" ? atWord(plainWords(block.text), 40) : block.heading,
  };
}
