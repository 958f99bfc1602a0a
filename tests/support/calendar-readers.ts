import ICAL from "ical.js";
import { DateTime } from "luxon";
import nodeIcal from "node-ical";
import rrule from "rrule";
import { convertIcsCalendar, type IcsDateObject, type IcsEvent } from "ts-ics";
import { type CalendarDate, type WallTime, wallTimeInUtc } from "#app/time/wall-time.ts";

/** One time of an event as a reader of the file shows it. Whole days as dates, the end after the last. */
export type Shown = { start: string; end: string; title: string; isCancelled: boolean };

/** Three programs that had no part in each other, or in writing the file. */
export const READERS: Readonly<Record<string, (file: string) => Shown[]>> = {
  "ical.js": readByIcalJs,
  "node-ical": readByNodeIcal,
  "ts-ics, rrule and luxon": readByTsIcs,
};

const FROM = new Date("2020-01-01T00:00:00Z");
const TO = new Date("2045-01-01T00:00:00Z");

function inOrder(shown: Shown[]): Shown[] {
  const key = ({ start, end, title }: Shown) => `${start} ${end} ${title}`;
  return shown.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function readByIcalJs(file: string): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const components = calendar.getAllSubcomponents("vevent");
  const exceptions = Map.groupBy(
    components.filter((one) => one.hasProperty("recurrence-id")),
    (one) => String(one.getFirstPropertyValue("uid")),
  );
  const shown: Shown[] = [];
  const show = (event: ICAL.Event, start: ICAL.Time, end: ICAL.Time) =>
    shown.push({
      start: start.isDate ? start.toString() : start.toJSDate().toISOString(),
      end: end.isDate ? end.toString() : end.toJSDate().toISOString(),
      title: event.summary,
      isCancelled: event.component.getFirstPropertyValue("status") === "CANCELLED",
    });
  for (const component of components) {
    if (component.hasProperty("recurrence-id")) continue;
    const event = new ICAL.Event(component, {
      exceptions: exceptions.get(String(component.getFirstPropertyValue("uid"))) ?? [],
    });
    if (!event.isRecurring()) {
      show(event, event.startDate, event.endDate);
      continue;
    }
    const times = event.iterator();
    for (let next = times.next(), count = 0; next && count < 5_000; next = times.next(), count += 1) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      show(item, startDate, endDate);
    }
  }
  return inOrder(shown);
}

function readByNodeIcal(file: string): Shown[] {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((one) => one?.type === "VEVENT");
  return inOrder(
    events.flatMap((event) =>
      nodeIcal.expandRecurringEvent(event, { from: FROM, to: TO }).map((time) => ({
        start: time.isFullDay ? dayOf(time.start) : time.start.toISOString(),
        end: time.isFullDay ? dayOf(time.end) : time.end.toISOString(),
        title: textOf(time.summary),
        isCancelled: time.event.status === "CANCELLED",
      })),
    ),
  );
}

/** node-ical gives a day as midnight on this machine's own clock. */
function dayOf(date: Date): string {
  return DateTime.fromJSDate(date).toISODate() ?? "";
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null && "val" in value ? String(value.val) : "";
}

function readByTsIcs(file: string): Shown[] {
  const { events = [] } = convertIcsCalendar(undefined, file);
  const moved = Map.groupBy(
    events.filter(({ recurrenceId }) => recurrenceId !== undefined),
    ({ uid }) => uid,
  );
  const alone = events.filter(({ recurrenceId }) => recurrenceId === undefined);
  return inOrder(
    alone.flatMap((event) => {
      if (event.recurrenceRule === undefined) return [once(event)];
      const own = moved.get(event.uid) ?? [];
      const gone = new Set([
        ...(event.exceptionDates ?? []).map(wallOf),
        ...own.flatMap(({ recurrenceId }) =>
          recurrenceId === undefined ? [] : [wallOf(recurrenceId.value)],
        ),
      ]);
      const rule =
        /^RRULE:(.*(?:\r\n .*)*)/m.exec(partOf(file, event.uid))?.[1]?.replaceAll("\r\n ", "") ?? "";
      const walls = wallsOf(rule, event.start).filter((wall) => !gone.has(wall));
      return [...walls.map((wall) => at(event, wall)), ...own.map(once)];
    }),
  );
}

/** The component that has the rule of this UID. */
function partOf(file: string, uid: string): string {
  const parts = file.replaceAll("\r\n ", "").split("BEGIN:VEVENT");
  return parts.find((part) => part.includes(`\r\nUID:${uid}\r\n`) && part.includes("\r\nRRULE:")) ?? "";
}

/** rrule reckons on a clock without zones: UNTIL, which stands in UTC, is put on the clock of the event first. */
function wallsOf(rule: string, start: IcsDateObject): WallTime[] {
  const zone = start.local?.timezone ?? "UTC";
  const text = rule.replace(/UNTIL=(\d{8}T\d{6})Z/, (_, until: CalendarDate) => {
    const wall = DateTime.fromFormat(until, "yyyyMMdd'T'HHmmss", { zone: "UTC" }).setZone(zone);
    return `UNTIL=${wall.toFormat("yyyyMMdd'T'HHmmss")}Z`;
  });
  const options = rrule.RRule.parseString(text);
  const dtstart = new Date(`${wallOf(start)}:00Z`);
  return new rrule.RRule({ ...options, dtstart })
    .all((_, count) => count < 5_000)
    .map((date) => wallTimeInUtc(date));
}

function wallOf({ date, local }: IcsDateObject): WallTime {
  return wallTimeInUtc(local?.date ?? date);
}

function once(event: IcsEvent): Shown {
  return at(event, wallOf(event.start));
}

function at(event: IcsEvent, wall: WallTime): Shown {
  const { start, summary, status } = event;
  const end = event.end ?? start;
  const isWhole = start.type === "DATE";
  const zone = start.local?.timezone ?? "UTC";
  const begins = isWhole
    ? DateTime.fromISO(wall.slice(0, 10), { zone: "UTC" })
    : DateTime.fromISO(wall, { zone });
  const length = isWhole
    ? end.date.getTime() - start.date.getTime()
    : instantOf(end).toMillis() - instantOf(start).toMillis();
  const ends = begins.plus({ milliseconds: length });
  const shown = (time: DateTime) => (isWhole ? (time.toISODate() ?? "") : time.toJSDate().toISOString());
  return {
    start: shown(begins),
    end: shown(ends),
    title: summary ?? "",
    isCancelled: status === "CANCELLED",
  };
}

function instantOf(time: IcsDateObject): DateTime {
  return DateTime.fromISO(wallOf(time), { zone: time.local?.timezone ?? "UTC" });
}
