const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/**
 * A text cut into sentences and the blanks between them; put together again they are the text, to the last space.
 * The blanks stand apart so that a sentence stays itself when another comes after it.
 */
export function sentencesOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment).flatMap((segment) => {
    const sentence = segment.trimEnd();
    return [sentence, segment.slice(sentence.length)].filter((part) => part !== "");
  });
}
