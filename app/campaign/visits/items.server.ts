import { describeEvent } from "#app/campaign/outreach-events/links.server.ts";
import {
  changeStanding,
  type EventDetails,
  type Planned,
  planEvent,
} from "#app/campaign/outreach-events/store.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import { partOfChange } from "#db/part-of-change.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Part } from "./members/who-goes.ts";
import { decideByOf, type ItemText, itemRecord } from "./record.ts";
import { isVisit, type VisitTarget } from "./target.server.ts";
import { shiftWall, type VisitDays } from "./visit-days.ts";

/** The item of which visit; `eventId` is the visit's event. */
export type ItemTarget = VisitTarget & { itemId: string };

type Taken = { ok: false; reason: "not-to-be-taken-in" };

/** Plans an event and puts it into the programme, in one change. */
export async function planItem(
  change: Change,
  target: VisitTarget,
  details: EventDetails,
  item: ItemText,
): Promise<Done | Gone | Exclude<Awaited<ReturnType<typeof planEvent>>, Planned>> {
  if (!(await isVisit(change.read, target))) return { ok: false, reason: "not-found" };
  const planned = await planEvent(partOfChange(change).part, target.campaignId, details, []);
  if (!planned.ok) return planned;
  await insertItem(change, target.eventId, planned.eventId, item);
  return describeEvent(change, target, "item added", `Added to the programme: ${details.title}`);
}

/** Takes an event of the campaign that is there already into the programme; one that is a visit or in another is refused. */
export async function takeIn(
  change: Change,
  target: VisitTarget,
  takenId: string,
): Promise<Done | Gone | Taken> {
  if (!(await isVisit(change.read, target))) return { ok: false, reason: "not-found" };
  const event = await change.read
    .selectFrom("outreach_event as event")
    .leftJoin("visit_item as item", "item.outreach_event_id", "event.id")
    .select(["event.title", "event.kind", "item.id as item_id"])
    .where("event.id", "=", takenId)
    .where("event.campaign_id", "=", target.campaignId)
    .executeTakeFirst();
  if (event === undefined) return { ok: false, reason: "not-found" };
  if (event.item_id !== null || event.kind === "delegation visit")
    return { ok: false, reason: "not-to-be-taken-in" };
  await insertItem(change, target.eventId, takenId, itemRecord.leftEmpty);
  return describeEvent(change, target, "item added", `Added to the programme: ${event.title}`);
}

/** Saves what the programme keeps of an item. */
export async function editItem(
  change: Change,
  target: ItemTarget,
  item: ItemText,
  version: number,
): Promise<Done | Gone | Stale> {
  const found = await findItem(change.read, target);
  if (found === null) return { ok: false, reason: "not-found" };
  const updated = await change.update("visit_item", target.itemId, columnsOf(item), version);
  if (!updated.ok) return { ok: false, reason: updated.reason };
  return describeEvent(change, target, "item edited", `Saved: ${found.title}`);
}

/** Takes an item off the programme. Its event stays in the calendar, or is cancelled where a reason is given. */
export async function removeItem(
  change: Change,
  target: ItemTarget,
  cancelledBecause: string | null,
): Promise<Done | Gone | Awaited<ReturnType<typeof changeStanding>>> {
  const found = await findItem(change.read, target);
  if (found === null) return { ok: false, reason: "not-found" };
  if (cancelledBecause !== null) {
    const { part } = partOfChange(change);
    const event = { ...target, eventId: found.eventId };
    const cancelled = await changeStanding(part, event, "cancel", cancelledBecause);
    if (!cancelled.ok) return cancelled;
  }
  await change.remove("visit_item", target.itemId);
  const became = cancelledBecause === null ? "It stays in the calendar" : "The event is cancelled";
  const summary = `Removed from the programme: ${found.title}. ${became}`;
  return describeEvent(change, target, "item removed", summary);
}

/** Moves the times by which plans B are decided along with the visit, inside the change that moves it. */
export async function shiftDecisions(
  change: Change,
  visitId: string,
  days: number,
  sayThemselves: ReadonlySet<string>,
): Promise<void> {
  const rows = await change.read
    .selectFrom("visit_item")
    .select(["id", "decide_by", "outreach_event_id"])
    .where("visit_event_id", "=", visitId)
    .execute();
  for (const { id, decide_by, outreach_event_id } of rows)
    if (decide_by !== null && !sayThemselves.has(outreach_event_id))
      await change.update("visit_item", id, { decide_by: shiftWall(decide_by, days) }, null);
}

/** Who does what at an item: null takes the member off it. Members and items of other visits are no cell of this one. */
export type Cell = { memberId: string; itemId: string; was: Part | null; part: Part | null };

/**
 * Saves who goes where. Only cells that were changed are written; where somebody else changed one of these meanwhile,
 * nothing is, and the answer says what stands there.
 */
