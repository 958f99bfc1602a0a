import { type Chamber, type SessionDay, standingOn } from "#app/campaign/session-days/session-day.ts";
import { addDays, mondayOf } from "#app/time/calendar-date.ts";
import { addWorkingDays, holidayOn, isWorkingDay, UNITED_STATES } from "#app/time/holidays.ts";
import { cityOf } from "#app/time/two-clocks.ts";
import { type CalendarDate, dateIn, instantOf, timeIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Engagement, nearness } from "../warnings/clash.ts";
import type { Home } from "../warnings/judged-event.ts";
import { whyClosed } from "../warnings/ministry-hours.ts";

type Placed = Pick<Engagement, "startsAt" | "endsAt" | "where">;

type Span = { startsAt: Date; endsAt: Date };

export type FreeSlot = Span & {
  why: SlotReason;
  /** What else speaks for it or should be known: "House in session", "Prague closed: Christmas Eve there". */
  notes: string[];
};

export type SlotReason =
  | "first free slot that day"
  | "next free slot"
  | "same time, next week"
  | "first free slot, a week later";

/** What the slots of an event depend on besides its own time. */
export type AroundSlots = {
  now: Date;
  home: Home;
  /** Minutes that the campaign allows for the way between two places. */
  travelMinutes: number;
  /** The chambers that its audiences belong to: on a day on which one is away nothing is suggested. */
  chambers: readonly Chamber[];
  sessionDays: readonly SessionDay[];
};

export type FreeSlots = { isWeekFull: boolean; slots: FreeSlot[] };

const MINUTE = 60_000;
const STEP = 30 * MINUTE;
const DAY_BEGINS = "09:00";
const DAY_ENDS = "18:00";
const DAYS_SEARCHED = 60;

/**
 * At most three times to which an event could be moved, each free for all whose other engagements are `busy`, with the way
 * between two places left free: later the same day, the next free time after that, and the same time a week later (or the
 * first free one that day). Where nothing is free in the rest of its week that is said, and the next three days stand for
 * them. All lie after `now`, on US working days, from 09:00 to 18:00 in Washington, on the hour or half hour, and on no day
 * on which its chamber is known to be away. A closed ministry is named, not avoided.
 */
export function freeSlots(event: Placed, busy: readonly Placed[], around: AroundSlots): FreeSlots {
  const { now } = around;
  const minutes = (event.endsAt.getTime() - event.startsAt.getTime()) / MINUTE;
  const own = dateIn(event.startsAt, WASHINGTON);
  const day = laterOf(own, dateIn(now, WASHINGTON));
  const isFree = (slot: Span) =>
    slot.startsAt > now &&
    busy.every((other) => nearness({ ...slot, where: event.where }, other, around.travelMinutes) === null);
  const onDay = (date: CalendarDate) => (isAway(date, around) ? [] : slotsOn(date, minutes).filter(isFree));

  const thatDay = onDay(day).find((slot) => slot.startsAt >= event.endsAt || day !== own);
  const next = firstFrom(addDays(day, 1), onDay);
  const isWeekFull = thatDay === undefined && (next === null || !isSameWeek(next, day));
  const week = sameTimeOrFirst(onDay(addWorkingDays(addDays(day, 6), 1, UNITED_STATES)), event);
  const found: { slot: Span | null; why: SlotReason }[] = isWeekFull
    ? nextThree(next, onDay).map((slot) => ({ slot, why: "next free slot" }))
    : [
        { slot: thatDay ?? null, why: "first free slot that day" },
        { slot: next, why: "next free slot" },
        { slot: week, why: "same time, next week" },
      ];
  const slots = found.flatMap(({ slot, why }, index) =>
    slot && !found.slice(0, index).some((other) => sameStart(other.slot, slot))
      ? [{ ...slot, why: reasonFor(slot, why, event), notes: notesOn(slot, around) }]
      : [],
  );
  return { isWeekFull, slots };
}

/** A slot a week later at another time is no "same time". */
function reasonFor(slot: Span, why: SlotReason, event: Span): SlotReason {
  const isSame = timeIn(slot.startsAt, WASHINGTON) === timeIn(event.startsAt, WASHINGTON);
  return why === "same time, next week" && !isSame ? "first free slot, a week later" : why;
}

function isAway(date: CalendarDate, { chambers, sessionDays }: AroundSlots): boolean {
  return chambers.some((chamber) => standingOn(sessionDays, chamber, date) === "away");
}

function notesOn({ startsAt }: Span, { chambers, sessionDays, home }: AroundSlots): string[] {
  const day = dateIn(startsAt, WASHINGTON);
  const sitting = chambers.filter((chamber) => standingOn(sessionDays, chamber, day) === "in session");
  const closed = whyClosed(startsAt, home);
  const city = cityOf(home.homeZone);
  const holiday = holidayOn(dateIn(startsAt, home.homeZone), home.homeCountry);
  return [
    ...(sitting.length === 0 ? [] : [`${sitting.join(" and ")} in session`]),
    closed === null ? `${city} open` : `${city} closed${holiday === null ? "" : `: ${holiday.name}`}`,
  ];
}

function slotsOn(date: CalendarDate, minutes: number): Span[] {
  const first = instantOf(`${date}T${DAY_BEGINS}`, WASHINGTON, "first");
  const last = instantOf(`${date}T${DAY_ENDS}`, WASHINGTON, "first");
  if (!first.ok || !last.ok || !isWorkingDay(date, UNITED_STATES)) return [];
  const length = minutes * MINUTE;
  const count = Math.floor((last.instant.getTime() - first.instant.getTime() - length) / STEP) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const startsAt = new Date(first.instant.getTime() + index * STEP);
    return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
  });
}

function firstFrom(date: CalendarDate, onDay: (date: CalendarDate) => Span[]): Span | null {
  for (let days = 0; days < DAYS_SEARCHED; days += 1) {
    const [slot] = onDay(addDays(date, days));
    if (slot) return slot;
  }
  return null;
}

/** The first free times of three days, the given one first. */
function nextThree(first: Span | null, onDay: (date: CalendarDate) => Span[]): Span[] {
  const found: Span[] = [];
  for (let slot = first; slot !== null && found.length < 3; ) {
    found.push(slot);
    slot = firstFrom(addDays(dateIn(slot.startsAt, WASHINGTON), 1), onDay);
  }
  return found;
}

function isSameWeek(slot: Span, day: CalendarDate): boolean {
  return mondayOf(dateIn(slot.startsAt, WASHINGTON)) === mondayOf(day);
}

function sameTimeOrFirst(slots: readonly Span[], event: Span): Span | null {
  const time = timeIn(event.startsAt, WASHINGTON);
  return slots.find((slot) => timeIn(slot.startsAt, WASHINGTON) === time) ?? slots[0] ?? null;
}

function sameStart(a: Span | null, b: Span): boolean {
  return a?.startsAt.getTime() === b.startsAt.getTime();
}

function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
