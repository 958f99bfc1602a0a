import { sql } from "kysely";
import type { HandlingIfAny } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, NewRow, Patch, Updated } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { eachIn, type KeptRow, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries, Schema } from "#db/schema.ts";
import {
  type Authority,
  type Clearance,
  type ClearedFor,
  clearedFor,
  type DeskAnswer,
  widestClearance,
} from "./clearance-status.ts";

/** What can be cleared: one revision of a message or framing, an objection's reply, a paper, a holding line. */
export type ClearanceSubject = {
  kind: Schema["clearance"]["subject_kind"];
  id: string;
};

export type StoredClearance = ReturnType<typeof clearanceOf>;

/** Clearances of texts of one kind, the oldest first. */
export async function listClearances(
  read: Queries,
  kind: ClearanceSubject["kind"],
  subjectIds: readonly string[],
): Promise<StoredClearance[]> {
  if (subjectIds.length === 0) return [];
  return (await clearancesOf(read, { kind, ids: JSON.stringify(subjectIds) })).map(clearanceOf);
}

export function clearanceOf(row: KeptRow<typeof clearancesOf>) {
  return {
    id: row.id,
    subjectId: row.subject_id,
    hash: row.text_hash,
    contentJson: row.content_json,
    authority: row.authority,
    manner: row.manner,
    answers: answersFrom(row.answers_json),
    /** How the text might travel that was cleared; "" for wording of the library. */
    handling: row.handling ?? "",
    isOwnDraft: row.is_own_draft === 1,
    clearedBy: row.name,
    clearedAt: new Date(row.cleared_at),
    report:
      row.reported_on === null || row.reported_to === null
        ? null
        : { on: row.reported_on, to: row.reported_to },
  };
}

/** Clearances of texts of one kind, the oldest first. */
export const clearancesOf = keptQuery((read, place: Place<"kind" | "ids">) =>
  read
    .selectFrom("clearance")
    .innerJoin("account", "account.id", "clearance.cleared_by")
    .leftJoin("clearance_report as report", "report.clearance_id", "clearance.id")
    .select(["clearance.id", "subject_id", "text_hash", "content_json", "authority", "manner"])
    .select(["answers_json", "handling", "is_own_draft", "cleared_at"])
    .select(["account.name", "report.reported_on", "report.reported_to"])
    .where(sql<string>`subject_kind`, "=", place("kind"))
    .where("subject_id", "in", eachIn(place("ids")))
    .orderBy("cleared_at")
    .orderBy("clearance.id"),
);

function answersFrom(json: string): DeskAnswer[] {
  const kept: readonly (Omit<DeskAnswer, "at"> & { at: string })[] = JSON.parse(json);
  return kept.map((answer) => ({ ...answer, at: new Date(answer.at) }));
}

/** For which sides each of these exact texts counts as cleared, by the id of what it belongs to. */
export async function listClearedFor(
  read: Queries,
  kind: ClearanceSubject["kind"],
  texts: readonly { id: string; hash: string }[],
): Promise<ReadonlyMap<string, ClearedFor>> {
  const ids = texts.map(({ id }) => id);
  const given = Map.groupBy(await listClearances(read, kind, ids), ({ subjectId }) => subjectId);
  return new Map(
    texts.map(({ id, hash }) => {
      const ofThisText = (given.get(id) ?? []).filter((clearance) => clearance.hash === hash);
      return [id, clearedFor(widestClearance(ofThisText))];
    }),
  );
}

type NewClearance = {
  campaignId: string;
  subject: ClearanceSubject;
  hash: string;
  content: unknown;
  authority: Authority;
  isOwnDraft: boolean;
};

/** What goes with the clearance of a text that desks were asked about. */
type OfDesks = {
  manner: Clearance["manner"];
  answers: readonly DeskAnswer[];
  handling: HandlingIfAny | null;
};

/** Records one clearer's act on an exact text. It is never undone: another text is another clearance. */
export function insertClearance(change: Change, clearance: NewClearance): Promise<void> {
  return insertClearanceOfDesks(change, { ...clearance, manner: "by a person", answers: [], handling: null });
}

/** Records that a text is cleared: by what each desk has answered, or by the head of mission's release. */
export async function insertClearanceOfDesks(
  change: Change,
  clearance: NewClearance & OfDesks,
): Promise<void> {
  const { campaignId, subject, hash, content, authority, isOwnDraft, manner, answers, handling } = clearance;
  await change.insert("clearance", {
    id: newId(),
    campaign_id: campaignId,
    subject_kind: subject.kind,
    subject_id: subject.id,
    text_hash: hash,
    content_json: JSON.stringify(content),
    authority,
    manner,
    answers_json: JSON.stringify(answers),
    handling,
    is_own_draft: isOwnDraft ? 1 : 0,
    cleared_by: change.author.accountId,
    cleared_at: change.author.now.toISOString(),
  });
}

/** Puts in what a desk is asked. */
export function insertRequest(
  change: Change,
  request: Omit<NewRow<"clearance_request">, "id" | "sent_by" | "sent_at">,
): Promise<void> {
  return change.insert("clearance_request", {
    ...request,
    id: newId(),
    sent_by: change.author.accountId,
    sent_at: change.author.now.toISOString(),
  });
}

/** Notes on what a desk was asked: that it is asked now, that it was opened, what it answered. */
export function updateRequest(
  change: Change,
  requestId: string,
  patch: Patch<"clearance_request">,
): Promise<Updated> {
  return change.update("clearance_request", requestId, patch, null);
}

/** Answers everything that is still asked about a text; `reason` says why. Copies for information ask nothing. */
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
    .where("asks", "=", "clear")
    .where("answered_at", "is", null)
    .execute();
  for (const { id } of open) {
    await updateRequest(change, id, {
      answer,
      answer_reason: reason,
      answered_by: change.author.accountId,
      answered_at: change.author.now.toISOString(),
    });
  }
}

/** Records that a release was reported: on which day, and to whom. Recorded once. */
export async function insertReport(
  change: Change,
  report: { clearanceId: string; on: CalendarDate; to: string },
): Promise<void> {
  await change.insert("clearance_report", {
    id: newId(),
    clearance_id: report.clearanceId,
    reported_on: report.on,
    reported_to: report.to,
    recorded_by: change.author.accountId,
  });
}
