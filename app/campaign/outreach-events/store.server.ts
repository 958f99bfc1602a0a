import { addressOf } from "#app/http/addresses.ts";
import { dateIn, dayOf, WASHINGTON, type WallTime } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, NewRow, Patch, Stale, Updated } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";
import {
  describeEvent,
  insertLinks,
  linkOutsideCampaign,
  linksOfEvent,
  replaceLinks,
  type WantedLinks,
} from "./links.server.ts";
import type { Reply } from "./participants/participation.ts";
import { insertParticipant } from "./participants/store.server.ts";
import { type PlannedTime, startInWords } from "./planned-time.ts";
import { type EventTexts, eventRecord } from "./record.ts";
import { decideStanding, findStanding, type StandingAct } from "./standing.server.ts";
import { moveEvent, type StandingRefusal } from "./standing.ts";
import { clashesInWords } from "./warnings/clashes.server.ts";

/** An event as it is planned or edited. Everybody from our side is among the officers; the owner is in any case. */
export type EventDetails = EventTexts & WantedLinks & { time: PlannedTime };

/** Which record is meant, and where the browser goes after the change. */
export type Target = { campaignId: string; eventId: string; location: string };

type Stranger = { ok: false; reason: "not-of-this-campaign"; field: string };
type AgainstARule = { ok: false; reason: StandingRefusal };

/** It is planned; of what repeats `eventId` is the first time. */
export type Planned = { ok: true; eventId: string };

/** Plans an event with its audiences, messages, officers and participants, who may have replied already. */
export async function planEvent(
  change: Change,
  campaignId: string,
  details: EventDetails,
  contactIds: readonly string[],
  replies: ReadonlyMap<string, Reply> = new Map(),
): Promise<Planned | Stranger> {
  const planned = await enterEvent(change, campaignId, details, contactIds, replies);
  if (!planned.ok) return planned;
  const target = { ...planned, location: addressOf.event(campaignId, planned.eventId) };
  describeEvent(change, target, "planned", `Planned for ${startInWords(details.time)}: ${details.title}`);
  return planned;
}

/** Puts an event in the calendar with all that it is tied to, inside a change that says itself what it is. */
export async function enterEvent(
  change: Change,
  campaignId: string,
  details: EventDetails,
  contactIds: readonly string[],
  replies: ReadonlyMap<string, Reply> = new Map(),
): Promise<Planned | Stranger> {
  const field = await linkOutsideCampaign(change.read, campaignId, details, contactIds);
  if (field !== null) return { ok: false, reason: "not-of-this-campaign", field };
  const id = newId();
  await clashesInWords(change, id, async () => {
    await insertEvent(change, id, campaignId, details);
    await insertLinks(change, id, details);
    for (const contactId of new Set(contactIds)) {
      await insertParticipant(change, id, contactId, { reply: replies.get(contactId) });
    }
    return { ok: true };
  });
  return { ok: true, eventId: id };
}

/** Saves an event as it was edited; the version counts on even when only its audiences or officers have changed. */
export async function editEvent(
  change: Change,
  target: Target,
  details: EventDetails,
  version: number,
): Promise<Done | Gone | Stale | Stranger> {
  const { campaignId, eventId } = target;
  const before = await findStanding(change.read, campaignId, eventId);
  if (before === null) return { ok: false, reason: "not-found" };
  const links = await linksOfEvent(change.read, eventId);
  const present = links.officers.map(({ to }) => to);
  const field = await linkOutsideCampaign(change.read, campaignId, details, [], present);
  if (field !== null) return { ok: false, reason: "not-of-this-campaign", field };
  const schedule = before.schedule === "cancelled" ? before.schedule : details.schedule;
  const updated = await clashesInWords(change, eventId, async () => {
    const columns = { ...columnsOf(details), schedule };
    const renewed = await change.renew("outreach_event", eventId, columns, version);
    if (renewed.ok) await replaceLinks(change, eventId, links, details);
    return renewed;
  });
  if (!updated.ok) return { ok: false, reason: updated.reason };
  return describeEvent(change, target, "edited", `Saved: ${details.title}`);
}

/** Moves an event that still lies ahead, or was never marked, to another time; `summary` says so to its mover. */
export async function moveEventTo(
  change: Change,
  target: Target,
  { time, version, summary }: { time: PlannedTime; version: number; summary: string },
): Promise<Done | Gone | Stale | AgainstARule> {
  const standing = await findStanding(change.read, target.campaignId, target.eventId);
  if (standing === null) return { ok: false, reason: "not-found" };
  const allowed = moveEvent(standing);
  if (!allowed.ok) return allowed;
  const updated = await clashesInWords(change, target.eventId, () =>
    change.update("outreach_event", target.eventId, timeColumns(time), version),
  );
  if (!updated.ok) return { ok: false, reason: updated.reason };
  return describeEvent(change, target, "moved", summary);
}

