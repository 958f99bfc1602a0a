import { type Selectable, sql } from "kysely";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { hourAround } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import { openOf, type RoundRequest } from "./clearance-round.ts";
import { type Desk, isAskedOf, mayAnswerFor } from "./desk.ts";
import { findDesksAsAsked, listDesksEver } from "./desks.server.ts";
import { silenceAt } from "./due.ts";
import type { ClearanceSubject } from "./store.server.ts";
import { barredIn, draftOfRequest } from "./writers.server.ts";

/** What one desk was asked about one exact text, and what became of it; the desk as it stands to the side of the request. */
export type StoredRequest = RoundRequest & {
  subject: ClearanceSubject;
  campaignId: string;
  desk: Desk;
  sinceClearanceId: string | null;
  sending: number;
  sentBy: string;
  sentAt: Date;
  dueAt: Date | null;
  openedAt: Date | null;
  openedBy: string | null;
  manner: "by a person" | "by silence" | null;
  reason: string;
  answeredById: string | null;
  answeredBy: string | null;
  answeredFor: string | null;
  answeredAt: Date | null;
  /** Who may not clear the text, because they wrote some of it; nobody where own drafts may be cleared. */
  barred: readonly string[];
};

/** Everything that was asked of the desks about one text, sending by sending, in the order of the desks. */
export async function listRequests(read: Queries, subject: ClearanceSubject): Promise<StoredRequest[]> {
  return withDesks(read, await requestsAbout(read, { kind: subject.kind, subject: subject.id }));
}

/** What was asked at the last sending of a text. */
export async function listRound(read: Queries, subject: ClearanceSubject): Promise<StoredRequest[]> {
  return lastSending(await listRequests(read, subject));
}

/** The requests of the last sending among these. */
export function lastSending(requests: readonly StoredRequest[]): StoredRequest[] {
  const last = Math.max(...requests.map(({ sending }) => sending));
  return requests.filter(({ sending }) => sending === last);
}

const requestsAbout = keptQuery((read, place: Place<"kind" | "subject">) =>
  requestsWithNames(read)
    .where(sql<string>`subject_kind`, "=", place("kind"))
    .where("subject_id", "=", place("subject"))
    .orderBy("sending")
    .orderBy("desk.position")
    .orderBy("request.id"),
);

/** What of a round waits now for an answer of an account: at a desk of theirs, and not about what they wrote where nobody clears that. */
export function answersOf(round: readonly StoredRequest[], accountId: string): StoredRequest[] {
  return openOf(round).filter(
    ({ desk, askedAt, barred }) =>
      askedAt !== null && mayAnswerFor(desk, accountId) && !barred.includes(accountId),
  );
}

/** Whether an account would have something of a round to answer, had it not written some of the text. */
export function isOwnDraft(round: readonly StoredRequest[], accountId: string): boolean {
  return openOf(round).some(
    ({ desk, barred }) => mayAnswerFor(desk, accountId) && barred.includes(accountId),
  );
}

/** Whether a reader may release what a round is about: who is head of mission by the campaign and clears for the embassy, while it is with the desks, if they wrote none of it. */
export function mayRelease(
  round: readonly StoredRequest[],
  { campaign, account, may }: Pick<CampaignArrival, "campaign" | "account" | "may">,
): boolean {
  const open = openOf(round);
  const isHeadOfMission = campaign.headOfMissionId === account.id && may("clear for the embassy");
  return isHeadOfMission && open.length > 0 && open.every(({ barred }) => !barred.includes(account.id));
}

/** Whether who is named head of mission can release what a round is about: as a clearer of the embassy who wrote none of it. */
export function canRelease(round: readonly StoredRequest[], named: string | null): boolean {
  const clearers = round.flatMap(({ desk, barred }) =>
    desk.side === "embassy" ? desk.clearersOfSide.filter(({ accountId }) => !barred.includes(accountId)) : [],
  );
  return clearers.some(({ accountId }) => accountId === named);
}

/** What waits for an answer of these desks, the most urgent first. */
export function listRequestsWaiting(
  read: Queries,
  campaignId: string,
  deskIds: readonly string[],
): Promise<StoredRequest[]> {
  return waitingAt(read, { campaignId, deskIds, after: null });
}

/**
 * What waits for an answer of one account now, the most urgent first: as holder of a desk or in the holder's place, and
 * not about a meeting that is over, for which nothing can be cleared any more.
 */
export async function listAskedOf(
  read: Queries,
  { campaignId, accountId, now }: { campaignId: string; accountId: string; now: Date },
): Promise<StoredRequest[]> {
  const desks = await listDesksEver(read, campaignId);
  const deskIds = desks.filter((desk) => mayAnswerFor(desk, accountId)).map(({ id }) => id);
  const waiting = await waitingAt(read, { campaignId, deskIds, after: now });
  return waiting.filter(({ desk, barred }) => isAskedOf(desk, accountId, now, barred));
}

