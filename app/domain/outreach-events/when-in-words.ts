import { formatDay } from "#app/domain/time/format.ts";
import { type TwoClocks, twoClocksSpan } from "#app/domain/time/two-clocks.ts";
import { daysTaken } from "./days-taken.ts";

type Timed = { startsAt: Date; endsAt: Date; zone: string; isAllDay: boolean };

/**
 * When an event is, on both clocks: "Thu 12 Nov, 14:00 to 14:45" and "20:00 to 20:45 in Prague". Whole days are those
 * of their own zone: "Mon 7 Dec, the whole day", and at home from when to when. Source: DOMAIN.md, rule 1.
 */
export function whenOfEvent(event: Timed, homeZone: string): TwoClocks {
  const clocks = twoClocksSpan(event.startsAt, event.endsAt, homeZone);
  if (!event.isAllDay) return clocks;
  const { first, last } = daysTaken(event);
  const days =
    first === last
      ? `${formatDay(first)}, the whole day`
      : `${formatDay(first)}, until ${formatDay(last)}, whole days`;
  return { ...clocks, washington: days };
}
