import type { Selectable } from "kysely";
import { addressOf } from "#app/http/addresses.ts";
import { counted } from "#app/text/in-words.ts";
import type { WallTime } from "#app/time/wall-time.ts";
import type { Change, NewRow, Patch } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Schema } from "#db/schema.ts";
import {
  describeEvent,
  insertOutreachEventAudienceRows,
  insertOutreachEventMessageRows,
  insertOutreachEventOfficerRows,
  linkOutsideCampaign,
} from "../links.server.ts";
import type { Reply } from "../participants/participation.ts";
import { insertOutreachEventParticipantRows, recordReply } from "../participants/store.server.ts";
import { type PlannedTime, startInWords } from "../planned-time.ts";
import {
  type EventDetails,
  type EventOfSeries,
  insertEventsOfSeries,
  type Planned,
  type Target,
  updateOutreachEventRow,
} from "../store.server.ts";
import { clashesInWordsOfAll } from "../warnings/clashes.server.ts";
import type { LeftOut } from "./times-of-series.ts";

/** A time to plan; `details` is what differs from the series at that time, as an import may say. */
export type TimeToPlan = { slot: WallTime; time: PlannedTime; details?: Partial<EventDetails> };

/**
 * What repeats: the rule (RFC 5545, without "RRULE:"), its first time as the rule counts it (DTSTART), the times worked
 * out, and those left out. `imported` where another calendar knows it by a UID of its own.
 */
export type SeriesPlan = {
  rule: string;
  first: PlannedTime;
  times: readonly TimeToPlan[];
  leftOut: readonly LeftOut[];
  imported: { uid: string; hash: string } | null;
  /** What to say of the times besides how many there are. */
  note?: string;
};

type Stranger = { ok: false; reason: "not-of-this-campaign"; field: string };
type NoTime = { ok: false; reason: "no-time-at-all" };

/**
 * Plans every time of a series, each an event with the same audiences, messages, officers and participants, in one change.
 * What they have replied is of the first time. Refuses a series without a single time. Goes to its first event afterwards. Source: RFC 5545, section 3.8.5.
 */
export async function planSeries(
  change: Change,
  campaignId: string,
  details: EventDetails,
  plan: SeriesPlan,
  contactIds: readonly string[],
  replies: ReadonlyMap<string, Reply> = new Map(),
): Promise<Planned | Stranger | NoTime> {
  const planned = await insertSeries(change, campaignId, details, plan, contactIds);
  if (!planned.ok) return planned;
  const [first] = planned.events;
  if (first === undefined) return { ok: false, reason: "no-time-at-all" };
  for (const [contactId, reply] of replies) await recordReply(change, first.id, contactId, reply);
  const note = plan.note ? `. ${plan.note}` : "";
  const many = `${counted(planned.events.length, "date")}, ${planned.events.length === 1 ? "" : "the first "}`;
  const summary = `Planned ${many}on ${startInWords(first.details.time)}: ${details.title}${note}`;
  const target = { eventId: first.id, location: addressOf.event(campaignId, first.id) };
  describeEvent(change, target, "planned", summary);
  return { ok: true, eventId: first.id };
}

/** As planSeries, inside a change that describes itself, as an import does that brings several. */
export async function insertSeries(
  change: Change,
  campaignId: string,
  details: EventDetails,
  plan: SeriesPlan,
  contactIds: readonly string[],
): Promise<{ ok: true; seriesId: string; events: readonly EventOfSeries[] } | Stranger> {
  const field = await linkOutsideCampaign(change.read, campaignId, details, contactIds);
  if (field !== null) return { ok: false, reason: "not-of-this-campaign", field };
  const seriesId = newId();
  await change.insert("event_series", seriesRow(seriesId, campaignId, details, plan));
  await leaveOut(change, seriesId, plan.leftOut);
  const events = await insertTimes(change, { id: seriesId, campaignId }, plan.times, details, contactIds);
  return { ok: true, seriesId, events };
}

async function insertTimes(
  change: Change,
  series: { id: string; campaignId: string },
  times: readonly TimeToPlan[],
  details: EventDetails,
  contactIds: readonly string[],
): Promise<EventOfSeries[]> {
  const events = times.map(({ slot, time, details: own }) => ({
    id: newId(),
    slot,
    details: { ...details, ...own, time },
  }));
  const ids = events.map(({ id }) => id);
  await clashesInWordsOfAll(change, ids, async () => {
    await insertEventsOfSeries(change, series, events);
    await tieEventsOfSeries(change, events, [...new Set(contactIds)]);
  });
  return events;
}

/**
 * Makes an event that stands alone the first time of a series, and plans the others of `plan` like it, inside a change that
 * describes itself. Why it goes ahead stays its own.
 */
