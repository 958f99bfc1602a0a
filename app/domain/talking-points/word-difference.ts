import { diffChars, diffWordsWithSpace } from "diff";
import { withLineFeeds } from "./text-hash.ts";

export type WordDifference = { kind: "same" | "added" | "removed"; text: string };

/** Above this many differing words, two texts are shown as replaced whole: nobody reads such a difference. */
const WORDS_WORTH_COMPARING = 2000;

/** Two texts that share less than this part of their letters are two texts, not one that was reworded. */
const LEAST_SHARED = 0.35;

/**
 * What became of each word from one text to the other, in reading order. Spaces count as words. Texts that have
 * little in common come out as one removed and one added.
 */
export function wordDifference(before: string, after: string): readonly WordDifference[] {
  const options = { maxEditLength: WORDS_WORTH_COMPARING };
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

/**
 * The code points, like "U+200B", by which two texts differ although they look alike on the screen; empty when
 * the difference can be seen. Look-alikes between alphabets count as seen.
 */
export function unseenDifference(before: string, after: string): readonly string[] {
  if (before === after || asSeen(before) !== asSeen(after)) return [];
  const differing = diffChars(before, after).filter((part) => part.added || part.removed);
  return [...new Set(differing.flatMap((part) => [...part.value].map(codePointName)))];
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
