import { describeEvent } from "#app/campaign/outreach-events/links.server.ts";
import type { Reply } from "#app/campaign/outreach-events/participants/participation.ts";
import { type EventDetails, planEvent } from "#app/campaign/outreach-events/store.server.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import { isVisit, type VisitTarget } from "../target.server.ts";
import { type DeadlineKind, USUAL_DEADLINES } from "./deadline-day.ts";
import { isCounted } from "./deadlines.ts";
import type { DeadlineText } from "./record.ts";

export type DeadlineTarget = VisitTarget & { deadlineId: string };

type Counted = { ok: false; reason: "counted-by-itself" };

/** Plans an event as planEvent does; a visit starts with the usual deadlines, all its owner's. */
export async function planWithDeadlines(
  change: Change,
  campaignId: string,
  details: EventDetails,
  contactIds: readonly string[],
  replies: ReadonlyMap<string, Reply> = new Map(),
): ReturnType<typeof planEvent> {
  const planned = await planEvent(change, campaignId, details, contactIds, replies);
  if (planned.ok && details.kind === "delegation visit")
    await insertUsualDeadlines(change, planned.eventId, details.ownerAccountId);
  return planned;
}

function insertUsualDeadlines(change: Change, visitId: string, ownerAccountId: string | null): Promise<void> {
  return change.insertMany(
    "visit_deadline",
    USUAL_DEADLINES.map(({ days, title, time, kind }) => ({
      id: newId(),
      outreach_event_id: visitId,
      days,
      title,
      kind,
      due_time: time,
      note: "",
      owner_account_id: ownerAccountId,
      done_at: null,
      done_by: null,
    })),
  );
}

/** Gives a visit that has none the deadlines that every visit starts with. */
export async function addUsualDeadlines(
  change: Change,
  target: VisitTarget,
  ownerAccountId: string | null,
): Promise<Done | Gone | { ok: false; reason: "has-deadlines" }> {
  if (!(await isVisit(change.read, target))) return { ok: false, reason: "not-found" };
  const some = await change.read
    .selectFrom("visit_deadline")
    .select("id")
    .where("outreach_event_id", "=", target.eventId)
    .executeTakeFirst();
  if (some !== undefined) return { ok: false, reason: "has-deadlines" };
  await insertUsualDeadlines(change, target.eventId, ownerAccountId);
  return describeEvent(change, target, "deadlines added", "Added the usual deadlines");
}

/** Adds a deadline of one's own. */
export async function addDeadline(
  change: Change,
  target: VisitTarget,
  details: DeadlineText,
): Promise<Done | Gone> {
  if (!(await isVisit(change.read, target))) return { ok: false, reason: "not-found" };
  const row = { id: newId(), outreach_event_id: target.eventId, ...columnsOf(details) };
  await change.insert("visit_deadline", { ...row, kind: "own", done_at: null, done_by: null });
  return describeEvent(change, target, "deadline added", `Added: ${details.title}`);
}

/** Saves a deadline. */
export async function editDeadline(
  change: Change,
  target: DeadlineTarget,
  details: DeadlineText,
  version: number,
): Promise<Done | Gone | Stale> {
  if ((await findDeadline(change.read, target)) === null) return { ok: false, reason: "not-found" };
  const updated = await change.update("visit_deadline", target.deadlineId, columnsOf(details), version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  return describeEvent(change, target, "deadline edited", `Saved: ${details.title}`);
}

/** Removes a deadline. */
export async function removeDeadline(change: Change, target: DeadlineTarget): Promise<Done | Gone> {
  const found = await findDeadline(change.read, target);
  if (found === null) return { ok: false, reason: "not-found" };
  await change.remove("visit_deadline", target.deadlineId);
  return describeEvent(change, target, "deadline removed", `Deleted: ${found.title}`);
}

/** Marks a deadline done by the author now, or takes that back. What is counted from the programme is refused. */
export async function tickDeadline(
  change: Change,
  target: DeadlineTarget,
  isDone: boolean,
): Promise<Done | Gone | Counted> {
  const found = await findDeadline(change.read, target);
  if (found === null) return { ok: false, reason: "not-found" };
  if (isCounted(found.kind)) return { ok: false, reason: "counted-by-itself" };
  const { accountId, now } = change.author;
  const done = isDone ? { done_at: now.toISOString(), done_by: accountId } : { done_at: null, done_by: null };
  await change.update("visit_deadline", target.deadlineId, done, null);
  const summary = isDone ? `Marked as done: ${found.title}` : `Reopened: ${found.title}`;
  return describeEvent(change, target, isDone ? "deadline met" : "deadline reopened", summary);
}

function columnsOf({ days, side, title, time, note, owner }: DeadlineText) {
  const signed = side === "before" && days !== 0 ? -days : days;
  return { days: signed, title, due_time: time, note, owner_account_id: owner } as const;
}

async function findDeadline(
  read: Queries,
  { campaignId, eventId, deadlineId }: DeadlineTarget,
): Promise<{ title: string; kind: DeadlineKind } | null> {
  const row = await read
    .selectFrom("visit_deadline as deadline")
    .innerJoin("outreach_event as visit", "visit.id", "deadline.outreach_event_id")
    .select(["deadline.title", "deadline.kind"])
    .where("deadline.id", "=", deadlineId)
    .where("visit.id", "=", eventId)
    .where("visit.campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row ?? null;
}
