import { addDays } from "#app/domain/time/calendar-date.ts";
import { addWorkingDays, holidayOn, isWorkingDay, UNITED_STATES } from "#app/domain/time/holidays.ts";
import { type CalendarDate, dateIn, instantOf, timeIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { overlap } from "./clash.ts";

type Span = { startsAt: Date; endsAt: Date };

export type FreeSlot = Span & { why: SlotReason; homeHoliday: string | null };

export type SlotReason = "first free slot that day" | "next free slot" | "same time, next week";

const MINUTE = 60_000;
const STEP = 30 * MINUTE;
const DAY_BEGINS = "09:00";
const DAY_ENDS = "18:00";
const DAYS_SEARCHED = 60;

/**
 * At most three times to which an event could be moved, each free for all whose other engagements are `busy`:
 * later the same day, the next free time after that, and the same time a week later (or the first free one
 * that day). All lie after `now`, on US working days, from 09:00 to 18:00 in Washington, on the hour or half
 * hour. A public holiday at home is named, not avoided.
 */
export function freeSlots(event: Span, busy: readonly Span[], now: Date, homeCountry: string): FreeSlot[] {
  const minutes = (event.endsAt.getTime() - event.startsAt.getTime()) / MINUTE;
  const today = dateIn(now, WASHINGTON);
  const day = laterOf(dateIn(event.startsAt, WASHINGTON), today);
  const isFree = (slot: Span) => slot.startsAt > now && busy.every((other) => !overlap(slot, other));
  const onDay = (date: CalendarDate) => slotsOn(date, minutes).filter(isFree);

  const thatDay = onDay(day).find(
    (slot) => slot.startsAt >= event.endsAt || day !== dateIn(event.startsAt, WASHINGTON),
  );
  const next = firstFrom(addDays(day, 1), onDay);
  const week = sameTimeOrFirst(onDay(addWorkingDays(addDays(day, 6), 1, UNITED_STATES)), event);
  const found: { slot: Span | null; why: SlotReason }[] = [
    { slot: thatDay ?? null, why: "first free slot that day" },
    { slot: next, why: "next free slot" },
    { slot: week, why: "same time, next week" },
  ];
  return found.flatMap(({ slot, why }, index) =>
    slot && !found.slice(0, index).some((other) => sameStart(other.slot, slot))
      ? [
          {
            ...slot,
            why,
            homeHoliday: holidayOn(dateIn(slot.startsAt, WASHINGTON), homeCountry)?.name ?? null,
          },
        ]
      : [],
  );
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
