import { blocksOf, SECTION_TITLES, type TalkingPoints } from "./talking-points.ts";

/**
 * A remark on a block of a paper, or on the whole of it (`blockId` null and no quote). `quote` is what the block said
 * then, so that the remark stays understood after the block was changed or removed.
 */
export type Comment = {
  id: string;
  blockId: string | null;
  answersId: string | null;
  quote: string;
  text: string;
  madeBy: string;
  madeAt: Date;
  resolvedBy: string | null;
  resolvedAt: Date | null;
};

/** A remark with what was replied to it, the earliest first. */
export type Thread = { comment: Comment; replies: readonly Comment[] };

/** Remarks with their replies: those still open first, each group in the order in which they were made. */
export function threadsOf(comments: readonly Comment[]): readonly Thread[] {
  const threads = comments
    .filter(({ answersId }) => answersId === null)
    .map((comment) => ({
      comment,
      replies: comments.filter(({ answersId }) => answersId === comment.id),
    }));
  return [
    ...threads.filter(({ comment }) => isOpen(comment)),
    ...threads.filter(({ comment }) => !isOpen(comment)),
  ];
}

/** How many remarks wait for an answer: those that nobody has resolved; replies count with their remark. */
export function countOpen(comments: readonly Comment[]): number {
  return comments.filter((comment) => comment.answersId === null && isOpen(comment)).length;
}

function isOpen({ resolvedAt }: Comment): boolean {
  return resolvedAt === null;
}

/**
 * What a remark is on, in words: "on point 3", "on “Avoid”", "on the paper"; "on a point that was removed" once the
 * block is gone. `isChanged` says that the block no longer reads as it did.
 */
export function placeOfComment(
  comment: Comment,
  paper: TalkingPoints,
): { words: string; isChanged: boolean } {
  const block = paper.blocks.find(({ id }) => id === comment.blockId);
  if (block === undefined) {
    return comment.quote === ""
      ? { words: "on the paper", isChanged: false }
      : { words: "on a point that was removed", isChanged: true };
  }
  const number = blocksOf(paper, block.section).indexOf(block) + 1;
  const isChanged = quoteOf(block.text) !== comment.quote;
  if (block.section === "points to make") return { words: `on point ${number}`, isChanged };
  const title = SECTION_TITLES[block.section];
  const which = block.heading === "" ? "" : `, ${block.heading}`;
  return { words: `on “${title}”${which}`, isChanged };
}

const LONGEST_QUOTE = 400;

/** What a remark keeps of the block it is on: its words, at most 400 characters of them. */
export function quoteOf(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}
