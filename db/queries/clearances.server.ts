import { type Kysely, type Selectable, sql } from "kysely";
import type { Authority } from "#app/domain/talking-points/clearance-status.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** What can be cleared: one revision of a key message, an objection's reply, a paper. */
export type ClearanceSubject = {
  kind: Schema["clearance"]["subject_kind"];
  id: string;
};

export type StoredClearance = {
  id: string;
  subjectId: string;
  hash: string;
  contentJson: string;
  authority: Authority;
  manner: Schema["clearance"]["manner"];
  isOwnDraft: boolean;
  clearedBy: string;
  clearedAt: Date;
};

export type StoredRequest = {
  id: string;
  subject: ClearanceSubject;
  hash: string;
  authority: Authority;
  sentBy: string;
  sentAt: Date;
  dueAt: Date | null;
  answer: "cleared" | "returned" | "withdrawn" | null;
  reason: string;
  answeredBy: string | null;
  answeredAt: Date | null;
};

/** Clearances of texts of one kind, the oldest first. */
export async function listClearances(
  read: Kysely<Schema>,
  kind: ClearanceSubject["kind"],
  subjectIds: readonly string[],
): Promise<StoredClearance[]> {
  if (subjectIds.length === 0) return [];
  const rows = await clearancesOf(read, { kind, subjects: JSON.stringify(subjectIds) });
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    hash: row.text_hash,
    contentJson: row.content_json,
    authority: row.authority,
    manner: row.manner,
    isOwnDraft: row.is_own_draft === 1,
    clearedBy: row.name,
    clearedAt: new Date(row.cleared_at),
  }));
}

const clearancesOf = keptQuery((read, place: Place<"kind" | "subjects">) =>
  read
    .selectFrom("clearance")
    .innerJoin("account", "account.id", "clearance.cleared_by")
    .selectAll("clearance")
    .select("account.name")
    .where(sql<string>`subject_kind`, "=", place("kind"))
    .where("subject_id", "in", eachIn(place("subjects")))
    .orderBy("cleared_at")
    .orderBy("clearance.id"),
);

/** Everything that was asked of the clearers about one text, the oldest first. */
export async function listRequests(
  read: Kysely<Schema>,
  subject: ClearanceSubject,
): Promise<StoredRequest[]> {
  return (await requestsAbout(read, { kind: subject.kind, subject: subject.id })).map(requestOf);
}

const requestsAbout = keptQuery((read, place: Place<"kind" | "subject">) =>
  requestsWithNames(read)
    .where(sql<string>`subject_kind`, "=", place("kind"))
    .where("subject_id", "=", place("subject"))
    .orderBy("sent_at")
    // Sent on within the same instant: the embassy comes first.
    .orderBy("authority")
    .orderBy("clearance_request.id"),
);

/** What waits for the clearers of a campaign, the most urgent first; `authority` null for both sides. */
export async function listOpenRequests(
  read: Kysely<Schema>,
  campaignId: string,
  authority: Authority | null,
): Promise<StoredRequest[]> {
  const open = requestsWithNames(read)
    .where("clearance_request.campaign_id", "=", campaignId)
    .where("answered_at", "is", null)
    .orderBy("due_at", (by) => by.asc().nullsLast())
    .orderBy("sent_at");
  const rows = await (authority === null ? open : open.where("authority", "=", authority)).execute();
  return rows.map(requestOf);
}

/** Records a clearer's act on an exact text. It is never undone: another text is another clearance. */
export async function insertClearance(
  change: Change,
  clearance: {
    campaignId: string;
    subject: ClearanceSubject;
    hash: string;
    content: unknown;
    authority: Authority;
    isOwnDraft: boolean;
  },
): Promise<void> {
  const { campaignId, subject, hash, content, authority, isOwnDraft } = clearance;
  await change.insert("clearance", {
    id: newId(),
    campaign_id: campaignId,
    subject_kind: subject.kind,
    subject_id: subject.id,
    text_hash: hash,
    content_json: JSON.stringify(content),
    authority,
    manner: "by a person",
    is_own_draft: isOwnDraft ? 1 : 0,
    cleared_by: change.author.accountId,
    cleared_at: change.author.now.toISOString(),
  });
}

/** Asks one side's clearers about an exact text. `dueAt` is null where no event sets a time. */
export async function insertRequest(
  change: Change,
  request: {
    campaignId: string;
    subject: ClearanceSubject;
    hash: string;
    authority: Authority;
    dueAt: Date | null;
  },
): Promise<void> {
  const { campaignId, subject, hash, authority, dueAt } = request;
  await change.insert("clearance_request", {
    id: newId(),
    campaign_id: campaignId,
    subject_kind: subject.kind,
    subject_id: subject.id,
    text_hash: hash,
    authority,
    sent_by: change.author.accountId,
    sent_at: change.author.now.toISOString(),
    due_at: dueAt?.toISOString() ?? null,
    clearance_desk_id: null,
    since_clearance_id: null,
    silence_at: null,
    opened_at: null,
    answer: null,
    answer_manner: null,
    answered_by: null,
    answered_at: null,
  });
}

/** Answers everything that is still asked about a text; `reason` says what should change. */
export async function answerOpenRequests(
  change: Change,
  subject: ClearanceSubject,
  answer: "cleared" | "returned" | "withdrawn",
  reason = "",
): Promise<void> {
  const open = await change.read
    .selectFrom("clearance_request")
    .select("id")
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("answered_at", "is", null)
    .execute();
  const answered = {
    answer,
    answer_reason: reason,
    answered_by: change.author.accountId,
    answered_at: change.author.now.toISOString(),
  };
  for (const { id } of open) await change.update("clearance_request", id, answered, null);
}

function requestsWithNames(read: Kysely<Schema>) {
  return read
    .selectFrom("clearance_request")
    .innerJoin("account as sender", "sender.id", "clearance_request.sent_by")
    .leftJoin("account as answerer", "answerer.id", "clearance_request.answered_by")
    .selectAll("clearance_request")
    .select(["sender.name as sender_name", "answerer.name as answerer_name"]);
}

function requestOf(
  row: Selectable<Schema["clearance_request"]> & { sender_name: string; answerer_name: string | null },
): StoredRequest {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    hash: row.text_hash,
    authority: row.authority,
    sentBy: row.sender_name,
    sentAt: new Date(row.sent_at),
    dueAt: row.due_at === null ? null : new Date(row.due_at),
    answer: row.answer,
    reason: row.answer_reason,
    answeredBy: row.answerer_name,
    answeredAt: row.answered_at === null ? null : new Date(row.answered_at),
  };
}
