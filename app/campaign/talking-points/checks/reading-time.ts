import { blocksOf, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { plainWords } from "#app/text/marks.ts";

/** A calm speaking pace. */
const WORDS_A_MINUTE = 130;

/** Minutes that the points to make take to say aloud at 130 words a minute; marks and footnotes are not read. */
export function readingMinutes(paper: TalkingPoints): number {
  const words = blocksOf(paper, "points to make").flatMap(({ text }) => plainWords(text).match(/\S+/g) ?? []);
  return words.length / WORDS_A_MINUTE;
}
