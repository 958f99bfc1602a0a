import { diffChars, diffWordsWithSpace } from "diff";
import { withLineFeeds } from "#app/text/text-hash.ts";

export type WordDifference = { kind: "same" | "added" | "removed"; text: string };

/** Above this many differing words, two texts are shown as replaced whole: nobody reads such a difference. */
const WORDS_WORTH_COMPARING = 600;

/**
 * How many differing words are worth finding in each of so many texts that one page compares. The work goes with the
 * square of this number, so that all of them together cost what one text does, some hundredths of a second.
 */
export function wordsWorthComparing(texts: number): number {
  return Math.ceil(WORDS_WORTH_COMPARING / Math.sqrt(Math.max(1, texts)));
}

/** Two texts that share less than this part of their letters are two texts, not one that was reworded. */
const LEAST_SHARED = 0.35;

/**
 * What became of each word from one text to the other, in reading order. Spaces count as words. Texts that have
 * little in common, or differ in more than `most` words, come out as one removed and one added.
 */
export function wordDifference(
  before: string,
  after: string,
  most: number = WORDS_WORTH_COMPARING,
): readonly WordDifference[] {
  if (before === after) return before === "" ? [] : [{ kind: "same", text: withLineFeeds(before) }];
  const options = { maxEditLength: most };
  const parts = diffWordsWithSpace(withLineFeeds(before), withLineFeeds(after), options);
  if (parts === undefined) return replacedWhole(before, after);
  const difference = parts.map((part): WordDifference => ({ kind: kindOf(part), text: part.value }));
  const shared = lettersOf(
    difference
      .filter((part) => part.kind === "same")
      .map((part) => part.text)
      .join(""),
  );
  const longer = Math.max(lettersOf(before), lettersOf(after));
  return shared < longer * LEAST_SHARED ? replacedWhole(before, after) : difference;
}

function kindOf(part: { added: boolean; removed: boolean }): WordDifference["kind"] {
  if (part.added) return "added";
  return part.removed ? "removed" : "same";
}

function replacedWhole(before: string, after: string): readonly WordDifference[] {
  const parts: readonly WordDifference[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return parts.filter((part) => part.text !== "");
}

function lettersOf(text: string): number {
  return text.replaceAll(/\s/g, "").length;
}

/** Where more letters differ unseen than these, all that cannot be seen in either text is named. */
const MOST_UNSEEN = 200;

/**
 * The code points, like "U+200B", by which two texts differ although they look alike on the screen; empty when
 * the difference can be seen. Look-alikes between alphabets count as seen.
 */
export function unseenDifference(before: string, after: string): readonly string[] {
  if (before === after || asSeen(before) !== asSeen(after)) return [];
  const parts = diffChars(before, after, { maxEditLength: MOST_UNSEEN });
  const differing = parts?.filter((part) => part.added || part.removed).map(({ value }) => value);
  const all = [before, after].flatMap((text) => text.match(/\p{Cf}|\p{Cc}/gu) ?? []);
  return [...new Set((differing ?? all).flatMap((text) => [...text].map(codePointName)))];
}

function asSeen(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/\p{Cf}|\p{Cc}/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
