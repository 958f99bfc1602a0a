import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { findSlots } from "#app/campaign/outreach-events/moving/slots.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import type { Bench } from "./bench-context.ts";
import { fillCalendar } from "./fill-calendar.ts";
import { compared, median, type Row } from "./row.ts";

const TARGET = 1.5;
const EVENTS = 20_000;
const BLOCKS = 25;
const IN_A_BLOCK = 10;
/** Further than is looked while slots are found, and the longest event before. */
const QUIET_DAYS = 60;
const MINUTES = 45;
const DAY = 86_400_000;

/**
 * The free slots of what has no date yet and of an event, with 20,000 events over five years stored, against the
 * sample alone. In the weeks that are looked at the same events lie in both.
 */
export async function freeSlots(bench: Bench): Promise<Row[]> {
  const path = join(bench.folder, "slots.sqlite");
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  const today = dateIn(new Date(), WASHINGTON);
  const quiet = { first: addDays(today, -QUIET_DAYS), last: addDays(today, QUIET_DAYS) };
  await fillCalendar(native, { campaign: bench.campaign, events: EVENTS, today, quiet });
  await native.close();
  const [large, small] = await Promise.all([openDatabase(path), openDatabase(bench.database)]);
  const startsAt = new Date(Math.ceil(Date.now() / DAY + 2) * DAY - DAY / 3);
  const own = { startsAt, endsAt: new Date(startsAt.getTime() + MINUTES * 60_000) };
  try {
    return [
      await inTurns("find a slot", await slotsOf(large, bench, null), await slotsOf(small, bench, null)),
      await inTurns("solve a clash", await slotsOf(large, bench, own), await slotsOf(small, bench, own)),
    ];
  } finally {
    await large.close();
    await small.close();
  }
}

async function slotsOf(database: Database, bench: Bench, own: { startsAt: Date; endsAt: Date } | null) {
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
  return () =>
    findSlots(
      asking,
      { minutes: MINUTES, where: "somewhere", own, by: null },
      { ...whose, zone: WASHINGTON, isOfIt: () => false },
    );
}

async function inTurns(
  name: string,
  measured: () => Promise<unknown>,
  reference: () => Promise<unknown>,
): Promise<Row> {
  const times: [number[], number[]] = [[], []];
  for (const work of [measured, reference]) await timeOf(work);
  for (let block = 0; block < BLOCKS; block += 1) {
    times[0].push(await timeOf(measured));
    times[1].push(await timeOf(reference));
  }
  const figures = { measured: median(times[0]), reference: median(times[1]) };
  const row = { ...figures, target: TARGET, unit: "ms per search", samples: BLOCKS * IN_A_BLOCK };
  return compared(`${name}, ${EVENTS} events against the sample`, row);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < IN_A_BLOCK; count += 1) await work();
  return (performance.now() - start) / IN_A_BLOCK;
}
