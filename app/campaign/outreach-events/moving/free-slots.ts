import { type Chamber, type SessionDay, standingOn } from "#app/campaign/session-days/session-day.ts";
import { addDays, daysFrom, mondayOf } from "#app/time/calendar-date.ts";
import { addWorkingDays, isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import { type CalendarDate, dateIn, instantOf, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Home, ministryOpen } from "../ministry-hours.ts";
import { clashKind, type Engagement, LONGEST_WAY } from "../warnings/clash.ts";

type Placed = Pick<Engagement, "startsAt" | "endsAt" | "where">;

type Span = { startsAt: Date; endsAt: Date };

/** What a time is looked for. */
export type WantedSlot = {
  minutes: number;
  /** The place to which one has to go, comparable; null where nobody travels. */
  where: string | null;
  /** When it is now; null for what has no date yet. */
  own: Span | null;
  /** The day by which it is wanted. */
  by: CalendarDate | null;
};

export type FreeSlot = Span & {
  day: CalendarDate;
  why: SlotReason;
  /** Whether the ministry works as well from its beginning to its end. */
  isInBothHours: boolean;
};

export type SlotReason =
  | "another time that day"
  | "next free slot"
  | "same time next week"
  | "first free slot a week later"
  | "free slot";

/** What the slots of an event depend on besides its own time. */
export type AroundSlots = {
  now: Date;
  home: Home;
  /** Minutes that the campaign allows for the way between two places. */
  travelMinutes: number;
  /** The chambers that its audiences belong to: on a day on which one is away nothing is suggested. */
  chambers: readonly Chamber[];
  sessionDays: readonly SessionDay[];
  /** The last day of which the engagements are known. */
  lastDay: CalendarDate;
};

/** What stands against the working days up to the one by which it is wanted; `free` of them have a slot. */
export type DaysLooked = { days: number; away: number; free: number };

export type FreeSlots = {
  inTime: DaysLooked;
  isWeekFull: boolean;
  slots: FreeSlot[];
  /** Three to which no day further on would be preferred. */
  areBest: boolean;
};

const MINUTE = 60_000;
const STEP = 30 * MINUTE;
const DAY_BEGINS = "09:00";
const DAY_ENDS = "18:00";
const DAYS_AHEAD = 20;
const MOST = 3;

/** The longest that fits into a working day in Washington, in minutes. */
export const LONGEST_SLOT = 9 * 60;

/**
 * At most three times, on three days where there are, each free for all whose engagements are `busy`, with the way between
 * two places left free. All lie after `now`, up to `lastDay`, on US working days, from 09:00 to 18:00 in Washington, on the
 * hour or half hour, and on no day on which its chamber is known to be away. Before others come days up to the one by which
 * it is wanted, then days on which its chamber is known to be in session, then hours in which the ministry works as well.
 *
 * What stands in the calendar gets another time that day, the next day that suits, and the same time a week later; what has
 * no date yet the best days from tomorrow on. `isWeekFull`: nothing is free in the rest of the week in which it stands.
 */
export function freeSlots(wanted: WantedSlot, busy: readonly Placed[], around: AroundSlots): FreeSlots {
  const today = dateIn(around.now, WASHINGTON);
  const ownDay = wanted.own && dateIn(wanted.own.startsAt, WASHINGTON);
  const first = ownDay === null ? addDays(today, 1) : ownDay > today ? ownDay : today;
  const days = daysLooked(first, wanted, busy, around);
  const { by, own } = wanted;
  const free = days.flatMap(({ free }) => free ?? []);
  const inTime = days.filter(({ day }) => by !== null && day <= by);
  const picked = own === null ? [] : besideItsOwn(free, { ...wanted, own }, first);
  const slots = filled(picked, free, by ?? addDays(first, DAYS_AHEAD));
  return {
    inTime: {
      days: inTime.length,
      away: inTime.filter(({ isAway }) => isAway).length,
      free: inTime.filter(({ free }) => free !== null).length,
    },
    isWeekFull: own !== null && !free.some(({ day }) => mondayOf(day) === mondayOf(first)),
    slots,
    areBest: slots.length >= MOST && (own !== null || areEnough(free)),
  };
}

/** The working days one after another, until no later one can be better. */
function daysLooked(
  first: CalendarDate,
  wanted: WantedSlot,
  busy: readonly Placed[],
  around: AroundSlots,
): { day: CalendarDate; isAway: boolean; free: FreeDay | null }[] {
  const days: ReturnType<typeof daysLooked> = [];
  const inAnyCase = wanted.own === null ? first : weekAfter(first);
  for (const day of daysFrom(first, around.lastDay)) {
    const free = days.flatMap((one) => one.free ?? []);
    if (day > inAnyCase && areEnough(free)) break;
    if (!isWorkingDay(day, UNITED_STATES)) continue;
    const isAway = around.chambers.some((one) => standingOn(around.sessionDays, one, day) === "away");
    days.push({ day, isAway, free: isAway ? null : freeOn(day, wanted, busy, around) });
  }
  return days;
}

function areEnough(free: readonly FreeDay[]): boolean {
  return free.filter(({ rank }) => rank === 0).length >= MOST;
}

function weekAfter(day: CalendarDate): CalendarDate {
  return addWorkingDays(addDays(day, 6), 1, UNITED_STATES);
}

/** A day with a free time: its best, and all of them. `rank` is lower where more speaks for the day. */
type FreeDay = { day: CalendarDate; rank: number; best: Candidate; all: readonly Candidate[] };

type Candidate = Span & { day: CalendarDate; isInBothHours: boolean };

function freeOn(
  day: CalendarDate,
  { minutes, where, own }: WantedSlot,
  busy: readonly Placed[],
  around: AroundSlots,
): FreeDay | null {
  const all = slotsOn(day, minutes);
  const [begins = 0, until = 0] = [all[0]?.startsAt.getTime(), all.at(-1)?.endsAt.getTime()];
  const near = busy.filter(
    ({ startsAt, endsAt }) => +endsAt > begins - LONGEST_WAY && +startsAt < until + LONGEST_WAY,
  );
  const isFree = (slot: Span) =>
    slot.startsAt > around.now &&
    slot.startsAt.getTime() !== own?.startsAt.getTime() &&
    near.every((other) => clashKind({ ...slot, where }, other, around.travelMinutes) === null);
  const ends = all.at(-1)?.endsAt ?? around.now;
  const there = [day, dateIn(ends, around.home.homeZone)];
  const open = [...new Set(there)].flatMap((one) => ministryOpen(one, around.home) ?? []);
  const free = all
    .filter(isFree)
    .map((slot) => ({ ...slot, day, isInBothHours: open.some((hours) => isWithin(slot, hours)) }));
  const best = free.find((slot) => slot.isInBothHours) ?? free[0];
  if (best === undefined) return null;
  const isUnknown = around.chambers.some((one) => standingOn(around.sessionDays, one, day) === "not known");
  return { day, rank: 2 * +isUnknown + +!best.isInBothHours, best, all: free };
}

function isWithin(slot: Span, hours: Span): boolean {
  return slot.startsAt >= hours.startsAt && slot.endsAt <= hours.endsAt;
}

type InCalendar = WantedSlot & { own: Span };

/** Another time on its day, the next day that suits, and a week later; what is wanted by a day not after it. */
function besideItsOwn(days: readonly FreeDay[], { own, by }: InCalendar, first: CalendarDate): FreeSlot[] {
  const known = days.filter(({ day }) => by === null || day <= by);
  const that = known.find(({ day }) => day === first);
  const later = that?.all.find(({ startsAt }) => startsAt >= own.endsAt);
  const sameDay = that && (that.best.isInBothHours ? that.best : (later ?? that.best));
  const [next, ...others] = known.filter(({ day }) => day > first && day < addDays(first, 7));
  const suits = next && [next, ...others].reduce((a, b) => (b.rank < a.rank ? b : a));
  const weekOn = weekAfter(first);
  const week = known.find(({ day }) => day === weekOn);
  const same = week?.all.find(
    ({ startsAt }) => timeIn(startsAt, WASHINGTON) === timeIn(own.startsAt, WASHINGTON),
  );
  return [
    ...because(sameDay, "another time that day"),
    ...because(suits?.best, suits === next ? "next free slot" : "free slot"),
    ...(same ? because(same, "same time next week") : because(week?.best, "first free slot a week later")),
  ];
}

function because(slot: Candidate | undefined, why: SlotReason): FreeSlot[] {
  return slot === undefined ? [] : [{ ...slot, why }];
}

/** Up to three, in order: those given, then the best days up to the last one wanted, then the next after it. */
function filled(given: readonly FreeSlot[], days: readonly FreeDay[], last: CalendarDate): FreeSlot[] {
  const left = days.filter(({ day }) => !given.some((slot) => slot.day === day));
  const best = left.filter(({ day }) => day <= last).toSorted((a, b) => a.rank - b.rank);
  const after = left.filter(({ day }) => day > last);
  const more = [...best, ...after].flatMap((day) => because(day.best, "free slot"));
  return [...given, ...more].slice(0, MOST).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function slotsOn(date: CalendarDate, minutes: number): Span[] {
  const first = instantOf(`${date}T${DAY_BEGINS}`, WASHINGTON, "first");
  const last = instantOf(`${date}T${DAY_ENDS}`, WASHINGTON, "first");
  if (!first.ok || !last.ok) return [];
  const length = minutes * MINUTE;
  const count = Math.floor((last.instant.getTime() - first.instant.getTime() - length) / STEP) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const startsAt = new Date(first.instant.getTime() + index * STEP);
    return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
  });
}
