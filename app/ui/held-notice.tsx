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
        <p>No holding line is cleared: say nothing on message {number}.</p>
      ) : (
        <>
          <p>
            <b>Say instead, until {instead.until}:</b>
          </p>
          <p className="words">{instead.text}</p>
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
      {held.instead === null ? "No holding line is cleared." : <>Say instead: {held.instead.text}</>}
    </p>
  );
}
