import { sentence } from "#app/text/sentences.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import type { PromisedBy } from "./follow-up.ts";

export type NewFollowUp = {
  text: string;
  promisedBy: PromisedBy;
  dueOn: CalendarDate;
  ownerAccountId: string | null;
  /** To whom it was promised, or by whom. */
  contactId: string | null;
};

/** Which promise of which campaign, and where the browser goes after the change. */
export type FollowUpTarget = { campaignId: string; followUpId: string; location: string };

type Stranger = { ok: false; reason: "not-of-this-campaign" };

/** Writes down the promises of a meeting inside the change that logs its outcome. */
export async function insertFollowUps(
  change: Change,
  of: { campaignId: string; eventId: string; outcomeId: string },
  followUps: readonly NewFollowUp[],
): Promise<void> {
  for (const { text, promisedBy, dueOn, ownerAccountId, contactId } of followUps) {
    await change.insert("follow_up", {
      id: newId(),
      campaign_id: of.campaignId,
      outreach_event_id: of.eventId,
      outcome_id: of.outcomeId,
      text,
      promised_by: promisedBy,
      owner_account_id: ownerAccountId,
      contact_id: contactId,
      due_on: dueOn,
    });
  }
}

/** Writes down a promise that was made at an event, or after it. */
export async function addFollowUp(
  change: Change,
  of: { campaignId: string; eventId: string; location: string },
  followUp: NewFollowUp,
): Promise<{ ok: true } | Stranger> {
  const { ownerAccountId, contactId, text, promisedBy, dueOn } = followUp;
  if (ownerAccountId !== null && !(await isColleague(change.read, of.campaignId, ownerAccountId)))
    return { ok: false, reason: "not-of-this-campaign" };
  const id = newId();
  await change.insert("follow_up", {
    id,
    campaign_id: of.campaignId,
    outreach_event_id: of.eventId,
    text,
    promised_by: promisedBy,
    owner_account_id: ownerAccountId,
    contact_id: contactId,
    due_on: dueOn,
  });
  const target = { campaignId: of.campaignId, followUpId: id, location: of.location };
  return describe(change, target, "added", `Saved. Due ${formatDayWithYear(dueOn)}: ${text}`);
}

/** Ticks a promise as kept, or takes the tick back. Ticked twice, it stays as it was first ticked. */
export async function tickFollowUp(
  change: Change,
  target: FollowUpTarget,
  isDone: boolean,
): Promise<{ ok: true } | Gone> {
  const row = await findOwn(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  const { accountId, now } = change.author;
  if (isDone !== (row.done_at !== null)) {
    const patch = isDone
      ? { done_at: now.toISOString(), done_by: accountId }
      : { done_at: null, done_by: null };
    await change.update("follow_up", target.followUpId, patch, null);
  }
  const summary = isDone ? `Marked as done: ${row.text}` : `Reopened: ${row.text}`;
  return describe(change, target, isDone ? "done" : "reopened", summary);
}

/** Gives a promise another wording, owner or due day. */
export async function changeFollowUp(
  change: Change,
  target: FollowUpTarget,
  patch: { text: string; ownerAccountId: string | null; dueOn: CalendarDate },
  version: number,
): Promise<{ ok: true } | Gone | Stale | Stranger> {
  const row = await findOwn(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  const { text, ownerAccountId, dueOn } = patch;
  const isNewOwner = ownerAccountId !== null && ownerAccountId !== row.owner_account_id;
  if (isNewOwner && !(await isColleague(change.read, target.campaignId, ownerAccountId)))
    return { ok: false, reason: "not-of-this-campaign" };
  const columns = { text, owner_account_id: ownerAccountId, due_on: dueOn };
  const updated = await change.update("follow_up", target.followUpId, columns, version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  return describe(change, target, "changed", `Saved. Due ${formatDayWithYear(dueOn)}: ${text}`);
}

/** Lets an open promise be for another contact, inside a change that is under way. False where it is not for the first. */
export async function moveFollowUp(
  change: Change,
  of: { campaignId: string; followUpId: string; from: string; to: string },
): Promise<boolean> {
  const row = await change.read
    .selectFrom("follow_up")
    .select("id")
    .where("id", "=", of.followUpId)
    .where("campaign_id", "=", of.campaignId)
    .where("contact_id", "=", of.from)
    .where("done_at", "is", null)
    .executeTakeFirst();
  if (row === undefined) return false;
  await change.update("follow_up", row.id, { contact_id: of.to }, null);
  return true;
}

/** Closes a promise that cannot be kept any more; the reason stands behind its text. Closed before, it stays as it was. */
export async function closeFollowUp(
  change: Change,
  target: FollowUpTarget,
  reason: string,
): Promise<{ ok: true } | Gone> {
  const row = await findOwn(change.read, target);
  if (row === null || row.done_at !== null) return { ok: false, reason: "not-found" };
  const { accountId, now } = change.author;
  const text = `${row.text} (closed: ${reason})`;
  const patch = { text, done_at: now.toISOString(), done_by: accountId };
  await change.update("follow_up", target.followUpId, patch, null);
  return describe(change, target, "closed", `Closed: ${sentence(row.text)} ${reason}`);
}

/** Moves the due day of a promise. */
export async function postponeFollowUp(
  change: Change,
  target: FollowUpTarget,
  dueOn: CalendarDate,
): Promise<{ ok: true } | Gone> {
  const row = await findOwn(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  await change.update("follow_up", target.followUpId, { due_on: dueOn }, null);
  return describe(change, target, "postponed", `Postponed to ${formatDayWithYear(dueOn)}: ${row.text}`);
}

function describe(change: Change, target: FollowUpTarget, action: string, summary: string): Done {
  const { followUpId, location } = target;
  return change.describe({ recordKind: "follow-up", recordId: followUpId, action, summary, location });
}

async function findOwn(
  read: Queries,
  { campaignId, followUpId }: FollowUpTarget,
): Promise<{ text: string; done_at: string | null; owner_account_id: string | null } | null> {
  const row = await read
    .selectFrom("follow_up")
    .select(["text", "done_at", "owner_account_id"])
    .where("id", "=", followUpId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row ?? null;
}

async function isColleague(read: Queries, campaignId: string, accountId: string): Promise<boolean> {
  const row = await read
    .selectFrom("campaign_role")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}
