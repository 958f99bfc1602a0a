import { inWords } from "#app/text/in-words.ts";
import { briefDueOnDay, clearanceDueOnDay } from "#app/time/back-planning.ts";
import { formatDayAndClocks } from "#app/time/format.ts";
import { type CalendarDate, dateIn, type Timed, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { daysTaken } from "../warnings/days-taken.ts";
import type { Clearer } from "../warnings/judged-event.ts";

/** What depends on the day of an event. */
export type Hanging = {
  /** Whether it has papers at all: something internal has none. */
  hasPapers: boolean;
  clearers: readonly Clearer[];
  /** What desks were asked and have not answered, with the time that they were told. */
  requests: readonly { desk: string; dueAt: Date }[];
  /** Promises that are still open; each keeps the day that was promised. */
  openFollowUps: number;
};

/**
 * What a move does to everything that hangs on an event, in sentences; "" where its day stays and so does all else. Brief
 * and clearance are counted back from the event, so they move with it. The time that a desk was given in a request does
 * not: the desk was told it, and its silence may count from it; the sentence says what it still says, and whether that
 * is too late. Source: DOMAIN.md, rule 10.
 */
export function whatHangsOn(
  before: Timed,
  after: Timed,
  hanging: Hanging,
  { homeZone, now }: { homeZone: Zone; now: Date },
): string {
  const day = daysTaken(after).first;
  if (day === daysTaken(before).first) return "";
  const today = dateIn(now, WASHINGTON);
  return [
    ...(hanging.hasPapers ? [papersNow(day, hanging.clearers, { homeZone, now })] : []),
    ...hanging.requests.map((request) => stillSays(request, after.startsAt, { homeZone, today })),
    ...(hanging.openFollowUps === 0 ? [] : [followUps(hanging.openFollowUps)]),
  ].join(" ");
}

function papersNow(
  day: CalendarDate,
  clearers: readonly Clearer[],
  { homeZone, now }: { homeZone: Zone; now: Date },
): string {
  const said = (instant: Date) =>
    `${formatDayAndClocks(instant, homeZone, dateIn(now, WASHINGTON))}${instant <= now ? ", past" : ""}`;
  const due = clearancesDue(day, clearers).map(
    ({ dueAt, desks }, _, all) => `clearance${all.length > 1 ? ` (${inWords(desks)})` : ""} ${said(dueAt)}`,
  );
  return `${[`Brief now due ${said(briefDueOnDay(day))}`, ...due].join("; ")}.`;
}

/** When each desk should have agreed, the earliest first; desks of one time stand together. Source: DOMAIN.md, rule 10. */
export function clearancesDue(
  day: CalendarDate,
  clearers: readonly Clearer[],
): { dueAt: Date; desks: readonly string[] }[] {
  const due = clearers.map(({ desk, country }) => ({ desk, dueAt: clearanceDueOnDay(day, country) }));
  return [...Map.groupBy(due, ({ dueAt }) => dueAt.getTime())]
    .toSorted(([a], [b]) => a - b)
    .map(([at, group]) => ({ dueAt: new Date(at), desks: group.map(({ desk }) => desk) }));
}

function stillSays(
  { desk, dueAt }: { desk: string; dueAt: Date },
  startsAt: Date,
  { homeZone, today }: { homeZone: Zone; today: CalendarDate },
): string {
  const late = dueAt >= startsAt ? "; the event will have begun by then, so ask again" : "";
  return `The request to the ${desk} still asks for an answer by ${formatDayAndClocks(dueAt, homeZone, today)}${late}.`;
}

function followUps(count: number): string {
  return count === 1
    ? "Its open follow-up keeps its due date."
    : `Its ${count} open follow-ups keep their due dates.`;
}
