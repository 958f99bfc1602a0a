import { addDays } from "#app/time/calendar-date.ts";
import { cityOf, dayInProse, spanOnClocks, wholeDaysInWords } from "#app/time/format.ts";
import {
  type CalendarDate,
  dateIn,
  dayOf,
  hoursAheadOfWashington,
  isWallTime,
  type Timed,
  timeIn,
  WASHINGTON,
  type Zone,
} from "#app/time/wall-time.ts";

/**
 * When an event is, in full, on both clocks, and on its own where that is a third: "Tuesday 1 December, 14:00 to
 * 14:45 in Washington, 20:00 to 20:45 in Prague". Whole days have no time. Source: DOMAIN.md, rule 1.
 */
export function whenInWords(time: Timed, homeZone: Zone, today: CalendarDate): string {
  const { startsAt, zone } = time;
  if (time.isAllDay) return wholeDaysInWords(time, (day) => dayInProse(day, today));
  const day = dateIn(startsAt, WASHINGTON);
  const clocks = spanOnClocks({ ...time, zone: homeZone }, homeZone, day);
  const washington = clocks.washington.replace(/^[^,]*/, "");
  const own =
    zone === WASHINGTON || zone === homeZone ? "" : `, ${timeIn(startsAt, zone)} in ${cityOf(zone)}`;
  return `${dayInProse(day, today)}${washington} in Washington, ${clocks.home}${own}`;
}

type Cell = string | number | null;
type Field = { table: string; rowId: string; column: string; before: Cell; after: Cell };

/**
 * The history of an event, the newest change first, with its whole days told as days: where it begins and its last day, and
 * no instants. `isAllDay` is how it stands now. What else was changed with it is whole days where both its ends are midnights.
 */
export function historyInDays<Change extends { fields: readonly Field[] }>(
  changes: readonly Change[],
  eventId: string,
  isAllDay: boolean,
): Change[] {
  let isOwn = isAllDay;
  return changes.map((change) => {
    const cellOf = (rowId: string, column: string, side: "before" | "after") =>
      change.fields.find((field) => field.rowId === rowId && field.column === column)?.[side];
    const was = cellOf(eventId, "is_all_day", "before");
    const own = { after: isOwn, before: was === undefined ? isOwn : was === 1 };
    isOwn = own.before;
    const isWhole = (rowId: string, side: "before" | "after") =>
      rowId === eventId
        ? own[side]
        : ["wall_start", "wall_end"].every((column) => isMidnight(cellOf(rowId, column, side)));
    const fields = change.fields
      .filter(
        ({ column, rowId }) => !isInstant(column) || !(isWhole(rowId, "before") || isWhole(rowId, "after")),
      )
      .map((field) => ({
        ...field,
        before: isWhole(field.rowId, "before") ? dayTold(field.column, field.before) : field.before,
        after: isWhole(field.rowId, "after") ? dayTold(field.column, field.after) : field.after,
      }));
    return { ...change, fields };
  });
}

function isMidnight(cell: Cell | undefined): boolean {
  return typeof cell === "string" && cell.endsWith("T00:00");
}

function isInstant(column: string): boolean {
  return column === "starts_at" || column === "ends_at";
}

/** Whole days end at the midnight after the last one. */
function dayTold(column: string, cell: Cell): Cell {
  if (typeof cell !== "string" || !isWallTime(cell)) return cell;
  if (column === "wall_end") return addDays(dayOf(cell), -1);
  return column === "wall_start" ? dayOf(cell) : cell;
}

/** "5 hours apart that day, not the usual 6", in the weeks when only one side has changed its clocks; else null. Source: DOMAIN.md, rule 1. */
export function unusualGap(at: Date, homeZone: Zone): string | null {
  const gap = Math.abs(hoursAheadOfWashington(at, homeZone));
  const usual = Math.abs(hoursAheadOfWashington(new Date(Date.UTC(at.getUTCFullYear(), 0, 15)), homeZone));
  return gap === usual
    ? null
    : `Washington and ${cityOf(homeZone)} are ${gap} ${gap === 1 ? "hour" : "hours"} apart that day, not the usual ${usual}`;
}

/**
 * When an event is, for its page: `first` on Washington's clock, or for whole days the days on the clock of their zone;
 * `beside` on the other clocks that count: the ministry's, and the event's own where that is a third; "" where they agree.
 * Days of another year than that of `today` carry it. Source: DOMAIN.md, rule 1.
 */
export function clockOfEvent(
  event: Timed,
  homeZone: Zone,
  today: CalendarDate,
): { first: string; beside: string } {
  const { washington, home } = spanOnClocks(event, homeZone, today);
  if (!event.isAllDay) return { first: `${washington} in Washington`, beside: home };
  const first = event.zone === WASHINGTON ? `${washington} in Washington` : washington;
  const other = event.zone === homeZone ? WASHINGTON : homeZone;
  // There it is the same day, from midnight to midnight.
  if (timeIn(event.startsAt, other) === timeIn(event.startsAt, event.zone)) return { first, beside: "" };
  const hours = spanOnClocks({ ...event, isAllDay: false, zone: homeZone }, homeZone, today);
  return { first, beside: other === homeZone ? hours.home : `${hours.washington} in Washington` };
}
