import { addComment, replyToComment } from "#app/campaign/talking-points/clearing/comments.server.ts";
import { listComments } from "#app/campaign/talking-points/clearing/comments-on-papers.server.ts";
import { findPaper } from "#app/campaign/talking-points/text.server.ts";
import type { Change } from "#db/change.server.ts";
import type { PaperText } from "./paper-text.server.ts";
import type { Answer } from "./scribe.server.ts";

/** The clearer remarks on the first point. */
export async function remark(change: Change, { target, paper }: PaperText): Promise<Answer> {
  const found = await findPaper(change.read, target.campaignId, target.paperId);
  const block = found?.text.blocks.find(({ section }) => section === "points to make");
  return addComment(change, target, { blockId: block?.id ?? null, text: paper.comment });
}

/** The drafter replies to what was remarked. */
export async function reply(change: Change, { target, paper }: PaperText): Promise<Answer> {
  const [first] = await listComments(change.read, target.paperId);
  if (first === undefined) return { ok: false, reason: "not-found" };
  return replyToComment(change, target, { commentId: first.id, text: paper.reply });
}
