import { inWords } from "#app/text/in-words.ts";
import { plainWords } from "#app/text/marks.ts";
import { formatDay } from "#app/time/format.ts";
import { ButtonForm } from "#app/ui/form-frame.tsx";
import { State } from "#app/ui/marks.tsx";
import { useToday } from "#app/ui/two-clocks.tsx";
import { WordDiff } from "#app/ui/word-diff.tsx";
import type { BeforeYouSayIt } from "./before-you-say-it.server.ts";

type Seen = BeforeYouSayIt["differences"][number];

const WHAT = {
  figure: "Different figure or edition",
  evidence: "The evidence has changed",
  wording: "Different words",
} as const;

/** One difference: both texts side by side, what follows, and the way to say it openly. */
export function DifferenceItem({ one, page }: { one: Seen; page: string }) {
  return (
    <li className={one.isSaidOpenly ? "difference said-openly" : "difference"}>
      <p>
        {one.isSaidOpenly ? (
          <State kind="ok">Said openly</State>
        ) : (
          <State kind="warn">{WHAT[one.kind]}</State>
        )}{" "}
        <span className="note">{one.soThat ?? "What another campaign told them may not be shown here."}</span>
      </p>
      <dl className="told-sides">
        <div>
          <dt>
            {one.whom.join(", ")} heard on {formatDay(one.day, useToday())}
            {one.occasion === null
              ? ", from another campaign"
              : one.occasion.by.length === 0
                ? ""
                : `, from ${inWords(one.occasion.by)}`}
          </dt>
          <dd>
            <Told one={one} />
          </dd>
        </div>
        <div>
          <dt>
            <a href={one.block}>{one.point === null ? "A reply under “If raised”" : `Point ${one.point}`}</a>{" "}
            {one.now.carriedWith === null ? "says" : `is backed by ${one.now.carriedWith}`}
          </dt>
          <dd>
            <Planned one={one} />
          </dd>
        </div>
      </dl>
      {one.maySayIt && !one.isSaidOpenly ? <SayItOpenly one={one} page={page} /> : null}
    </li>
  );
}

function Planned({ one: { kind, now, occasion, plannedText } }: { one: Seen }) {
  const words = plainWords(plannedText);
  if (kind !== "wording") {
    return (
      <>
        <b>{now.text}</b> <span className="told-said">{words}</span>
      </>
    );
  }
  const told = plainWords(occasion?.toldText ?? "");
  return (
    <span className="told-said">{areAlike(told, words) ? <WordDiff from={told} to={words} /> : words}</span>
  );
}

/** Of texts that share few words every word would be marked: they are read side by side. */
function areAlike(one: string, other: string): boolean {
  const words = new Set(one.split(/\s+/));
  const others = other.split(/\s+/);
  return others.filter((word) => words.has(word)).length >= others.length / 2;
}

function Told({ one: { told, occasion, kind } }: { one: Seen }) {
  if (told === null) return "A different value or edition of the same figure.";
  if (kind === "wording" && occasion !== null)
    return <span className="told-said">{plainWords(occasion.toldText)}</span>;
  return (
    <>
      {told.carriedWith === null ? null : `Backed by ${told.carriedWith}: `}
      <b>{told.text}</b>{" "}
      {occasion === null ? null : <span className="told-said">{plainWords(occasion.toldText)}</span>}
    </>
  );
}

function SayItOpenly({ one, page }: { one: Seen; page: string }) {
  const fields = (section: string) => ({ difference: one.key, section });
  return (
    <div className="acts told-acts">
      <ButtonForm
        action={page}
        fields={fields("points to make")}
        label={
          <>
            Say it openly<span className="visually-hidden">: {one.now.text}</span>
          </>
        }
      />
      <ButtonForm
        action={page}
        fields={fields("background")}
        className="linklike"
        label={
          <>
            Keep it in the background<span className="visually-hidden">: {one.now.text}</span>
          </>
        }
      />
    </div>
  );
}