export async function repeatEvent(
  change: Change,
  { campaignId, eventId }: Pick<Target, "campaignId" | "eventId">,
  details: EventDetails,
  plan: SeriesPlan,
  contactIds: readonly string[],
): Promise<void> {
  const [first, ...others] = plan.times;
  const id = newId();
  await change.insert("event_series", seriesRow(id, campaignId, details, plan));
  await leaveOut(change, id, plan.leftOut);
  const slot = first?.slot ?? plan.first.wallStart;
  await updateOutreachEventRow(change, eventId, { event_series_id: id, series_slot: slot });
  const likeIt = { ...details, goingAheadReason: "" };
  await insertTimes(change, { id, campaignId }, others, likeIt, contactIds);
}

function seriesRow(
  id: string,
  campaignId: string,
  details: EventDetails,
  { rule, first, imported }: SeriesPlan,
): NewRow<"event_series"> {
  return {
    id,
    campaign_id: campaignId,
    title: details.title,
    place: details.place,
    rule,
    wall_start: first.wallStart,
    wall_end: first.wallEnd,
    zone: first.zone,
    is_all_day: first.isAllDay ? 1 : 0,
    imported_uid: imported?.uid ?? null,
    imported_hash: imported?.hash ?? null,
  };
}

/** Keeps that these times of a series do not take place. */
export async function leaveOut(change: Change, seriesId: string, leftOut: readonly LeftOut[]): Promise<void> {
  await change.insertMany(
    "event_series_exception",
    leftOut.map(({ slot, reason }) => ({ id: newId(), event_series_id: seriesId, slot, reason })),
  );
}

/** Changes what is kept of a series, inside a change that says what it is about. */
export async function updateSeries(change: Change, id: string, patch: Patch<"event_series">): Promise<void> {
  await change.update("event_series", id, patch, null);
}

type SeriesRow = Selectable<Schema["event_series"]>;

/** Puts another series in that goes on where this one stops; gives its id. */
export async function branchSeries(
  change: Change,
  seriesId: string,
  patch: Pick<SeriesRow, "rule" | "wall_start" | "wall_end" | "zone" | "is_all_day">,
): Promise<string> {
  const { version, ...row } = await change.read
    .selectFrom("event_series")
    .selectAll()
    .where("id", "=", seriesId)
    .executeTakeFirstOrThrow();
  const id = newId();
  await change.insert("event_series", { ...row, ...patch, id, imported_uid: null, imported_hash: null });
  return id;
}

/** Those that get another slot, in an order in which no slot is taken twice on the way. */
export function inOrder<T extends { slot: WallTime }>(
  all: readonly T[],
  to: ReadonlyMap<WallTime, WallTime>,
): T[] {
  const going = all.filter(({ slot }) => to.has(slot)).sort((a, b) => a.slot.localeCompare(b.slot));
  const isLater = [...to].some(([before, after]) => after > before);
  return isLater ? going.reverse() : going;
}

/** Moves a time that is left out to another slot, of this series or of one that goes on after it. */
export async function updateLeftOut(
  change: Change,
  id: string,
  patch: Patch<"event_series_exception">,
): Promise<void> {
  await change.update("event_series_exception", id, patch, null);
}

/** Forgets that a time is left out. */
export async function removeLeftOut(change: Change, id: string): Promise<void> {
  await change.remove("event_series_exception", id);
}

/** Ties every event to the same audiences, messages, officers and participants, in one statement each. */
async function tieEventsOfSeries(
  change: Change,
  events: readonly EventOfSeries[],
  contactIds: readonly string[],
): Promise<void> {
  await insertOutreachEventAudienceRows(
    change,
    events.flatMap(({ id, details }) =>
      [...new Set(details.audienceIds)].map((to) => ({
        id: newId(),
        outreach_event_id: id,
        audience_id: to,
      })),
    ),
  );
  await insertOutreachEventMessageRows(
    change,
    events.flatMap(({ id, details }) =>
      [...new Set(details.messageIds)].map((to, position) => ({
        id: newId(),
        outreach_event_id: id,
        key_message_id: to,
        position,
      })),
    ),
  );
  await insertOutreachEventOfficerRows(
    change,
    events.flatMap(({ id, details }) =>
      officersOf(details).map((to) => ({ id: newId(), outreach_event_id: id, account_id: to })),
    ),
  );
  await insertOutreachEventParticipantRows(
    change,
    events.flatMap(({ id }) =>
      contactIds.map((to) => ({
        id: newId(),
        outreach_event_id: id,
        contact_id: to,
        reply: "needs-action" as const,
        attendance: "not recorded" as const,
      })),
    ),
  );
}

function officersOf({ ownerAccountId, officerIds }: EventDetails): string[] {
  return [...new Set([...(ownerAccountId === null ? [] : [ownerAccountId]), ...officerIds])];
}

/** Puts records of series in whose times an import writes itself. */
export function insertSeriesRows(change: Change, rows: readonly NewRow<"event_series">[]): Promise<void> {
  return change.insertMany("event_series", rows);
}
