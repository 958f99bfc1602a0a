import type sqlite3 from "sqlite3";
import { addDays, daysBetween, weekdayOf } from "#app/time/calendar-date.ts";
import {
  type CalendarDate,
  clockTime,
  instantOf,
  WASHINGTON,
  type WallTime,
  wallAt,
} from "#app/time/wall-time.ts";
import { TIDIED } from "./fill-to-full-size.ts";

type Native = Awaited<ReturnType<typeof sqlite3.open>>;

/** Where the events go, and where none is put, so that what is shown there stays as much as it was. */
export type CalendarFill = {
  campaign: string;
  /** All events that are added; three quarters of them are times of weekly series, 50 times each. */
  events: number;
  /** The middle of the five years. */
  today: CalendarDate;
  quiet: { first: string; last: CalendarDate };
};

const DAYS = 1826;
const TIMES_OF_A_SERIES = 50;
const HOUR = 3_600_000;

type Filled = {
  id: string;
  series: string | null;
  slot: WallTime;
  startsAt: string;
  endsAt: string;
  end: string;
  day: CalendarDate;
  held: boolean;
};

/**
 * Adds so many events over five years, on working days from 08:00 to 17:00 in Washington: of 20,000 events 15,000 are
 * the times of 300 weekly series, of 200 there are 3. Each has an audience, a message, an officer and a participant
 * of the campaign; those that are over are held and logged.
 */
