import type { Kysely } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

type OfCampaign = "campaign";
type OfReader = "campaign" | "account";

/** How many meetings of a campaign have been logged; of two officers' logs of one meeting one counts. */
export async function countLoggedMeetings(read: Kysely<Schema>, campaignId: string): Promise<number> {
  const [row] = await loggedMeetings(read, { campaign: campaignId });
  return row?.meetings ?? 0;
}

const loggedMeetings = keptQuery((read, place: Place<OfCampaign>) =>
  read.selectFrom("logged_meetings").select("meetings").where("campaign_id", "=", place("campaign")),
);

/** The reader's own meetings that are over and not logged: how many, and the one that ended first. */
export async function findOldestMeetingToLog(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
  now: Date,
): Promise<{ count: number; title: string; endsAt: Date } | null> {
  const rows = await meetingsToLog(read, {
    campaign: campaignId,
    account: accountId,
    now: now.toISOString(),
  });
  const [oldest] = rows;
  if (oldest === undefined) return null;
  return { count: rows.length, title: oldest.title, endsAt: new Date(oldest.ends_at) };
}

const meetingsToLog = keptQuery((read, place: Place<OfReader | "now">) =>
  read
    .selectFrom("meeting_to_log as open")
    .innerJoin("outreach_event_officer as mine", "mine.outreach_event_id", "open.outreach_event_id")
    .innerJoin("outreach_event as event", "event.id", "open.outreach_event_id")
    .select(["event.title", "open.ends_at"])
    .where("open.campaign_id", "=", place("campaign"))
    .where("mine.account_id", "=", place("account"))
    .where("open.ends_at", "<=", place("now"))
    .orderBy("open.ends_at")
    .orderBy("open.outreach_event_id"),
);

/** The reader's own promises past their day: how many, and the oldest. */
export async function findOldestOverdue(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
  today: CalendarDate,
): Promise<{ count: number; text: string; dueOn: CalendarDate } | null> {
  const rows = await overdueFollowUps(read, { campaign: campaignId, account: accountId, today });
  const [oldest] = rows;
  return oldest === undefined ? null : { count: rows.length, text: oldest.text, dueOn: oldest.due_on };
}

const overdueFollowUps = keptQuery((read, place: Place<OfReader, "today">) =>
  read
    .selectFrom("follow_up")
    .select(["text", "due_on"])
    .where("campaign_id", "=", place("campaign"))
    .where("owner_account_id", "=", place("account"))
    .where("done_at", "is", null)
    .where("due_on", "<", place("today"))
    .orderBy("due_on")
    .orderBy("id"),
);

/** Proof points in use whose review date has passed, the longest stale first. */
export async function listStaleProofPoints(
  read: Kysely<Schema>,
  campaignId: string,
  today: CalendarDate,
): Promise<{ code: string; since: CalendarDate }[]> {
  const rows = await staleProofPoints(read, { campaign: campaignId, today });
  return rows.flatMap(({ code, review_by }) => (review_by === null ? [] : [{ code, since: review_by }]));
}

const staleProofPoints = keptQuery((read, place: Place<OfCampaign, "today">) =>
  read
    .selectFrom("proof_point")
    .select(["code", "review_by"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .where("review_by", "<", place("today"))
    .orderBy("review_by")
    .orderBy("id"),
);

export type AskedPaper = {
  paperId: string;
  title: string;
  desk: string;
  /** The desk is asked of this reader; otherwise the reader drafted the paper. */
  isYours: boolean;
  dueAt: Date | null;
};

/** Papers about which desks are asked, and whose text the reader drafted or is to clear at one of `deskIds`. */
export async function listAskedPapers(
  read: Kysely<Schema>,
  campaignId: string,
  accountId: string,
  deskIds: readonly string[],
): Promise<AskedPaper[]> {
  const desks = JSON.stringify(deskIds);
  const rows = await askedPapers(read, { campaign: campaignId, account: accountId, desks });
  return rows.map((row) => ({
    paperId: row.id,
    title: row.title,
    desk: row.desk_name,
    isYours: deskIds.includes(row.desk_id),
    dueAt: row.due_at === null ? null : new Date(row.due_at),
  }));
}

const askedPapers = keptQuery((read, place: Place<OfReader | "desks">) =>
  read
    .selectFrom("clearance_request as request")
    .innerJoin("talking_points as paper", "paper.id", "request.subject_id")
    .innerJoin("clearance_desk as desk", "desk.id", "request.clearance_desk_id")
    .select(["paper.id", "paper.title", "desk.id as desk_id", "desk.name as desk_name", "request.due_at"])
    .where("request.campaign_id", "=", place("campaign"))
    .where("request.subject_kind", "=", "talking points")
    .where("request.answered_at", "is", null)
    .where("request.asks", "=", "clear")
    .where("request.asked_at", "is not", null)
    .where((eb) =>
      eb.or([
        eb("paper.drafted_by", "=", place("account")),
        eb("request.clearance_desk_id", "in", eachIn(place("desks"))),
      ]),
    )
    .orderBy("request.due_at")
    .orderBy("request.id"),
);
