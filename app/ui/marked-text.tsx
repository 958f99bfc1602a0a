import { parseMarks, type Run, type WordsRun } from "#app/text/marks.ts";

/**
 * A text in the notation of papers, as it is read. `numberOf` gives the number under which a proof point stands among
 * the sources of the page, by its code; where it stands nowhere, the code itself is shown. A page that numbers no sources
 * shows no mark.
 */
export function MarkedText({
  text,
  numberOf = null,
}: {
  text: string;
  numberOf?: ((code: string) => number | null) | null;
}) {
  return (
    <>
      {parseMarks(text).map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text is drawn once
        <RunOfText key={index} run={run} numberOf={numberOf} />
      ))}
    </>
  );
}

function RunOfText({ run, numberOf }: { run: Run; numberOf: ((code: string) => number | null) | null }) {
  if (run.kind === "words") return <RunOfWords run={run} />;
  if (numberOf === null) return null;
  const number = numberOf(run.code);
  return <sup>{number === null ? run.code : <FootnoteLink number={number} />}</sup>;
}

/** The mark of a footnote, leading to the list of sources on the same page. */
export function FootnoteLink({ number }: { number: number }) {
  return (
    <a href={`#f${number}`} aria-label={`Source ${number}`}>
      {number}
    </a>
  );
}

function RunOfWords({ run: { text, isStrong, isEmphasis, address } }: { run: WordsRun }) {
  const emphasised = isEmphasis ? <em>{text}</em> : text;
  const words = isStrong ? <strong>{emphasised}</strong> : emphasised;
  if (address === null) return words;
  return (
    <a href={address} rel="noreferrer">
      {words}
    </a>
  );
}

/** Guidance for our own side: shown inside the house alone, and never as something that is said. */
export function NoteToSpeaker({ note }: { note: string }) {
  if (note === "") return null;
  return (
    <p className="note prewrap to-speaker">
      <b>Note to the speaker, not to be said.</b> <MarkedText text={note} />
    </p>
  );
}

/**
 * The words with each measure kept on the line of its number, and each month on that of its day: "90 %", "17 h", "n 24", "6 Nov".
 * For what is worked out, and for pages alone: files keep the blank that is searched for, and a text of somebody's keeps its own.
 */
export function unbroken(text: string): string {
  return text.replaceAll(
    /(?<=\d) (?=%|(?:h|min|million|billion)(?!\p{L}))|(?<=\bn) (?=\d)|(?<=\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)) (?=\d)|(?<=\b\d{1,2}) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/gu,
    "\u00a0",
  );
}
