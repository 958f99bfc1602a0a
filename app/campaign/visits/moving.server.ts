import { describeEvent } from "#app/campaign/outreach-events/links.server.ts";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { moveInSeries, othersReached } from "#app/campaign/outreach-events/series/scope.server.ts";
import type { Scope } from "#app/campaign/outreach-events/series/scope.ts";
import {
  type EventDetails,
  editEvent,
  moveEventTo,
  type Target,
} from "#app/campaign/outreach-events/store.server.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import { type CalendarDate, dayOf, timedOf } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { eachIn } from "#db/kept-query.server.ts";
import { partOfChange } from "#db/part-of-change.server.ts";
import type { Queries } from "#db/schema.ts";
import { shiftDecisions } from "./items.server.ts";
import { followedInWords, shiftByDays } from "./visit-days.ts";

type Move = { time: PlannedTime; version: number; summary: string };

/** Which events something is done to; the programme items that say themselves where they go are not moved along. */
type Reached = { campaignId: string; eventIds: readonly string[]; sayThemselves: ReadonlySet<string> };

/**
 * Does something that may move visits, by hand or by an import, in one change that one Undo takes back: each item of the
 * programme goes as many days as its visit, at its own hour, and so does the time by which its plan B is decided.
 * Deadlines follow by themselves, since only their distance is kept. What is over or cancelled stays, and so does an item
 * whose hour the clocks skip that day; `followed` counts and names them.
 */
export async function withProgrammes<Answer extends { ok: boolean }>(
  change: Change,
  { campaignId, eventIds, sayThemselves }: Reached,
  work: () => Promise<Answer>,
): Promise<{ done: Answer; followed: string }> {
  const before = await daysOfVisits(change.read, eventIds);
  const done = await work();
  if (!done.ok || before.size === 0) return { done, followed: "" };
  const stayed: string[] = [];
  let moved = 0;
  for (const [id, day] of await daysOfVisits(change.read, [...before.keys()])) {
    const days = daysBetween(before.get(id) ?? day, day);
    if (days === 0) continue;
    for (const item of await itemsOf(change.read, id)) {
      if (sayThemselves.has(item.eventId)) continue;
      if (await moveItem(change, campaignId, item, days)) moved += 1;
      else stayed.push(item.title);
    }
    await shiftDecisions(change, id, days, sayThemselves);
  }
  return { done, followed: followedInWords(moved, stayed) };
}

/** Moves an event as moveInSeries does; visits take their programmes along. */
export async function moveWithProgramme(
  change: Change,
  target: Target,
  move: Move,
  scope: Scope,
): ReturnType<typeof moveInSeries> {
  const { part, described } = partOfChange(change);
  const reached = await reachedFrom(change, target, scope);
  const { done, followed } = await withProgrammes(part, reached, () =>
    moveInSeries(part, target, move, scope),
  );
  if (!done.ok) return done;
  const said = described()?.summary ?? move.summary;
  return describeEvent(change, target, "moved", followed === "" ? said : `${said}. ${followed}`);
}

/** Saves an event as editEvent does; a visit whose day is edited takes its programme along. */
export async function editWithProgramme(
  change: Change,
  target: Target,
  details: EventDetails,
  version: number,
): ReturnType<typeof editEvent> {
  const { part } = partOfChange(change);
  const reached = await reachedFrom(change, target, "this");
  const { done, followed } = await withProgrammes(part, reached, () =>
    editEvent(part, target, details, version),
  );
  if (!done.ok) return done;
  const saved = `Saved: ${details.title}`;
  return describeEvent(change, target, "edited", followed === "" ? saved : `${saved}. ${followed}`);
}

/** The event, and the others of its series that a change to it reaches. */
async function reachedFrom(change: Change, target: Target, scope: Scope): Promise<Reached> {
  const { campaignId, eventId } = target;
  const others = (await othersReached(change, target, scope))?.others ?? [];
  return {
    campaignId,
    eventIds: [eventId, ...others.map((other) => other.eventId)],
    sayThemselves: new Set(),
  };
}

/** The first days of those of the events that are visits. */
async function daysOfVisits(read: Queries, eventIds: readonly string[]): Promise<Map<string, CalendarDate>> {
  const rows = await read
    .selectFrom("outreach_event")
    .innerJoin("visit_item", "visit_event_id", "outreach_event.id")
    .select(["outreach_event.id", "wall_start"])
    .where("kind", "=", "delegation visit")
    .where("outreach_event.id", "in", eachIn(JSON.stringify(eventIds)))
    .execute();
  return new Map(rows.map((row) => [row.id, dayOf(row.wall_start)]));
}

type Item = Awaited<ReturnType<typeof itemsOf>>[number];

async function moveItem(
  change: Change,
  campaignId: string,
  { eventId, version, time }: Item,
  days: number,
): Promise<boolean> {
  const shifted = shiftByDays(time, days);
  if (shifted === null) return false;
  const { part } = partOfChange(change);
  const target = { campaignId, eventId, location: "" };
  return (await moveEventTo(part, target, { time: shifted, version, summary: "" })).ok;
}

async function itemsOf(read: Queries, visitId: string) {
  const rows = await read
    .selectFrom("visit_item as item")
    .innerJoin("outreach_event as event", "event.id", "item.outreach_event_id")
    .select(["event.id", "event.version", "event.title", "event.is_all_day"])
    .select(["event.wall_start", "event.wall_end", "event.zone", "event.starts_at", "event.ends_at"])
    .where("item.visit_event_id", "=", visitId)
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .execute();
  return rows.map((row) => ({
    eventId: row.id,
    version: row.version,
    title: row.title,
    time: {
      wallStart: row.wall_start,
      wallEnd: row.wall_end,
      ...timedOf(row),
    },
  }));
}