async function waitingAt(
  read: Queries,
  { campaignId, deskIds, after }: { campaignId: string; deskIds: readonly string[]; after: Date | null },
): Promise<StoredRequest[]> {
  if (deskIds.length === 0) return [];
  const hour = after === null ? "" : hourAround(after).from;
  const given = { campaign: campaignId, desks: JSON.stringify(deskIds), hour };
  const rows = await requestsWaiting(read, given);
  return withDesks(read, after === null ? rows : rows.filter((row) => isStillAhead(row, after)));
}

const requestsWaiting = keptQuery((read, place: Place<"campaign" | "desks" | "hour">) =>
  requestsWithNames(read)
    .select(meetingEnd.as("meetingEndsAt"))
    .where("request.campaign_id", "=", place("campaign"))
    .where("clearance_desk_id", "in", eachIn(place("desks")))
    .where("asks", "=", "clear")
    .where("asked_at", "is not", null)
    .where("answered_at", "is", null)
    .where(isAheadOf(place("hour")))
    .orderBy("due_at", (by) => by.asc().nullsLast())
    .orderBy("sent_at")
    .orderBy("request.id"),
);

/** Of a query of `request`: what it is about is for no meeting that ended by that instant. */
export function isAheadOf(instant: string) {
  return sql<boolean>`not exists (select 1 from talking_points paper
    join outreach_event meeting on meeting.id = paper.outreach_event_id
    where paper.id = request.subject_id and meeting.ends_at <= ${instant})`;
}

/** Of a query of `request`: when the meeting ends that what it is about is for, null where there is none. */
export const meetingEnd = sql<string | null>`(select meeting.ends_at from talking_points paper
  join outreach_event meeting on meeting.id = paper.outreach_event_id where paper.id = request.subject_id)`;

/** Whether the meeting has not ended by an instant. */
export function isStillAhead({ meetingEndsAt }: { meetingEndsAt: string | null }, instant: Date): boolean {
  return meetingEndsAt === null || meetingEndsAt > instant.toISOString();
}

/** Requests about texts of one kind whose silence would count by now, the earliest first. */
export async function listSilentRequests(
  read: Queries,
  kind: ClearanceSubject["kind"],
  now: Date,
): Promise<{ id: string; campaignId: string; subjectId: string }[]> {
  return read
    .selectFrom("clearance_request")
    .select(["id", "campaign_id as campaignId", "subject_id as subjectId"])
    .where("answered_at", "is", null)
    .where("silence_at", "<=", now.toISOString())
    .where("subject_kind", "=", kind)
    .orderBy("silence_at")
    .orderBy("id")
    .execute();
}

function requestsWithNames(read: Queries) {
  return read
    .selectFrom("clearance_request as request")
    .innerJoin("clearance_desk as desk", "desk.id", "request.clearance_desk_id")
    .innerJoin("account as sender", "sender.id", "request.sent_by")
    .leftJoin("account as answerer", "answerer.id", "request.answered_by")
    .leftJoin("account as holder", "holder.id", "request.answered_for")
    .leftJoin("clearance_reading as reading", "reading.clearance_request_id", "request.id")
    .leftJoin("account as opener", "opener.id", "reading.account_id")
    .selectAll("request")
    .select(["reading.opened_at", "opener.name as opener_name"])
    .select("sender.name as sender_name")
    .select(["answerer.name as answerer_name", "holder.name as answered_for_name"])
    .select(draftOfRequest.as("draft"));
}

type RequestRow = Selectable<Schema["clearance_request"]> & {
  opened_at: string | null;
  opener_name: string | null;
  sender_name: string;
  answerer_name: string | null;
  answered_for_name: string | null;
  draft: string;
};

async function withDesks(read: Queries, rows: readonly RequestRow[]): Promise<StoredRequest[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const deskAsAsked = await findDesksAsAsked(read, first.campaign_id);
  return rows.flatMap((row) => {
    const desk = deskAsAsked(row.clearance_desk_id, row.authority);
    return desk === null ? [] : [requestOf(row, desk)];
  });
}

function requestOf(row: RequestRow, desk: Desk): StoredRequest {
  return {
    id: row.id,
    campaignId: row.campaign_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    hash: row.text_hash,
    handling: row.handling ?? "",
    side: row.authority,
    desk,
    asks: row.asks,
    sinceClearanceId: row.since_clearance_id,
    sending: row.sending,
    sentBy: row.sender_name,
    sentAt: new Date(row.sent_at),
    askedAt: instant(row.asked_at),
    dueAt: instant(row.due_at),
    silenceAt: silenceNow(row, desk),
    openedAt: instant(row.opened_at),
    openedBy: row.opener_name,
    answer: row.answer,
    manner: row.answer_manner,
    reason: row.answer_reason,
    answeredById: row.answered_by,
    answeredBy: row.answerer_name,
    answeredFor: row.answered_for_name,
    answeredAt: instant(row.answered_at),
    barred: barredIn(row.draft),
  };
}

/** Whether silence still counts by the clock that the desk has now: what was asked too late before never does. */
function silenceNow(row: RequestRow, desk: Desk): Date | null {
  if (row.silence_at === null || row.asked_at === null) return null;
  const { authority: side, subject_kind: kind } = row;
  const [dueAt, askedAt] = [new Date(row.silence_at), new Date(row.asked_at)];
  return silenceAt({ side, kind, desk, dueAt, askedAt, silenceIsAgreement: true });
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
