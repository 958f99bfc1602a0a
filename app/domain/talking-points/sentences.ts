const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** A text cut into sentences; put together again they are the text, to the last space. */
export function sentencesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
