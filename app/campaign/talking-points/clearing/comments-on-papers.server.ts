import type { Kysely } from "kysely";
import type { Comment } from "#app/campaign/clearances/comments.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** What was remarked on a paper, the earliest first. */
export async function listComments(read: Kysely<Schema>, paperId: string): Promise<Comment[]> {
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
export async function countOpenComments(read: Kysely<Schema>, paperId: string): Promise<number> {
  const row = await read
    .selectFrom("clearance_comment")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("talking_points_id", "=", paperId)
    .where("answers_comment_id", "is", null)
    .where("resolved_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
