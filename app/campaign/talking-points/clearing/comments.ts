import type { Authority } from "#app/campaign/clearances/clearance-status.ts";
import type { Desk, DeskPerson } from "#app/campaign/clearances/desk.ts";
import { blocksOf, SECTION_TITLES, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";

/**
 * A remark on a block of a paper, or on the whole of it (`blockId` null and no quote). `quote` is what the block said
 * then, so that the remark stays understood after the block was changed or removed; `side` is the one for which its
 * author spoke.
 */
export type Comment = {
  id: string;
  blockId: string | null;
  answersId: string | null;
  quote: string;
  text: string;
  side: Authority;
  madeById: string;
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

/** What of a desk says who is of it. */
type Seats = Pick<Desk, "side" | "holder" | "deputy" | "clearersOfSide">;

/** For which side somebody speaks: the ministry, who clears for it or sits at a desk of it; else the embassy. */
export function sideOf(accountId: string, desks: readonly Seats[]): Authority {
  const isOfMinistry = desks.some(
    (desk) => desk.side === "ministry" && (sitsAt(desk, accountId) || clearsAt(desk, accountId)),
  );
  return isOfMinistry ? "ministry" : "embassy";
}

/**
 * Whether somebody may settle a remark, as they stand now: who made it; and, but for the officer who drafted the paper,
 * somebody of the same desk, and a clearer of the side for which it was made. Source: DOMAIN.md, clearance.
 */
export function maySettle(
  { madeById, side }: Pick<Comment, "madeById" | "side">,
  accountId: string,
  { drafterId, desks }: { drafterId: string; desks: readonly Seats[] },
): boolean {
  if (accountId === madeById) return true;
  if (accountId === drafterId) return false;
  return desks.some(
    (desk) =>
      desk.side === side &&
      (clearsAt(desk, accountId) || (sitsAt(desk, accountId) && sitsAt(desk, madeById))),
  );
}

/** What to tell who may not settle a remark. */
export const NOT_YOURS_TO_SETTLE =
  "A comment can be resolved by its author, or by a colleague at the same desk or a clearer on the same side who did not draft the paper. Reply to it instead.";

function sitsAt({ holder, deputy }: Seats, accountId: string): boolean {
  return holder?.accountId === accountId || deputy?.accountId === accountId;
}

function clearsAt({ clearersOfSide }: { clearersOfSide: readonly DeskPerson[] }, accountId: string): boolean {
  return clearersOfSide.some((person) => person.accountId === accountId);
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
