import type { CalendarDate } from "#app/time/wall-time.ts";

const HOUR = 3_600_000;

type Span = { startsAt: Date; endsAt: Date };
type Timed = { startsAt: Date; endsAt: Date; day: CalendarDate; takesPlace: boolean };

export type ProgrammeRow<Item> = { row: "item"; item: Item } | { row: "free"; startsAt: Date; endsAt: Date };

/** The items of one day of a visit, with the free time between them. */
export type ProgrammeDay<Item> = { day: CalendarDate; rows: readonly ProgrammeRow<Item>[] };

/**
 * The programme by days, in the order of time. More than an hour between two items of a day is shown as free; it says
 * nothing about travel or rest, which are not kept. Cancelled items stay in their place and fill no time.
 * Source: the mock-up `visit-programme`; DOMAIN.md, rule 11.
 */
export function programmeDays<Item extends Timed>(items: readonly Item[]): ProgrammeDay<Item>[] {
  const byDay = Map.groupBy(items.toSorted(inOrderOfTime), ({ day }) => day);
  return [...byDay].map(([day, ofDay]) => ({ day, rows: withFreeTime(ofDay) }));
}

function inOrderOfTime(one: Timed, other: Timed): number {
  return one.startsAt.getTime() - other.startsAt.getTime() || one.endsAt.getTime() - other.endsAt.getTime();
}

function withFreeTime<Item extends Timed>(items: readonly Item[]): ProgrammeRow<Item>[] {
  return items.flatMap((item, index): ProgrammeRow<Item>[] => {
    const row = { row: "item", item } as const;
    const before = spanOfMeetings(items.slice(0, index));
    if (!item.takesPlace || before === null) return [row];
    if (item.startsAt.getTime() - before.endsAt.getTime() <= HOUR) return [row];
    return [{ row: "free", startsAt: before.endsAt, endsAt: item.startsAt }, row];
  });
}

/** When the meetings of a visit that have an hour begin and end; null while there are none that take place. */
export function hoursOfVisit(items: readonly (Timed & { isAllDay: boolean })[]): Span | null {
  return spanOfMeetings(items.filter(({ isAllDay }) => !isAllDay));
}

/** When meetings begin and end; null while there are none that take place. */
export function spanOfMeetings(items: readonly Timed[]): Span | null {
  const held = items.filter(({ takesPlace }) => takesPlace);
  if (held.length === 0) return null;
  const times = held.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()] as const);
  return {
    startsAt: new Date(Math.min(...times.map(([start]) => start))),
    endsAt: new Date(Math.max(...times.map(([, end]) => end))),
  };
}
