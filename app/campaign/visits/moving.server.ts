import { describeEvent } from "#app/campaign/outreach-events/links.server.ts";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import {
  type EventDetails,
  editEvent,
  moveEventTo,
  type Target,
} from "#app/campaign/outreach-events/store.server.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import { dayOf, timedOf, type WallTime } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { partOfChange } from "#db/part-of-change.server.ts";
import type { Queries } from "#db/schema.ts";
import { shiftDecisions } from "./items.server.ts";
import { followedInWords, shiftByDays } from "./visit-days.ts";

type Move = { time: PlannedTime; version: number; summary: string };

/**
 * Moves a visit with everything in its programme, in one change that one Undo takes back: each item goes as many days as
 * the visit, at its own hour, and so does the time by which its plan B is decided. Deadlines follow by themselves, since
 * only their distance is kept. What is over or cancelled stays, and so does an item whose hour the clocks skip that day;
 * the summary counts and names them. It refuses what moveEventTo refuses.
 */
export async function moveVisit(
  change: Change,
  target: Target,
  { time, version, summary }: Move,
): Promise<Awaited<ReturnType<typeof moveEventTo>>> {
  const before = await findBefore(change.read, target.eventId);
  const { part } = partOfChange(change);
  const moved = await moveEventTo(part, target, { time, version, summary });
  if (!moved.ok || before === undefined) return moved;
  const followed = await takeAlong(part, target, before.wall_start, time);
  return describeEvent(change, target, "moved", followed === "" ? summary : `${summary}. ${followed}`);
}

/** Saves an event as editEvent does; a visit whose day is edited takes its programme along as moveVisit does. */
export async function editWithProgramme(
  change: Change,
  target: Target,
  details: EventDetails,
  version: number,
): Promise<Awaited<ReturnType<typeof editEvent>>> {
  const before = await findBefore(change.read, target.eventId);
  const { part } = partOfChange(change);
  const edited = await editEvent(part, target, details, version);
  if (!edited.ok || before === undefined) return edited;
  const isVisit = before.kind === "delegation visit";
  const followed = isVisit ? await takeAlong(part, target, before.wall_start, details.time) : "";
  const saved = `Saved: ${details.title}`;
  return describeEvent(change, target, "edited", followed === "" ? saved : `${saved}. ${followed}`);
}

function findBefore(read: Queries, eventId: string) {
  return read
    .selectFrom("outreach_event")
    .select(["wall_start", "kind"])
    .where("id", "=", eventId)
    .executeTakeFirst();
}

async function takeAlong(
  change: Change,
  target: Target,
  wallBefore: WallTime,
  { wallStart }: PlannedTime,
): Promise<string> {
  const days = daysBetween(dayOf(wallBefore), dayOf(wallStart));
  if (days === 0) return "";
  const followed = await moveItems(change, target, days);
  await shiftDecisions(change, target.eventId, days);
  return followed;
}

async function moveItems(change: Change, target: Target, days: number): Promise<string> {
  const items = await itemsOf(change.read, target.eventId);
  const stayed: string[] = [];
  let moved = 0;
  for (const { eventId, version, title, time } of items) {
    const shifted = shiftByDays(time, days);
    const answer =
      shifted === null
        ? { ok: false }
        : await moveEventTo(change, { ...target, eventId }, { time: shifted, version, summary: "" });
    if (answer.ok) moved += 1;
    else stayed.push(title);
  }
  return followedInWords(moved, stayed);
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
