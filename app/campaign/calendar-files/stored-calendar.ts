import type { Result } from "#app/campaign/outreach-events/standing.ts";
import {
  dayOf,
  instantOf,
  timeOf,
  type WallTime,
  wallAt,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import type { FileSeries, FileTime, TakenEvent } from "./reading/calendar-reading.ts";
import { uidOfTime } from "./uid.ts";

/** An event of the campaign that a file may mean. */
export type StoredEvent = TakenEvent & {
  id: string;
  version: number;
  /** How far its SEQUENCE is ahead of the count of its versions. */
  sequenceLead: number;
  /** What the last import took over of it, as stampOf has it; null where none did. */
  importedHash: string | null;
  result: Result;
  /** The wall time that its series gave it; null where it stands alone. */
  slot: WallTime | null;
};

/** Why a time is left out here that the file left out. */
export const LEFT_OUT_IN_FILE = "Left out of the imported calendar";

/** A series of the campaign that a file may mean, with all of its times. */
export type StoredSeries = {
  id: string;
  version: number;
  /** How far its SEQUENCE is ahead of the count of its versions. */
  sequenceLead: number;
  importedHash: string | null;
  title: string;
  place: string;
  rule: string;
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: Zone;
  isAllDay: boolean;
  exceptions: readonly { id: string; slot: WallTime; isOfFile: boolean }[];
  /** Whether any of its times is for named people only (TLP:RED): what is added to it then is too. */
  isForNamedOnly: boolean;
  times: readonly StoredEvent[];
};

/** What the campaign has under each UID of a file. */
export type StoredCalendar = {
  events: ReadonlyMap<string, StoredEvent>;
  series: ReadonlyMap<string, StoredSeries>;
  /** UIDs of ours whose record is another campaign's. */
  elsewhere: ReadonlySet<string>;
  /** What was imported before and is not in this file. */
  gone: readonly { title: string; startsAt: string }[];
};

/** What the slots of a series are told on: a clock, or days. */
type SlotClock = { zone: Zone; isAllDay: boolean; wallStart: WallTime };

/** The slot of a time as another clock tells it: the same instant; of days and hours, the same day. */
function slotOnClock(slot: WallTime, from: SlotClock, to: Pick<SlotClock, "zone"> | SlotClock): WallTime {
  if ("isAllDay" in to && to.isAllDay !== from.isAllDay)
    return wallAt(dayOf(slot), to.isAllDay ? "00:00" : timeOf(to.wallStart));
  if (from.isAllDay || from.zone === to.zone) return slot;
  const found = instantOf(slot, from.zone, "first");
  return found.ok ? wallTimeIn(found.instant, to.zone) : slot;
}

/** The UID that a time of a series has where it stands alone here. */
export function uidOfSlot(series: FileSeries, slot: WallTime): string {
  return uidOfTime(series.uid, slotOnClock(slot, series, { zone: "UTC" }), series.isAllDay);
}

/** The times of a file with the slots that they have here, each once: what names a day means the time here on that day. */
export function timesHere(series: FileSeries, here: StoredSeries): { time: FileTime; slot: WallTime }[] {
  const known = [...here.times, ...here.exceptions].flatMap(({ slot }) => slot ?? []);
  const byDay = new Map(known.map((slot) => [dayOf(slot), slot]));
  return series.times.map((time) => {
    const { inDays } = time;
    if (here.isAllDay && inDays !== null) return { time: { ...time, ...inDays }, slot: inDays.slot };
    const onDay = series.isAllDay && !here.isAllDay ? byDay.get(dayOf(time.slot)) : undefined;
    return { time, slot: onDay ?? slotOnClock(time.slot, series, here) };
  });
}

/** Where the slots here go once the series is on the clock of the file; those that stay as they are left away. */
export function slotsAfter(series: FileSeries, here: StoredSeries): ReadonlyMap<WallTime, WallTime> {
  const told = new Map<WallTime, WallTime>();
  for (const { time, slot } of timesHere(series, here)) told.set(slot, told.get(slot) ?? time.slot);
  const used = new Set(series.times.map(({ slot }) => slot));
  const after = new Map<WallTime, WallTime>();
  for (const { slot } of [...here.times, ...here.exceptions]) {
    if (slot === null) continue;
    const now = told.get(slot) ?? slotOnClock(slot, here, series);
    if (now !== slot && (told.has(slot) || !used.has(now))) after.set(slot, now);
    used.add(now);
  }
  return after;
}
