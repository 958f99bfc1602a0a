import { type Kysely, sql } from "kysely";
import type { MatrixAudience, MatrixCell, MatrixMessage } from "#app/domain/campaigns/matrix.ts";
import type { Schema } from "#db/schema.ts";

/** Messages, audiences and their cells of a campaign. Reads sums by cell, so stored receptions cost nothing. */
export async function readMatrix(
  read: Kysely<Schema>,
  campaignId: string,
): Promise<{ messages: MatrixMessage[]; audiences: MatrixAudience[]; cells: MatrixCell[] }> {
  const [messages, audiences, cells] = await Promise.all([
    read
      .selectFrom("key_message as message")
      .innerJoin("message_revision as revision", (on) =>
        on.onRef("revision.key_message_id", "=", "message.id").on("revision.number", "=", latestRevision),
      )
      .select(["message.id", "message.number", "revision.title"])
      .where("message.campaign_id", "=", campaignId)
      .where("message.retired_at", "is", null)
      .orderBy("message.number")
      .execute(),
    read
      .selectFrom("campaign_audience as mine")
      .innerJoin("audience", "audience.id", "mine.audience_id")
      .select(["audience.id", "audience.name"])
      .where("mine.campaign_id", "=", campaignId)
      .where("mine.ended_on", "is", null)
      .orderBy("mine.position")
      .orderBy("audience.name")
      .execute(),
    read
      .selectFrom("observation_cell")
      .select(["key_message_id as messageId", "audience_id as audienceId", "n", "total", "last_on as lastOn"])
      .where("campaign_id", "=", campaignId)
      .execute(),
  ]);
  return { messages, audiences, cells };
}

const latestRevision = sql<number>`(
  select max(newest.number) from message_revision newest where newest.key_message_id = message.id)`;

/** The reader's own meetings that are over and not logged: how many, and the one that ended first. */
export async function findOldestMeetingToLog(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
  now: Date,
): Promise<{ count: number; title: string; endsAt: Date } | null> {
  const rows = await read
    .selectFrom("meeting_to_log as open")
    .innerJoin("outreach_event_officer as mine", "mine.outreach_event_id", "open.outreach_event_id")
    .innerJoin("outreach_event as event", "event.id", "open.outreach_event_id")
    .select(["event.title", "open.ends_at"])
    .where("open.campaign_id", "=", campaignId)
    .where("mine.account_id", "=", accountId)
    .where("open.ends_at", "<=", now.toISOString())
    .orderBy("open.ends_at")
    .execute();
  const [oldest] = rows;
  if (oldest === undefined) return null;
  return { count: rows.length, title: oldest.title, endsAt: new Date(oldest.ends_at) };
}

export type DueFollowUp = {
  id: string;
  text: string;
  dueOn: string;
  promisedBy: "us" | "them";
  ownerId: string | null;
  ownerName: string | null;
};

/** The open promises of a campaign that are due first, up to a day and at most so many. */
export async function listDueFollowUps(
  read: Kysely<Schema>,
  campaignId: string,
  until: string,
  most: number,
): Promise<DueFollowUp[]> {
  return read
    .selectFrom("follow_up")
    .leftJoin("account", "account.id", "follow_up.owner_account_id")
    .select(["follow_up.id", "follow_up.text", "due_on as dueOn", "promised_by as promisedBy"])
    .select(["account.id as ownerId", "account.name as ownerName"])
    .where("follow_up.campaign_id", "=", campaignId)
    .where("done_at", "is", null)
    .where("due_on", "<=", until)
    .orderBy("due_on")
    .orderBy("follow_up.id")
    .limit(most)
    .execute();
}

/** The reader's own promises past their day: how many, and the oldest. */
export async function findOldestOverdue(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
  today: string,
): Promise<{ count: number; text: string; dueOn: string } | null> {
  const rows = await read
    .selectFrom("follow_up")
    .select(["text", "due_on"])
    .where("campaign_id", "=", campaignId)
    .where("owner_account_id", "=", accountId)
    .where("done_at", "is", null)
    .where("due_on", "<", today)
    .orderBy("due_on")
    .execute();
  const [oldest] = rows;
  return oldest === undefined ? null : { count: rows.length, text: oldest.text, dueOn: oldest.due_on };
}

/** Proof points in use whose review date has passed, the longest stale first. */
export async function listStaleProofPoints(
  read: Kysely<Schema>,
  campaignId: string,
  today: string,
): Promise<{ code: string; since: string }[]> {
  const rows = await read
    .selectFrom("proof_point")
    .select(["code", "review_by"])
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is", null)
    .where("review_by", "<", today)
    .orderBy("review_by")
    .execute();
  return rows.flatMap(({ code, review_by }) => (review_by === null ? [] : [{ code, since: review_by }]));
}

export type AskedPaper = {
  paperId: string;
  title: string;
  authority: "embassy" | "ministry";
  dueAt: Date | null;
  draftedBy: string;
};

/** Papers that are with the clearers, and whose text the reader drafted or is to clear. */
export async function listAskedPapers(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
  authority: "embassy" | "ministry" | null,
): Promise<AskedPaper[]> {
  const rows = await read
    .selectFrom("clearance_request as request")
    .innerJoin("talking_points as paper", "paper.id", "request.subject_id")
    .select(["paper.id", "paper.title", "paper.drafted_by", "request.authority", "request.due_at"])
    .where("request.campaign_id", "=", campaignId)
    .where("request.subject_kind", "=", "talking points")
    .where("request.answered_at", "is", null)
    .where((eb) =>
      eb.or([
        eb("paper.drafted_by", "=", accountId),
        ...(authority === null ? [] : [eb("request.authority", "=", authority)]),
      ]),
    )
    .orderBy("request.due_at")
    .execute();
  return rows.map((row) => ({
    paperId: row.id,
    title: row.title,
    authority: row.authority,
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    draftedBy: row.drafted_by,
  }));
}

/** The reader's own papers that a clearer has sent back. */
export async function listReturnedPapers(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
): Promise<{ id: string; title: string }[]> {
  return read
    .selectFrom("talking_points")
    .select(["id", "title"])
    .where("campaign_id", "=", campaignId)
    .where("stage", "=", "returned")
    .where("drafted_by", "=", accountId)
    .where("retired_at", "is", null)
    .execute();
}
