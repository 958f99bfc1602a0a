import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import sqlite3 from "sqlite3";
import { type EventDraft, listWarnings } from "#app/campaign/outreach-events/warnings/store.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";
import type { Bench } from "./bench-context.ts";
import { fillCalendar } from "./fill-calendar.ts";
import { compared, median, type Rows } from "./row.ts";

const TARGET = 1.3;
const FEW = 200;
const MANY = 20_000;
const BLOCKS = 15;
const IN_A_BLOCK = 20;
/** Further than a message is looked for: 90 days and the longest event. */
const QUIET_DAYS = 120;

type Check = { database: Database; run: () => Promise<unknown> };

/**
 * Everything that speaks against a new event, with 20,000 events over five years stored, and with 200. Around its day
 * the same events lie in both.
 */
export async function* clashCheck(bench: Bench): Rows {
  const large = await checkWith(bench, MANY);
  const small = await checkWith(bench, FEW);
  try {
    const measured: number[] = [];
    const reference: number[] = [];
    for (let block = 0; block <= BLOCKS; block += 1) {
      const [ofLarge, ofSmall] = [await timeOf(large.run), await timeOf(small.run)];
      // The first block warms both.
      if (block > 0) measured.push(ofLarge);
      if (block > 0) reference.push(ofSmall);
    }
    const name = `clash check for a new event, ${MANY} events against ${FEW}`;
    const times = { measured: median(measured), reference: median(reference) };
    yield compared(name, { ...times, target: TARGET, unit: "ms per check", samples: BLOCKS * IN_A_BLOCK });
  } finally {
    await large.database.close();
    await small.database.close();
  }
}

async function checkWith(bench: Bench, events: number): Promise<Check> {
  const path = join(bench.folder, `clash-check-${events}.sqlite`);
  await copyFile(bench.database, path);
  const today = dateIn(new Date(), WASHINGTON);
  const native = await sqlite3.open(path);
  const quiet = { first: addDays(today, -QUIET_DAYS), last: addDays(today, QUIET_DAYS) };
  await fillCalendar(native, { campaign: bench.campaign, events, today, quiet });
  await native.close();
  const database = await openDatabase(path);
  const draft = await newEvent(database.read, bench, `${addDays(today, 3)}T19:00:00.000Z`);
  const judging = {
    accountId: draft.officerIds[0] ?? "",
    clashDays: 14,
    travelMinutes: 30,
    home: { homeZone: "Europe/Prague", homeCountry: "CZ" },
    now: new Date(),
  } as const;
  return { database, run: () => listWarnings(database.read, draft, judging) };
}

async function newEvent(
  read: Kysely<Schema>,
  { campaign, email }: Bench,
  startsAt: string,
): Promise<EventDraft> {
  const officers = await read.selectFrom("account").select("id").where("email", "=", email).execute();
  const audiences = await read
    .selectFrom("campaign_audience")
    .select("audience_id as id")
    .where("campaign_id", "=", campaign)
    .orderBy("priority")
    .limit(1)
    .execute();
  const contacts = await read
    .selectFrom("audience_contact")
    .select("contact_id as id")
    .where("audience_id", "in", idsOf(audiences))
    .limit(3)
    .execute();
  const messages = await read
    .selectFrom("key_message")
    .select("id")
    .where("campaign_id", "=", campaign)
    .limit(2)
    .execute();
  return {
    id: null,
    campaignId: campaign,
    kind: "briefing",
    startsAt: new Date(startsAt),
    endsAt: new Date(Date.parse(startsAt) + 45 * 60_000),
    zone: WASHINGTON,
    isAllDay: false,
    place: "Dirksen Building",
    takesPlace: true,
    officerIds: idsOf(officers),
    contactIds: idsOf(contacts),
    audienceIds: idsOf(audiences),
    messageIds: idsOf(messages),
    plannedAt: null,
    visitId: null,
  };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < IN_A_BLOCK; count += 1) await work();
  return (performance.now() - start) / IN_A_BLOCK;
}