export async function fillCalendar(native: Native, fill: CalendarFill): Promise<void> {
  const series = Math.round((fill.events * 0.75) / TIMES_OF_A_SERIES);
  const repeated = Array.from({ length: series }, (_, index) => timesOfSeries(index, series, fill)).flat();
  const single = singleTimes(fill.events - repeated.length, fill);
  await native.exec("PRAGMA synchronous = OFF; BEGIN IMMEDIATE");
  await native.exec("CREATE TEMP TABLE filled (n INTEGER PRIMARY KEY, event TEXT NOT NULL)");
  await native.run("INSERT INTO filled (event) SELECT value FROM json_each(?)", [
    JSON.stringify([...repeated, ...single]),
  ]);
  for (const statement of statements(`'${fill.campaign.replaceAll("'", "''")}'`))
    await native.exec(statement);
  await native.exec("DROP TABLE temp.filled; COMMIT");
  await native.exec(TIDIED);
  await native.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

function timesOfSeries(index: number, series: number, fill: CalendarFill): Filled[] {
  const begins = Math.floor((index * (DAYS - 7 * TIMES_OF_A_SERIES)) / series);
  const first = workingDay(addDays(fill.today, begins - Math.floor(DAYS / 2)));
  return Array.from({ length: TIMES_OF_A_SERIES }, (_, time) => addDays(first, 7 * time))
    .filter((day) => !isQuiet(day, fill))
    .map((day, time) => filledOn(day, index, fill, `s${index}t${time}`, `series${index}`));
}

function singleTimes(count: number, fill: CalendarFill): Filled[] {
  const from = addDays(fill.today, -Math.floor(DAYS / 2));
  return Array.from({ length: count }, (_, index) => {
    const day = workingDay(addDays(from, Math.floor((index * DAYS) / count)));
    const free = isQuiet(day, fill) ? workingDay(addDays(fill.quiet.last, 1)) : day;
    return filledOn(free, index, fill, `one${index}`, null);
  });
}

function filledOn(
  day: CalendarDate,
  index: number,
  fill: CalendarFill,
  id: string,
  series: string | null,
): Filled {
  const hour = (at: number) => wallAt(day, clockTime(at, 0));
  const slot = hour(8 + (index % 9));
  const start = instantOf(slot, WASHINGTON, "first");
  if (!start.ok) throw new Error("No clock skips an hour between 08:00 and 17:00.");
  const endsAt = new Date(start.instant.getTime() + HOUR).toISOString();
  const end = hour(9 + (index % 9));
  const held = daysBetween(day, fill.today) > 0;
  return { id, series, slot, startsAt: start.instant.toISOString(), endsAt, end, day, held };
}

function isQuiet(day: CalendarDate, { quiet }: CalendarFill): boolean {
  return day >= quiet.first && day <= quiet.last;
}

function workingDay(day: CalendarDate): CalendarDate {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
}

function statements(campaign: string): string[] {
  const of = (key: string) => `(event ->> '${key}')`;
  const nth = (rows: string) => `(SELECT id FROM (${rows}) WHERE place = n % many)`;
  const placed = (id: string, from: string) =>
    `SELECT ${id} AS id, row_number() OVER (ORDER BY ${id}) - 1 AS place, count(*) OVER () AS many FROM ${from}`;
  const officers = placed("account_id", `campaign_role WHERE campaign_id = ${campaign} AND role <> 'reader'`);
  const audiences = placed("audience_id", `campaign_audience WHERE campaign_id = ${campaign}`);
  const contacts = placed("contact_id", `campaign_contact WHERE campaign_id = ${campaign}`);
  const messages = placed("id", `key_message WHERE campaign_id = ${campaign}`);
  return [
    `INSERT INTO event_series (id, campaign_id, title, place, rule, wall_start, wall_end, zone)
     SELECT ${of("series")}, ${campaign}, 'Weekly ' || ${of("series")}, 'Dirksen Building',
       'FREQ=WEEKLY;COUNT=${TIMES_OF_A_SERIES}', min(${of("slot")}), min(${of("end")}), '${WASHINGTON}'
     FROM filled WHERE ${of("series")} IS NOT NULL GROUP BY ${of("series")}`,
    `INSERT INTO outreach_event (id, campaign_id, title, kind, wall_start, wall_end, zone, starts_at, ends_at, day,
       schedule, result, place, ground_rule, handling, owner_account_id, planned_at, event_series_id, series_slot)
     SELECT ${of("id")}, ${campaign}, coalesce('Weekly ' || ${of("series")}, 'Briefing ' || n), 'briefing', ${of("slot")},
       ${of("end")}, '${WASHINGTON}', ${of("startsAt")}, ${of("endsAt")}, ${of("day")}, 'confirmed',
       CASE WHEN ${of("held")} THEN 'held' ELSE 'planned' END, 'Room ' || (n % 40), 'background', 'TLP:AMBER',
       ${nth(officers)}, ${of("startsAt")}, ${of("series")}, CASE WHEN ${of("series")} IS NOT NULL THEN ${of("slot")} END
     FROM filled`,
    `INSERT INTO outreach_event_audience (id, outreach_event_id, audience_id)
     SELECT 'a' || ${of("id")}, ${of("id")}, ${nth(audiences)} FROM filled`,
    `INSERT INTO outreach_event_message (id, outreach_event_id, key_message_id, position)
     SELECT 'm' || ${of("id")}, ${of("id")}, ${nth(messages)}, 1 FROM filled`,
    `INSERT INTO outreach_event_officer (id, outreach_event_id, account_id)
     SELECT 'o' || ${of("id")}, ${of("id")}, ${nth(officers)} FROM filled`,
    `INSERT INTO outreach_event_participant (id, outreach_event_id, contact_id, reply, attendance)
     SELECT 'p' || ${of("id")}, ${of("id")}, ${nth(contacts)}, 'accepted',
       CASE WHEN ${of("held")} THEN 'attended' ELSE 'not recorded' END FROM filled`,
    `INSERT INTO outcome (id, campaign_id, outreach_event_id, officer_account_id, said, ground_rule, handling, logged_at)
     SELECT 'l' || ${of("id")}, ${campaign}, ${of("id")}, ${nth(officers)}, 'What was said.', 'background', 'TLP:AMBER',
       ${of("endsAt")} FROM filled WHERE ${of("held")}`,
  ];
}
