import { addDays, daysBetween, writtenDay } from "#app/time/calendar-date.ts";
import { MONTHS } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { inOrder, STANCE_LAPSE_DAYS, type Stance, type StanceReading } from "./stance.ts";

/** Where the chart's area lies, in pixels at its real size. */
export type ChartFrame = { left: number; right: number; top: number; bottom: number };

export type ChartDot = { x: number; y: number; stance: Stance; readOn: CalendarDate };

/** A stance chart ready to draw; `standing` is where a reading stands, `carried` where it has lapsed or is the last one. */
export type StanceChart = {
  dots: ChartDot[];
  standing: string;
  carried: string;
  months: { x: number; label: string }[];
};

type Read = { readOn: CalendarDate; stance: Stance };

/**
 * The step chart of the stance readings that are not later than `today`, or null where there is none. Steps
 * change on the day of a reading, never before; past 90 days without a reading, and after the last one, the
 * line is carried forward (dotted). A reading of "not known" breaks the line. Source: DESIGN.md, "Audiences".
 */
export function stanceChart(
  readings: readonly StanceReading[],
  today: CalendarDate,
  frame: ChartFrame,
): StanceChart | null {
  const past = inOrder(readings).filter((reading) => reading.readOn <= today);
  const [first] = past;
  if (first === undefined) return null;
  const days = Math.max(1, daysBetween(first.readOn, today));
  const x = (day: CalendarDate) =>
    round(frame.left + ((frame.right - frame.left) * daysBetween(first.readOn, day)) / days);
  const y = (stance: Stance) => round(frame.bottom - ((frame.bottom - frame.top) * (stance - 1)) / 4);
  const lines = past.map((reading, index) => lineOf(reading, past[index + 1] ?? null, today, x, y));
  return {
    dots: past.filter(isRead).map(({ readOn, stance }) => ({ x: x(readOn), y: y(stance), stance, readOn })),
    standing: lines.map(({ standing }) => standing).join(""),
    carried: lines.map(({ carried }) => carried).join(""),
    months: monthTicks(first.readOn, today).map((day) => ({ x: x(day), label: monthLabel(day) })),
  };
}

type X = (day: CalendarDate) => number;
type Y = (stance: Stance) => number;
type Line = Pick<StanceChart, "standing" | "carried">;

function lineOf(reading: StanceReading, next: StanceReading | null, today: CalendarDate, x: X, y: Y): Line {
  if (!isRead(reading)) return { standing: "", carried: "" };
  const { readOn, stance } = reading;
  const until = next?.readOn ?? today;
  const lapse = addDays(readOn, STANCE_LAPSE_DAYS);
  const from = next === null ? readOn : lapse < until ? lapse : until;
  const step = next?.stance ?? stance;
  const turn = step === stance ? "" : `M${x(until)},${y(stance)}V${y(step)}`;
  return {
    standing: (from > readOn ? `M${x(readOn)},${y(stance)}H${x(from)}` : "") + turn,
    carried: until > from ? `M${x(from)},${y(stance)}H${x(until)}` : "",
  };
}

function isRead(reading: StanceReading): reading is Read {
  return reading.stance !== null;
}

/** The first days of at most six months, evenly spaced, between two days. */
function monthTicks(first: CalendarDate, last: CalendarDate): CalendarDate[] {
  const from = monthNumber(first) + (first.endsWith("-01") ? 0 : 1);
  const count = monthNumber(last) - from + 1;
  const step = Math.max(1, Math.ceil(count / 6));
  return Array.from({ length: Math.max(0, Math.ceil(count / step)) }, (_, index) =>
    firstOfMonth(from + index * step),
  );
}

function monthNumber(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(number: number): CalendarDate {
  return writtenDay(Math.floor(number / 12), (number % 12) + 1, 1);
}

/** "Feb", and "Jan 2026" where a year begins. */
function monthLabel(day: CalendarDate): string {
  const month = (MONTHS[Number(day.slice(5, 7)) - 1] ?? "").slice(0, 3);
  return month === "Jan" ? `${month} ${day.slice(0, 4)}` : month;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
