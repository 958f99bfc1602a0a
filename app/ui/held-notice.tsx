import { State } from "#app/ui/marks.tsx";

/** A hold on something that a page shows; `instead` is the cleared line that stands in its place. */
export type HeldView = {
  number: number;
  since: string;
  reason: string;
  place: string;
  instead: {
    text: string;
    until: string;
    manner: "by a person" | "by silence" | "released by the head of mission";
  } | null;
};

const MANNERS = {
  "by a person": "Cleared",
  "by silence": "Cleared by silence",
  "released by the head of mission": "Released by the head of mission, to be reported after",
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
        <p>No holding line is cleared: say nothing on message {number}.</p>
      ) : (
        <>
          <p>
            <b>Say instead, until {instead.until}:</b>
          </p>
          <p className="words">{instead.text}</p>
          <p className="note">{MANNERS[instead.manner]}.</p>
        </>
      )}
    </section>
  ));
}
