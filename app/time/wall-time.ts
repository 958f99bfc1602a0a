import { tzOffset } from "@date-fns/tz";

/** The zone of the posts in Washington; every screen shows it first. */
export const WASHINGTON: Zone = "America/New_York";

/** A calendar day without a zone: "2026-11-10". */
export type CalendarDate = `${number}-${number}-${number}`;

/** What a clock on a wall shows, without saying where the wall is: "2026-11-10T14:00". */
export type WallTime = `${number}-${number}-${number}T${number}:${number}`;

/** A month of a year: "2026-11". */
export type Month = `${number}-${number}`;

/** What a clock shows of the day, 24 hours: "14:00". */
export type TimeOfDay = `${number}:${number}`;

/** A time zone by its name in the IANA database: "Europe/Prague". */
export type Zone = `${string}/${string}` | "UTC";

/** Which of the two is meant when the clocks go back and an hour occurs twice. */
export type Occurrence = "first" | "second";

export type InstantOf =
  | { ok: true; instant: Date }
  | { ok: false; reason: "time-does-not-exist" | "time-occurs-twice" };

/** Whether the text has the form of a wall time; that the calendar has its day is not asked. */
export function isWallTime(text: string): text is WallTime {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text);
}

/** The day of a wall time. */
export function dayOf(wall: WallTime): CalendarDate {
  // A wall time is its day, "T" and its time of day: TypeScript follows no text into its parts.
  return wall.slice(0, 10) as CalendarDate;
}

/** The time of day of a wall time. */
export function timeOf(wall: WallTime): TimeOfDay {
  // As above.
  return wall.slice(11) as TimeOfDay;
}

/** That time on that day. */
export function wallAt(day: CalendarDate, time: TimeOfDay): WallTime {
  return `${day}T${time}`;
}

/** The time of day of those figures of a clock. */
export function clockTime(hour: number, minute: number): TimeOfDay {
  return timeOf(wallTimeInUtc(new Date((hour * 60 + minute) * MINUTE)));
}

/** The wall time so many milliseconds later, on a clock that is never changed. */
export function laterBy(wall: WallTime, milliseconds: number): WallTime {
  return wallTimeInUtc(new Date(Date.parse(`${wall}:00.000Z`) + milliseconds));
}

