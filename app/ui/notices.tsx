import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { useToday } from "#app/ui/two-clocks.tsx";
import { State } from "./marks.tsx";

/** A hold on something that a page shows; `instead` is the cleared line that stands in its place. */
export type HeldView = {
  messageId: string;
  number: number;
  since: string;
  reason: string;
  place: string;
  instead: {
    text: string;
    until: string;
    /** How it was cleared, in words. */
    manner: string;
  } | null;
};

/** What stands at the top of everything that a hold marks: since when, why, and what to say instead. */
export function HeldNotice({ held }: { held: readonly HeldView[] }) {
  return held.map(({ number, since, reason, place, instead }) => (
    <section key={place} className="instead" aria-label={`Hold on message ${number}`}>
      <p>
        <State kind="bad">Message {number} on hold</State> Since {since}: {reason}{" "}
        <a className="noprint" href={place}>
          See the hold
        </a>
      </p>
      {instead === null ? (
        <p>There is no cleared holding line: say nothing on message {number}.</p>
      ) : (
        <>
          <p>
            <b>Until {instead.until}, say instead:</b>
          </p>
          <p className="held-words">{instead.text}</p>
          <p className="note">{instead.manner}.</p>
        </>
      )}
    </section>
  ));
}

/** At the words of a message on which a hold lies: that nobody says them, and the line that is said in their place. */
export function SaidInstead({ held }: { held: HeldView | undefined }) {
  if (held === undefined) return null;
  return (
    <p className="said-instead">
      <State kind="bad">Message {held.number} on hold: not to be said</State>{" "}
      {held.instead === null ? "There is no cleared holding line." : <>Say instead: {held.instead.text}</>}
    </p>
  );
}

/** A hold as every page of its campaign shows it. `line` is what to say instead; `yours` counts the reader's own marked things. */
export type HoldBanner = {
  number: number;
  sentence: string;
  line: string | null;
  yours: number;
  place: string;
};

/** While holds lie, every page of the campaign carries them under the bar. They cannot be closed; the hold's own page has none. */
export function HoldBanners({ holds, path }: { holds: readonly HoldBanner[]; path: string }) {
  const shown = holds.filter(({ place }) => path !== place);
  if (shown.length === 0) return null;
  return (
    <aside className="holdbars" aria-label="Holds">
      {shown.map(({ number, sentence, line, yours, place }) => (
        <div key={place} className="holdbar">
          <State kind="bad">Message {number} on hold</State>
          <span>
            {sentence} {line === null ? null : <span className="hold-words">{line}</span>}{" "}
            {yours === 0
              ? null
              : yours === 1
                ? "One of your papers or events is affected."
                : `${yours} of your papers and events are affected.`}
          </span>
          <a href={place}>See the hold</a>
        </div>
      ))}
    </aside>
  );
}

/** An instruction that stands over what a page shows. */
export type OverView = {
  issuer: string;
  reference: string;
  redLines: readonly string[];
  expiresOn: CalendarDate | null;
  isAnswered: boolean;
  place: string;
};

/** What stands over a paper or an event: whose instruction, its red lines, and until when they bind. */
export function InstructionNotice({ over }: { over: readonly OverView[] }) {
  const today = useToday();
  return over.map(({ issuer, reference, redLines, expiresOn, isAnswered, place }) => (
    <section key={place} className="over" aria-label={`Instruction ${reference}`}>
      <p>
        <State kind={isAnswered ? "ok" : "warn"}>
          {isAnswered ? "Instruction, answered" : "Under instruction"}
        </State>{" "}
        <a href={place}>{reference}</a>, {issuer}
        {expiresOn === null ? null : `, until ${formatDay(expiresOn, today)}`}
      </p>
      {redLines.length === 0 ? null : (
        <ul aria-label="Red lines">
          {redLines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  ));
}

/** What is wrong with a file that was brought, each fault at its line. */
export function FileFaults({ title, faults }: { title: string; faults: readonly string[] }) {
  return (
    <div className="error-summary" role="alert" tabIndex={-1} aria-labelledby="faults" data-focus>
      <h2 id="faults">{title}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}