/** Keeps why an event goes ahead in spite of what speaks against it; "" takes the reason back. */
export async function keepGoingAheadReason(
  change: Change,
  target: Target,
  { reason, version }: { reason: string; version: number },
): Promise<Done | Gone | Stale> {
  const standing = await findStanding(change.read, target.campaignId, target.eventId);
  if (standing === null) return { ok: false, reason: "not-found" };
  const kept = { going_ahead_reason: reason };
  const updated = await change.update("outreach_event", target.eventId, kept, version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  const summary = reason === "" ? "Removed the reason for going ahead" : `Going ahead because: ${reason}`;
  return describeEvent(change, target, "reason kept", summary);
}

/** Gives an event another owner, who goes to it in the place of the one before. */
export async function handOver(
  change: Change,
  target: Target,
  { accountId, version }: { accountId: string; version: number },
): Promise<Done | Gone | Stale | Stranger> {
  const { campaignId, eventId } = target;
  const before = await change.read
    .selectFrom("outreach_event")
    .select("owner_account_id")
    .where("id", "=", eventId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  if (before === undefined) return { ok: false, reason: "not-found" };
  const links = await linksOfEvent(change.read, eventId);
  const officers = links.officers.map(({ to }) => to).filter((to) => to !== before.owner_account_id);
  const none = { objectiveId: null, audienceIds: [], messageIds: [] };
  const wanted = { ...none, ownerAccountId: accountId, officerIds: officers };
  const field = await linkOutsideCampaign(change.read, campaignId, { ...wanted, officerIds: [] }, []);
  if (field !== null) return { ok: false, reason: "not-of-this-campaign", field };
  const updated = await clashesInWords(change, eventId, async () => {
    const renewed = await change.renew("outreach_event", eventId, { owner_account_id: accountId }, version);
    const ties = { audiences: [], messages: [], officers: links.officers };
    if (renewed.ok) await replaceLinks(change, eventId, ties, wanted);
    return renewed;
  });
  if (!updated.ok) return { ok: false, reason: updated.reason };
  const summary = `Handed to ${await nameOfAccount(change.read, accountId)}`;
  return describeEvent(change, target, "handed over", summary);
}

async function nameOfAccount(read: Queries, id: string): Promise<string> {
  const row = await read.selectFrom("account").select("name").where("id", "=", id).executeTakeFirst();
  return row?.name ?? "a colleague";
}

/** Holds, misses, cancels an event, or takes that back. `reason` is why it was cancelled or not held. */
export async function changeStanding(
  change: Change,
  target: Target,
  act: StandingAct,
  reason: string,
): Promise<Done | Gone | AgainstARule> {
  const standing = await findStanding(change.read, target.campaignId, target.eventId);
  if (standing === null) return { ok: false, reason: "not-found" };
  const { allowed, patch, action, summary } = decideStanding(act, standing, reason.trim(), change.author.now);
  if (!allowed.ok) return allowed;
  await change.update("outreach_event", target.eventId, patch, null);
  return describeEvent(change, target, action, summary);
}

/** Marks the event of an outcome held, inside the change that logs the outcome. */
export async function holdEventOfOutcome(change: Change, eventId: string): Promise<void> {
  await change.update("outreach_event", eventId, { result: "held", result_reason: "" }, null);
}

async function insertEvent(
  change: Change,
  id: string,
  campaignId: string,
  details: EventDetails,
): Promise<void> {
  await change.insert("outreach_event", {
    id,
    campaign_id: campaignId,
    ...columnsOf(details),
    result: "planned",
    planned_at: change.author.now.toISOString(),
  });
}

/** One time of a series, with its own details. */
export type EventOfSeries = { id: string; slot: WallTime; details: EventDetails };

/** Puts the times of a series in, each an event; what they are tied to is put in apart. */
export async function insertEventsOfSeries(
  change: Change,
  series: { id: string; campaignId: string },
  events: readonly EventOfSeries[],
): Promise<void> {
  await change.insertMany(
    "outreach_event",
    events.map(({ id, slot, details }) => ({
      id,
      campaign_id: series.campaignId,
      ...columnsOf(details),
      result: "planned",
      planned_at: change.author.now.toISOString(),
      event_series_id: series.id,
      series_slot: slot,
    })),
  );
}

/** Takes a time of a series off the calendar, with what belongs to it; the history keeps it. */
export async function removeEventOfSeries(change: Change, id: string): Promise<void> {
  await change.remove("outreach_event", id);
}

function columnsOf(details: EventDetails) {
  const { objectiveId, ownerAccountId, time } = details;
  return {
    ...eventRecord.toRow(details),
    ...timeColumns(time),
    objective_id: objectiveId,
    owner_account_id: ownerAccountId,
  };
}

/** The columns that say when an event takes place. */
export function timeColumns({ wallStart, wallEnd, zone, startsAt, endsAt, isAllDay }: PlannedTime) {
  return {
    wall_start: wallStart,
    wall_end: wallEnd,
    zone,
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    day: isAllDay ? dayOf(wallStart) : dateIn(startsAt, WASHINGTON),
    is_all_day: isAllDay ? 1 : 0,
  } as const;
}

/** Puts whole rows in, as a series and a calendar file do that bring many at once. */
export function insertOutreachEventRows(
  change: Change,
  rows: readonly NewRow<"outreach_event">[],
): Promise<void> {
  return change.insertMany("outreach_event", rows);
}

/** Changes a row whatever its version, inside a change that has looked at it. */
export function updateOutreachEventRow(
  change: Change,
  id: string,
  patch: Patch<"outreach_event">,
): Promise<Updated> {
  return change.update("outreach_event", id, patch, null);
}