export async function saveWhoGoes(
  change: Change,
  target: VisitTarget,
  cells: readonly Cell[],
): Promise<Done | Gone | { ok: false; reason: "changed-by-somebody-else"; cells: readonly Cell[] }> {
  if (!(await isVisit(change.read, target))) return { ok: false, reason: "not-found" };
  const standing = await partsOf(change.read, target.eventId);
  const mine = cells.filter(({ was, part }) => was !== part);
  const theirs = mine
    .map((cell) => ({ ...cell, was: standing.get(cellKey(cell))?.part ?? null }))
    .filter((cell, index) => cell.was !== mine[index]?.was && cell.was !== cell.part);
  if (theirs.length > 0) return { ok: false, reason: "changed-by-somebody-else", cells: theirs };
  const known = await cellsOf(change.read, target.eventId);
  for (const cell of mine) if (known.has(cellKey(cell))) await writeCell(change, cell, standing);
  return describeEvent(change, target, "who goes where saved", "Saved who goes where");
}

type StoredCells = ReadonlyMap<string, { id: string; part: Part }>;

async function writeCell(
  change: Change,
  { memberId, itemId, part }: Cell,
  standing: StoredCells,
): Promise<void> {
  const row = standing.get(cellKey({ memberId, itemId }));
  if (row === undefined) {
    if (part !== null)
      await change.insert("visit_part", {
        id: newId(),
        visit_item_id: itemId,
        visit_member_id: memberId,
        part,
      });
  } else if (part === null) await change.remove("visit_part", row.id);
  else await change.update("visit_part", row.id, { part }, null);
}

function cellKey({ memberId, itemId }: { memberId: string; itemId: string }): string {
  return `${memberId} ${itemId}`;
}

async function partsOf(read: Queries, visitId: string): Promise<StoredCells> {
  const rows = await read
    .selectFrom("visit_part as part")
    .innerJoin("visit_item as item", "item.id", "part.visit_item_id")
    .select(["part.id", "part.part", "part.visit_item_id as itemId", "part.visit_member_id as memberId"])
    .where("item.visit_event_id", "=", visitId)
    .execute();
  return new Map(rows.map((row) => [cellKey(row), row]));
}

async function cellsOf(read: Queries, visitId: string): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom("visit_member as member")
    .innerJoin("visit_item as item", "item.visit_event_id", "member.outreach_event_id")
    .select(["member.id as memberId", "item.id as itemId"])
    .where("member.outreach_event_id", "=", visitId)
    .execute();
  return new Set(rows.map(cellKey));
}

async function insertItem(change: Change, visitId: string, eventId: string, item: ItemText): Promise<void> {
  const place = { id: newId(), visit_event_id: visitId, outreach_event_id: eventId };
  await change.insert("visit_item", { ...place, ...columnsOf(item) });
}

function columnsOf({ host, note, planB, planBNote, ...item }: ItemText) {
  return { host, note, plan_b: planB, plan_b_note: planBNote, decide_by: decideByOf(item) } as const;
}

async function findItem(read: Queries, { campaignId, eventId, itemId }: ItemTarget) {
  const row = await read
    .selectFrom("visit_item as item")
    .innerJoin("outreach_event as visit", "visit.id", "item.visit_event_id")
    .innerJoin("outreach_event as event", "event.id", "item.outreach_event_id")
    .select(["event.id as eventId", "event.title"])
    .where("item.id", "=", itemId)
    .where("visit.id", "=", eventId)
    .where("visit.campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row ?? null;
}

const MOST_SHOWN = 40;

/** The events of a campaign on the days of a visit that stand in no programme and are not cancelled, at most 40. */
export async function listEventsToTakeIn(
  read: Queries,
  campaignId: string,
  { first, last }: VisitDays,
): Promise<Cut<{ id: string; title: string; startsAt: Date; day: CalendarDate; isAllDay: boolean }>> {
  const rows = await eventsOfDays(read, { campaign: campaignId, first, last });
  const events = rows.map(({ id, title, day, ...row }) => ({
    id,
    title,
    day,
    startsAt: new Date(row.starts_at),
    isAllDay: row.is_all_day === 1,
  }));
  return cut(events, MOST_SHOWN);
}

const eventsOfDays = keptQuery((read, place: Place<"campaign", "first" | "last">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("visit_item as item", "item.outreach_event_id", "event.id")
    .select(["event.id", "event.title", "event.starts_at", "event.day", "event.is_all_day"])
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.day", ">=", place("first"))
    .where("event.day", "<=", place("last"))
    .where("event.schedule", "<>", "cancelled")
    .where("event.kind", "<>", "delegation visit")
    .where("item.id", "is", null)
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .limit(MOST_SHOWN + 1),
);
