const segmenter = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** Footnote marks and stars, which belong to the sentence that they close. */
const MARKS = /\[\^[A-Za-z0-9]{1,12}\]|\*+/g;

/**
 * A text cut into sentences and the blanks between them; put together again they are the text, to the last space.
 * The blanks stand apart so that a sentence stays itself when another comes after it, and the marks of the notation
 * stay with their sentence.
 */
export function sentencesOf(text: string): readonly string[] {
  // To the segmenter a mark is so many closing brackets.
  const shape = text.replaceAll(MARKS, (mark) => ")".repeat(mark.length));
  return Array.from(segmenter.segment(shape)).flatMap(({ index, segment }) => {
    const whole = text.slice(index, index + segment.length);
    const sentence = whole.trimEnd();
    return [sentence, whole.slice(sentence.length)].filter((part) => part !== "");
  });
}

/** A text, typed or made, as a sentence: it ends once, with a stop where it has no end of its own. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…][”"’)\]*]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
