import { cityOf, formatDay, twoClocksSpan } from "#app/time/format.ts";
import { type CalendarDate, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { daysTaken } from "./warnings/days-taken.ts";

type Timed = { startsAt: Date; endsAt: Date; zone: Zone; isAllDay: boolean };

/**
 * When an event is, for its page: `first` on Washington's clock, or for whole days the days on the clock of their zone;
 * `beside` on the other clocks that count: the ministry's, and the event's own where that is a third.
 * Days of another year than that of `today` carry it. Source: DOMAIN.md, rule 1.
 */
export function clockOfEvent(
  event: Timed,
  homeZone: Zone,
  today: CalendarDate,
): { first: string; beside: string } {
  const { startsAt, endsAt, zone, isAllDay } = event;
  const { washington, home } = twoClocksSpan(startsAt, endsAt, homeZone, today);
  if (isAllDay) {
    const { first, last } = daysTaken(event);
    const days =
      first === last
        ? `${formatDay(first, today)}, all day`
        : `${formatDay(first, today)} to ${formatDay(last, today)}, all day`;
    const beside = zone === homeZone ? `${washington} in Washington` : home;
    return { first: `${days} in ${cityOf(zone)}`, beside };
  }
  const own =
    zone === WASHINGTON || zone === homeZone ? [] : [twoClocksSpan(startsAt, endsAt, zone, today).home];
  return { first: `${washington} in Washington`, beside: [home, ...own].join(" · ") };
}