/** What clocks in UTC show at `instant`, to the minute. */
export function wallTimeInUtc(instant: Date): WallTime {
  // ISO 8601 in UTC begins with the day and the time.
  return instant.toISOString().slice(0, 16) as WallTime;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const QUARTER = 15 * MINUTE;
const MOST_OFFSETS = 20_000;
const offsets = new Map<string, number>();

/** Minutes by which clocks in `zone` are ahead of UTC. They change on a quarter of an hour only, so each is looked up once. */
function offsetAt(zone: Zone, instant: Date): number {
  const key = `${zone} ${Math.floor(instant.getTime() / QUARTER)}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  const offset = tzOffset(zone, instant);
  offsets.set(key, offset);
  return offset;
}

/**
 * The instant at which clocks in `zone` show `wall`.
 *
 * Refuses a time that the clocks skip in spring ("2026-03-08T02:30" in Washington), and one that they show
 * twice in autumn ("2026-11-01T01:30" in Washington) unless `occurrence` says which is meant. Where a time
 * occurs once, `occurrence` changes nothing. `wall` must be a well-formed WallTime and `zone` an IANA zone.
 * Source: DOMAIN.md, rule 1.
 */
export function instantOf(wall: WallTime, zone: Zone, occurrence: Occurrence | null = null): InstantOf {
  const asUtc = Date.parse(`${wall}:00.000Z`);
  const possible = new Set([offsetAt(zone, new Date(asUtc - DAY)), offsetAt(zone, new Date(asUtc + DAY))]);
  const instants = [...possible]
    .map((offset) => ({ offset, instant: new Date(asUtc - offset * MINUTE) }))
    .filter(({ offset, instant }) => offsetAt(zone, instant) === offset)
    .map(({ instant }) => instant)
    .sort((a, b) => a.getTime() - b.getTime());
  const [first, second] = instants;
  if (!first) return { ok: false, reason: "time-does-not-exist" };
  if (!second) return { ok: true, instant: first };
  if (!occurrence) return { ok: false, reason: "time-occurs-twice" };
  return { ok: true, instant: occurrence === "first" ? first : second };
}

/** What to tell whoever typed a time that the clocks skip; without a full stop. */
export const NO_SUCH_TIME =
  "That time does not exist: the clocks go forward in that hour. Enter an earlier or a later time";

/** The instant at which a day begins on the clock of `zone`: midnight, or when the clocks go on where they skip it. */
export function startOfDay(date: CalendarDate, zone: Zone): Date {
  const midnight = instantOf(`${date}T00:00`, zone, "first");
  if (midnight.ok) return midnight.instant;
  const later = instantOf(`${date}T01:00`, zone, "first");
  if (!later.ok) throw new Error("Clocks never skip more than an hour at midnight.");
  return later.instant;
}

/** The last instant of a day on the clock of `zone`, a millisecond before the next one begins. */
export function endOfDay(date: CalendarDate, zone: Zone): Date {
  const next = dayOf(laterBy(wallAt(date, "00:00"), DAY));
  return new Date(startOfDay(next, zone).getTime() - 1);
}

/**
 * The hour around an instant, as UTC text. A query that names the hour stays the same all through it, so that its rows may
 * be kept; what it finds within the hour is then cut at the instant.
 */
export function hourAround(instant: Date): { from: string; to: string } {
  const from = Math.floor(instant.getTime() / HOUR) * HOUR;
  return { from: new Date(from).toISOString(), to: new Date(from + HOUR).toISOString() };
}

/**
 * The first whole minute from an instant on, as UTC text. Events begin at whole minutes, so those that begin from it on are
 * those that begin from the instant on, and a query that names it stays the same until the next.
 */
export function minuteFrom(instant: Date): string {
  return new Date(Math.ceil(instant.getTime() / MINUTE) * MINUTE).toISOString();
}

/** What clocks in `zone` show at `instant`, to the minute (seconds are cut off). */
export function wallTimeIn(instant: Date, zone: Zone): WallTime {
  return wallTimeInUtc(new Date(instant.getTime() + offsetAt(zone, instant) * MINUTE));
}

/** The calendar day in `zone` at `instant`. */
export function dateIn(instant: Date, zone: Zone): CalendarDate {
  return dayOf(wallTimeIn(instant, zone));
}

/** The time of day in `zone` at `instant`, 24 hours: "14:00". */
export function timeIn(instant: Date, zone: Zone): TimeOfDay {
  return timeOf(wallTimeIn(instant, zone));
}

/**
 * Hours by which clocks in `zone` are ahead of clocks in Washington at `instant`; negative when behind.
 *
 * For Prague 6, and 5 while only one side has changed its clocks: from 8 to 29 March and from 25 October to
 * 1 November 2026. Decided by the instant, not by the date. Source: DOMAIN.md, rule 1.
 */
export function hoursAheadOfWashington(instant: Date, zone: Zone): number {
  return (offsetAt(zone, instant) - offsetAt(WASHINGTON, instant)) / 60;
}

/** Whether `zone` names a time zone that this machine knows ("Europe/Prague"). */
export function isZone(zone: string): zone is Zone {
  return hasNameOfZone(zone) && !Number.isNaN(offsetAt(zone, new Date(0)));
}

/** Every time zone that this machine knows, by its IANA name. */
export function everyZone(): readonly Zone[] {
  return Intl.supportedValuesOf("timeZone").filter(hasNameOfZone);
}

function hasNameOfZone(text: string): text is Zone {
  return text.includes("/") || text === "UTC";
}

/** Something planned on the clock of `zone`; whole days go from midnight there to the midnight after the last. */
export type Timed = { startsAt: Date; endsAt: Date; zone: Zone; isAllDay: boolean };

type StoredTime = { starts_at: string; ends_at: string; zone: Zone; is_all_day: 0 | 1 };

/** The time of an event as its row has it. */
export function timedOf({ starts_at, ends_at, zone, is_all_day }: StoredTime): Timed {
  return { startsAt: new Date(starts_at), endsAt: new Date(ends_at), zone, isAllDay: is_all_day === 1 };
}

/** That of an event where a row has one, as it may in a left join; else null. */
export function timedIfAny(row: { [Column in keyof StoredTime]: StoredTime[Column] | null }): Timed | null {
  const { starts_at, ends_at, zone, is_all_day } = row;
  if (starts_at === null || ends_at === null || zone === null || is_all_day === null) return null;
  return timedOf({ starts_at, ends_at, zone, is_all_day });
}

/** The first and the last day of a span on the clock of `zone`; an end at midnight belongs to the day before. */
export function daysOnClock({ startsAt, endsAt }: Pick<Timed, "startsAt" | "endsAt">, zone: Zone) {
  const first = dateIn(startsAt, zone);
  const last = dateIn(new Date(endsAt.getTime() - 1), zone);
  return { first, last: last < first ? first : last };
}
