import { listDesksEver } from "#app/campaign/clearances/desks.server.ts";
import { findPaper } from "#app/campaign/paper-text/papers.server.ts";
import type { Change, Done, Gone } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { describePaper, type PaperTarget } from "../target.server.ts";
import { type Comment, maySettle, quoteOf, sideOf } from "./comments.ts";

/** Remarks on a block as it reads now, or on the paper where `blockId` is null. */
export async function addComment(
  change: Change,
  target: PaperTarget,
  { blockId, text }: { blockId: string | null; text: string },
): Promise<Done | Gone> {
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  const block = paper?.text.blocks.find((one) => one.id === blockId);
  if (paper === null || (blockId !== null && block === undefined)) return { ok: false, reason: "not-found" };
  const about = { blockId, quote: block === undefined ? "" : quoteOf(block.text), answersId: null };
  const id = await insertComment(change, target, { ...about, text });
  return describePaper(change, target, "commented on", "Added a comment", `comment-${id}`);
}

/** Replies to a remark. */
export async function replyToComment(
  change: Change,
  target: PaperTarget,
  { commentId, text }: { commentId: string; text: string },
): Promise<Done | Gone> {
  const comment = await findComment(change, target, commentId);
  if (comment === null) return { ok: false, reason: "not-found" };
  const { blockId } = comment;
  await insertComment(change, target, { blockId, quote: "", answersId: commentId, text });
  return describePaper(change, target, "commented on", "Replied to a comment", `comment-${commentId}`);
}

/** Settles a remark, for who may, or opens it again. */
export async function settleComment(
  change: Change,
  target: PaperTarget,
  { commentId, isResolved }: { commentId: string; isResolved: boolean },
): Promise<Done | Gone | { ok: false; reason: "not-yours-to-settle" }> {
  const comment = await findComment(change, target, commentId);
  const paper = await findPaper(change.read, target.campaignId, target.paperId);
  if (comment === null || paper === null) return { ok: false, reason: "not-found" };
  const { accountId, now } = change.author;
  const among = { drafterId: paper.draftedBy.id, desks: await listDesksEver(change.read, target.campaignId) };
  if (isResolved && !maySettle(comment, accountId, among))
    return { ok: false, reason: "not-yours-to-settle" };
  const resolved = { resolved_by: accountId, resolved_at: now.toISOString() };
  const patch = isResolved ? resolved : { resolved_by: null, resolved_at: null };
  await change.update("clearance_comment", commentId, patch, null);
  const summary = isResolved ? "Resolved a comment" : "Reopened a comment";
  return describePaper(change, target, "commented on", summary, `comment-${commentId}`);
}

/** The remark of that id on a paper of the campaign; replies are not answered by themselves. */
async function findComment(
  change: Change,
  { campaignId, paperId }: PaperTarget,
  commentId: string,
): Promise<Comment | null> {
  if ((await findPaper(change.read, campaignId, paperId)) === null) return null;
  const comments = await listComments(change.read, paperId);
  return comments.find(({ id, answersId }) => id === commentId && answersId === null) ?? null;
}

async function insertComment(
  change: Change,
  { campaignId, paperId }: PaperTarget,
  comment: Pick<Comment, "blockId" | "quote" | "answersId" | "text">,
): Promise<string> {
  const id = newId();
  await change.insert("clearance_comment", {
    id,
    talking_points_id: paperId,
    talking_points_block_id: comment.blockId,
    answers_comment_id: comment.answersId,
    quote: comment.quote,
    text: comment.text,
    side: sideOf(change.author.accountId, await listDesksEver(change.read, campaignId)),
    made_by: change.author.accountId,
    made_at: change.author.now.toISOString(),
    resolved_by: null,
    resolved_at: null,
  });
  return id;
}

/** What was remarked on a paper, the earliest first. */
export async function listComments(read: Queries, paperId: string): Promise<Comment[]> {
  return (await commentsOn(read, { paper: paperId })).map((row) => ({
    id: row.id,
    blockId: row.talking_points_block_id,
    answersId: row.answers_comment_id,
    quote: row.quote,
    text: row.text,
    side: row.side,
    madeById: row.made_by,
    madeBy: row.maker_name,
    madeAt: new Date(row.made_at),
    resolvedBy: row.resolver_name,
    resolvedAt: row.resolved_at === null ? null : new Date(row.resolved_at),
  }));
}

const commentsOn = keptQuery((read, place: Place<"paper">) =>
  read
    .selectFrom("clearance_comment as comment")
    .innerJoin("account as maker", "maker.id", "comment.made_by")
    .leftJoin("account as resolver", "resolver.id", "comment.resolved_by")
    .selectAll("comment")
    .select(["maker.name as maker_name", "resolver.name as resolver_name"])
    .where("talking_points_id", "=", place("paper"))
    .orderBy("made_at")
    .orderBy("comment.id"),
);

/** How many remarks on a paper nobody has resolved. */
export async function countOpenComments(read: Queries, paperId: string): Promise<number> {
  const row = await read
    .selectFrom("clearance_comment")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("talking_points_id", "=", paperId)
    .where("answers_comment_id", "is", null)
    .where("resolved_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
