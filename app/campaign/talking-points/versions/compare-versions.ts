import {
  type Block,
  blocksOf,
  SECTIONS,
  type Section,
  type TalkingPoints,
} from "#app/campaign/paper-text/paper.ts";
import { type WordDifference, wordDifference, wordsWorthComparing } from "./word-difference.ts";

/** One row of two versions side by side; a side is null where the block is not in that version. */
export type ComparedBlock = {
  section: Section;
  before: Block | null;
  after: Block | null;
  words: readonly WordDifference[];
  isMoved: boolean;
};

/**
 * Two versions of a paper side by side, block by block: the newer version's blocks in their order, then, in each
 * section, those that are gone. A block that went to another section stands once as gone and once as new.
 */
export function compareVersions(before: TalkingPoints, after: TalkingPoints): readonly ComparedBlock[] {
  const both = { before: wordsById(before), after: wordsById(after) };
  const changed = [...both.after].filter(
    ([id, words]) => both.before.has(id) && both.before.get(id) !== words,
  );
  const most = wordsWorthComparing(changed.length);
  return SECTIONS.flatMap((section) =>
    compareSection(section, blocksOf(before, section), blocksOf(after, section), most),
  );
}

function wordsById(paper: TalkingPoints): ReadonlyMap<string, string> {
  const blocks = SECTIONS.flatMap((section) => blocksOf(paper, section));
  return new Map(blocks.map((block) => [block.id, wordsOf(block)]));
}

function compareSection(
  section: Section,
  before: readonly Block[],
  after: readonly Block[],
  most: number,
): readonly ComparedBlock[] {
  const kept = before.filter((block) => after.some((other) => other.id === block.id));
  const keptAfter = after.filter((block) => before.some((other) => other.id === block.id));
  const rows = after.map((block): ComparedBlock => {
    const was = kept.find((other) => other.id === block.id) ?? null;
    const isMoved = was !== null && kept.indexOf(was) !== keptAfter.indexOf(block);
    return {
      section,
      before: was,
      after: block,
      words: wordDifference(wordsOf(was), wordsOf(block), most),
      isMoved,
    };
  });
  const gone = before
    .filter((block) => !kept.includes(block))
    .map((block): ComparedBlock => {
      return {
        section,
        before: block,
        after: null,
        words: wordDifference(wordsOf(block), ""),
        isMoved: false,
      };
    });
  return [...rows, ...gone];
}

function wordsOf(block: Block | null): string {
  if (block === null) return "";
  return block.heading === "" ? block.text : `${block.heading}: ${block.text}`;
}
