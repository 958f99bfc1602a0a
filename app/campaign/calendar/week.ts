import { addDays, weekdayOf } from "#app/time/calendar-date.ts";
import {
  type CalendarDate,
  instantOf,
  timeIn,
  WASHINGTON,
  type WallTime,
  type Zone,
} from "#app/time/wall-time.ts";

/** What the week needs to know to place an event: its span on the clocks of Washington. */
export type OnTheWall = { wallStart: WallTime; wallEnd: WallTime; isAllDay: boolean };

/**
 * Where an event stands in its day: quarter hours from midnight, and its lane beside those it overlaps. `uncovered`
 * is how much of its height lies open before one of a later lane is drawn over it. Where that would hide the title of
 * one of them, all that overlap stand side by side instead (`isBeside`), each with its whole height.
 */
export type Placed<Event> = {
  event: Event;
  top: number;
  height: number;
  lane: number;
  lanes: number;
  isBeside: boolean;
  uncovered: number;
};

/** The hours that the grid shows, from `first` until `last`. */
export type Hours = { first: number; last: number };

const QUARTERS_A_DAY = 96;
const SHORTEST = 2;
const OFFICE_HOURS: Hours = { first: 8, last: 19 };

/** Events that overlap are drawn side by side up to so many; more could not be read. */
const MOST_LANES = 4;

/** A day's events where they stand, and those for which four lanes leave no room. */
export type PlacedDay<Event> = { placed: Placed<Event>[]; left: Event[] };

/**
 * The events that begin on `date`, placed by quarter hours. Those that overlap share lanes, four at most: each takes
 * the first free one, and all of a cluster know how many there are. An event under half an hour is drawn as half
 * an hour, so that it can be pressed; one that runs past midnight is cut there. What four lanes have no room for is
 * left, so that a crowded day stays readable.
 */
export function placeInDay<Event extends OnTheWall>(
  events: readonly Event[],
  date: CalendarDate,
): PlacedDay<Event> {
  const placed: Placed<Event>[] = [];
  const left: Event[] = [];
  let cluster: Placed<Event>[] = [];
  for (const event of inOrder(events.filter((one) => one.wallStart.startsWith(date)))) {
    const span = spanInDay(event, date);
    const next = { event, ...span, lane: 0, lanes: 1, isBeside: false, uncovered: span.height };
    if (cluster.every((one) => one.top + one.height <= next.top)) cluster = [];
    next.lane = freeLane(cluster, next.top);
    if (next.lane >= MOST_LANES) {
      left.push(event);
      continue;
    }
    for (const one of cluster)
      if (one.top + one.height > next.top) one.uncovered = Math.min(one.uncovered, next.top - one.top);
    cluster.push(next);
    const lanes = Math.max(...cluster.map((one) => one.lane + 1));
    const isBeside = cluster.some((one) => one.uncovered < SHORTEST);
    for (const one of cluster) {
      one.lanes = lanes;
      one.isBeside = isBeside;
    }
    placed.push(next);
  }
  for (const one of placed) if (one.isBeside) one.uncovered = one.height;
  return { placed, left };
}

function spanInDay(event: OnTheWall, date: CalendarDate): { top: number; height: number } {
  const top = Math.min(quarters(event.wallStart), QUARTERS_A_DAY - SHORTEST);
  const end = event.wallEnd.startsWith(date) ? Math.ceil(exactQuarters(event.wallEnd)) : QUARTERS_A_DAY;
  return { top, height: Math.max(SHORTEST, end - top) };
}

function freeLane<Event>(cluster: readonly Placed<Event>[], top: number): number {
  const taken = new Set(cluster.filter((one) => one.top + one.height > top).map((one) => one.lane));
  let lane = 0;
  while (taken.has(lane)) lane += 1;
  return lane;
}

function inOrder<Event extends OnTheWall>(events: readonly Event[]): Event[] {
  return [...events].sort(
    (a, b) => a.wallStart.localeCompare(b.wallStart) || b.wallEnd.localeCompare(a.wallEnd),
  );
}

function exactQuarters(wall: WallTime): number {
  return (Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))) / 15;
}

function quarters(wall: WallTime): number {
  return Math.floor(exactQuarters(wall));
}

/** The hours to show: 08 to 19, and more where an event begins earlier or ends later. */
export function hoursShown(placed: readonly Placed<unknown>[]): Hours {
  const tops = placed.map((one) => Math.floor(one.top / 4));
  const ends = placed.map((one) => Math.ceil((one.top + one.height) / 4));
  return { first: Math.min(OFFICE_HOURS.first, ...tops), last: Math.max(OFFICE_HOURS.last, ...ends) };
}

/** The days to show of a week that begins on `monday`: the working week, and the weekend if an event is on it. */
export function daysShown(monday: CalendarDate, dates: readonly CalendarDate[]): CalendarDate[] {
  const weekend = dates.some((date) => weekdayOf(date) > 5);
  return Array.from({ length: weekend ? 7 : 5 }, (_, days) => addDays(monday, days));
}

/**
 * When it is 17:00 in `homeZone`, on Washington's clock on `date`, in quarter hours from midnight: the desk
 * at home closes then. For Prague 44 (11:00), and 48 while the gap is five hours.
 */
export function homeDeskCloses(date: CalendarDate, homeZone: Zone): number {
  const close = instantOf(`${date}T17:00`, homeZone, "first");
  return close.ok ? quarters(`${date}T${timeIn(close.instant, WASHINGTON)}`) : 0;
}

/** How much of an event's text its block shows; the line of the time is always there. */
export type Lines = { title: number; ownTime: boolean; status: number; details: boolean };

const CHARACTERS_A_LINE = 20;

/**
 * How much of an event's text its block of `height` quarter hours has room for. Beyond the line of the time,
 * the title comes first, then its own clock where it is elsewhere, then the status, a line a mark, then messages and owner; what
 * does not fit is left out, never cut. Source: DESIGN.md, section 3 (calendar).
 */
export function linesThatFit(
  height: number,
  titleLength: number,
  has: { ownTime: boolean; status: number },
): Lines {
  const lines = Math.floor((height * 18 - 6) / 15.9);
  const wanted = Math.ceil(titleLength / CHARACTERS_A_LINE);
  const ownTime = has.ownTime && lines >= 3;
  const status = Math.max(0, Math.min(has.status, lines - 2 - Number(ownTime)));
  const reserved = Number(ownTime) + status;
  const title = Math.max(1, Math.min(wanted, lines - 1 - reserved));
  return { title, ownTime, status, details: lines - 1 - title - reserved >= 1 };
}
