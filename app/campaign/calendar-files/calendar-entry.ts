import type { Result, Schedule } from "#app/campaign/outreach-events/standing.ts";
import type { Handling } from "#app/text/handling.ts";
import { textHash } from "#app/text/text-hash.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDays, formatDayWithYear } from "#app/time/format.ts";
import { dayOf, type Timed, timeOf, type WallTime, type Zone } from "#app/time/wall-time.ts";
import type { FileSeries, TakenEvent } from "./reading/calendar-reading.ts";
import type { StoredEvent } from "./stored-calendar.ts";
import { sequenceOf } from "./uid.ts";

/** What an event shows of itself in a calendar file. */
export type CalendarEntry = Timed & {
  id: string;
  importedUid: string | null;
  /** How often it has changed, as calendar files count it (SEQUENCE). */
  sequence: number;
  campaignId: string;
  campaignName: string;
  title: string;
  place: string;
  link: string;
  handling: Handling;
  schedule: Schedule;
  result: Result;
  wallStart: WallTime;
  wallEnd: WallTime;
  /** The numbers of its messages, in order. */
  messages: readonly number[];
  changedAt: Date;
  /** What it repeats with, and the wall time that the rule gave it; null where it stands alone. */
  series: { id: string; slot: WallTime } | null;
};

/** What repeats: its rule, and what each time starts from. */
export type CalendarSeries = {
  id: string;
  importedUid: string | null;
  /** How often it has changed, as calendar files count it (SEQUENCE). */
  sequence: number;
  campaignId: string;
  rule: string;
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: Zone;
  isAllDay: boolean;
  changedAt: Date;
};

/** One field that is not the same here and in the file, in words. */
export type Difference = {
  field: "Title" | "When" | "Place" | "Link" | "Status";
  here: string;
  inFile: string;
};

/**
 * What an event of a file and its event here have to do with each other, by what the last import took over:
 * the same; changed in the file only; changed here only; changed on both sides; or older than what was taken over.
 */
export type Comparison = "same" | "in the file" | "here" | "on both sides" | "older";

/** What was taken over of an event, with the file's own count of its revisions: "3.9f2c…". Kept with the event. */
export function stampOf(sequence: number, taken: TakenEvent): string {
  return `${sequence}.${hashOf(taken)}`;
}

/** The file's count of its revisions when this was taken over. */
export function sequenceOfStamp(stamp: string | null): number {
  return Number(stamp?.split(".")[0] ?? 0);
}

/** What was taken over of a series beside its times. */
export function seriesStampOf(series: Pick<FileSeries, SeriesFields>): string {
  const { rule, title, place, wallStart, wallEnd, zone, isAllDay } = series;
  return textHash([rule, title, place, wallStart, wallEnd, isAllDay ? "" : zone, isAllDay]);
}

type SeriesFields = "rule" | "title" | "place" | "wallStart" | "wallEnd" | "zone" | "isAllDay";

/** Two clocks that tell the same instants say the same. */
function hashOf({ title, place, link, schedule, isAllDay, ...time }: TakenEvent): string {
  const when = isAllDay ? [time.wallStart, time.wallEnd] : [time.startsAt, time.endsAt];
  return textHash([title, place, link, schedule, ...when, isAllDay]);
}

/** As earlier versions kept it. */
function hashOnClock({ title, place, link, schedule, isAllDay, ...time }: TakenEvent): string {
  const { wallStart, wallEnd, zone } = time;
  return textHash([title, place, link, schedule, wallStart, wallEnd, isAllDay ? "" : zone, isAllDay]);
}

function isAsStamped(stamp: string, event: TakenEvent): boolean {
  const kept = stamp.split(".")[1];
  return kept === hashOf(event) || kept === hashOnClock(event);
}

/** Whether an event was imported and nobody has changed it here since. */
export function isAsImported(here: StoredEvent): boolean {
  return here.importedHash !== null && isAsStamped(here.importedHash, here);
}

/** What our feed says instead of a title where it tells no more than that somebody is busy. */
const BUSY = "Busy";

/**
 * What of a file counts beside the event here. Of an event that we have given away ourselves, a feed that says "Busy" tells
 * nothing but its time, and whole days have no clock in a file.
 */
export function asComparable(taken: TakenEvent, here: StoredEvent, isOurs: boolean): TakenEvent {
  const onClock = onClockOf(here, taken);
  if (!isOurs || taken.title !== BUSY) return onClock;
  return { ...onClock, title: here.title, place: here.place, link: here.link };
}

/** The same instants, told on another clock, stay on the one they have here; so do whole days. */
function onClockOf(here: StoredEvent, taken: TakenEvent): TakenEvent {
  const { wallStart, wallEnd, zone } = here;
  if (taken.isAllDay !== here.isAllDay) return taken;
  if (taken.isAllDay) return { ...taken, zone };
  const isSame = taken.startsAt === here.startsAt && taken.endsAt === here.endsAt;
  return isSame ? { ...taken, wallStart, wallEnd, zone } : taken;
}

/** Compares an event of a file, created comparable, with the one here. `sequence` is the file's count of its revisions. */
export function compareEvent(here: StoredEvent, taken: TakenEvent, sequence: number): Comparison {
  if (hashOf(taken) === hashOf(here)) return "same";
  if (here.importedHash === null)
    return sequence >= sequenceOf({ version: here.version, lead: here.sequenceLead })
      ? "in the file"
      : "on both sides";
  if (sequence < sequenceOfStamp(here.importedHash)) return "older";
  if (isAsStamped(here.importedHash, taken)) return "here";
  return isAsImported(here) ? "in the file" : "on both sides";
}

/** What differs, field by field, in words. */
export function differencesOf(here: TakenEvent, inFile: TakenEvent): Difference[] {
  const fields: readonly [Difference["field"], (event: TakenEvent) => string][] = [
    ["Title", ({ title }) => title],
    ["When", whenInWords],
    ["Place", ({ place }) => place],
    ["Link", ({ link }) => link],
    ["Status", ({ schedule }) => schedule],
  ];
  return fields
    .map(([field, read]) => ({ field, here: read(here), inFile: read(inFile) }))
    .filter((difference) => difference.here !== difference.inFile);
}

/** "Thu 12 Nov 2026, 14:00 to 14:45 (America/New_York)", "9 to 13 November 2026". */
export function whenInWords({
  wallStart,
  wallEnd,
  zone,
  isAllDay,
}: Pick<TakenEvent, "wallStart" | "wallEnd" | "zone" | "isAllDay">): string {
  const [from, to] = [dayOf(wallStart), dayOf(wallEnd)];
  if (isAllDay) return formatDays(from, addDays(to, -1));
  const end = from === to ? timeOf(wallEnd) : `${formatDayWithYear(to)}, ${timeOf(wallEnd)}`;
  return `${formatDayWithYear(from)}, ${timeOf(wallStart)} to ${end} (${zone})`;
}
