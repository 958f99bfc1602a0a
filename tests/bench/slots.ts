import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { findSlots } from "#app/campaign/outreach-events/moving/slots.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import type { Bench } from "./bench-context.ts";
import { type CalendarFill, fillCalendar } from "./fill-calendar.ts";
import { changeElsewhere } from "./processor.ts";
import { compared, median, type Row, type Rows } from "./row.ts";

const TARGET = 1.5;
/** The two weeks that are looked at hold ten times the events of the sample there, and three times those of somebody. */
const TARGET_IN_FULL_WEEKS = 2.5;
const EVENTS = 20_000;
const WARM_UP = 30;
const SEARCHES = 150;
/** Further than is looked while slots are found, and the longest event before. */
const QUIET_DAYS = 60;
const MINUTES = 45;
const DAY = 86_400_000;

/**
 * The free slots of what has no date yet and of an event, with 20,000 events over five years stored, against the sample
 * alone: where the weeks that are looked at hold the same events in both, and where they are as full as all others.
 */
export async function* freeSlots(bench: Bench): Rows {
  const today = dateIn(new Date(), WASHINGTON);
  const quiet = { first: addDays(today, -QUIET_DAYS), last: addDays(today, QUIET_DAYS) };
  const elsewhere = await filled(bench, "elsewhere", today, quiet);
  const full = await filled(bench, "full", today, { first: "2000-01-01", last: "2000-01-01" });
  const startsAt = new Date(Math.ceil(Date.now() / DAY + 2) * DAY - DAY / 3);
  const own = { startsAt, endsAt: new Date(startsAt.getTime() + MINUTES * 60_000) };
  const small = { path: bench.database, database: await openDatabase(bench.database) };
  for (const [path, weeks, target] of [
    [elsewhere, "", TARGET],
    [full, " in full weeks", TARGET_IN_FULL_WEEKS],
  ] as const) {
    const large = { path, database: await openDatabase(path) };
    for (const [name, of] of [
      ["find a slot", null],
      ["solve a clash", own],
    ] as const) {
      const [measured, reference] = [await slotsOf(large, bench, of), await slotsOf(small, bench, of)];
      yield await inTurns(`${name}${weeks}`, target, measured, reference);
    }
    await large.database.close();
  }
  await small.database.close();
}

async function filled(bench: Bench, name: string, today: CalendarDate, quiet: CalendarFill["quiet"]) {
  const path = join(bench.folder, `slots-${name}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  await fillCalendar(native, { campaign: bench.campaign, events: EVENTS, today, quiet });
  await native.close();
  return path;
}

type Search = { path: string; search: () => Promise<unknown> };

async function slotsOf(
  { path, database }: { path: string; database: Database },
  bench: Bench,
  own: { startsAt: Date; endsAt: Date } | null,
): Promise<Search> {
  const { read } = database;
  const account = await read
    .selectFrom("account")
    .select("id")
    .where("email", "=", bench.email)
    .executeTakeFirstOrThrow();
  const audience = await read
    .selectFrom("audience")
    .select("id")
    .where("name", "like", "Senate%")
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const home = { homeZone: "Europe/Prague", homeCountry: "CZ" } as const;
  const asking = { account, campaign: { travelMinutes: 30 }, database, home, now: new Date() } as const;
  const whose = { officerIds: [account.id], contactIds: [], audienceIds: [audience.id] };
  const search = () =>
    findSlots(
      asking,
      { minutes: MINUTES, where: "somewhere", own, by: null },
      { ...whose, zone: WASHINGTON, isOfIt: () => false },
    );
  return { path, search };
}

/** One search at a time, in turns, each after a change by another process: what was kept answers none. */
async function inTurns(name: string, target: number, measured: Search, reference: Search): Promise<Row> {
  const sides = [measured, reference] as const;
  const times: [number[], number[]] = [[], []];
  for (let turn = -WARM_UP; turn < SEARCHES; turn += 1) {
    for (const index of [0, 1] as const) {
      const { path, search } = sides[index];
      await changeElsewhere(path);
      const start = performance.now();
      await search();
      if (turn >= 0) times[index].push(performance.now() - start);
    }
  }
  const figures = { measured: median(times[0]), reference: median(times[1]) };
  const row = { ...figures, target, unit: "ms per search", samples: SEARCHES };
  return compared(`${name}, ${EVENTS} events against the sample`, row);
}
