import type { Kysely } from "kysely";
import sqlite3 from "sqlite3";
import { listCalendarEvents } from "#app/campaign/calendar/calendar.server.ts";
import { EVERYTHING } from "#app/campaign/calendar/calendar-filter.ts";
import { listStampedCells } from "#app/campaign/effectiveness/observations.server.ts";
import { listMessagesReadOver } from "#app/campaign/effectiveness/read-over.server.ts";
import { countWaiting } from "#app/campaign/frame/waiting.server.ts";
import { listReceptionsOfMessages } from "#app/campaign/messages/message-reception.server.ts";
import { findCampaignOfAccount } from "#app/http/campaigns-of-account.server.ts";
import { addDays, heldDay } from "#app/time/calendar-date.ts";
import { type Database, openDatabase } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";
import type { Bench } from "./bench-context.ts";
import { recording, type Statement } from "./recorded-page.ts";
import { compared, median, type Row, type Rows } from "./row.ts";

const TARGET = 1.25;
const BLOCKS = 15;
const IN_A_BLOCK = 200;

type Query = { name: string; run(): Promise<unknown> };

/** What every page asks: through Kysely, and the very same statements with the same values on the driver. */
export async function* hotQueries(bench: Bench): Rows {
  const database = await openDatabase(bench.database);
  const native = await sqlite3.open(bench.database, sqlite3.OPEN_READONLY);
  try {
    for (const query of await queriesOf(database, bench)) {
      await query.run();
      const { statements } = await recording(query.run);
      const raw = await prepared(native, statements);
      yield await inTurns(query, raw.run);
      await raw.close();
    }
  } finally {
    await native.close();
    await database.close();
  }
}

type Native = Awaited<ReturnType<typeof sqlite3.open>>;

/** The statements prepared once, then asked with their values. */
async function prepared(native: Native, statements: readonly Statement[]) {
  const ready = await Promise.all(statements.map(({ sql }) => native.prepare(sql)));
  return {
    async run() {
      const rows: unknown[] = [];
      for (const [index, statement] of ready.entries()) {
        rows.push(await statement.all(statements[index]?.values ?? []));
      }
    },
    async close() {
      for (const statement of ready) await statement.finalize();
    },
  };
}

async function inTurns(query: Query, raw: () => Promise<unknown>): Promise<Row> {
  const measured: number[] = [];
  const reference: number[] = [];
  await timeOf(query.run);
  await timeOf(raw);
  for (let block = 0; block < BLOCKS; block += 1) {
    measured.push(await timeOf(query.run));
    reference.push(await timeOf(raw));
  }
  return compared(`query: ${query.name}`, {
    measured: median(measured),
    reference: median(reference),
    target: TARGET,
    unit: "ms per call",
    samples: BLOCKS * IN_A_BLOCK,
  });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < IN_A_BLOCK; count += 1) await work();
  return (performance.now() - start) / IN_A_BLOCK;
}

async function queriesOf({ read }: Database, { campaign, email }: Bench): Promise<Query[]> {
  const accountId = await accountOf(read, email);
  const now = new Date();
  const today = heldDay(now);
  const week = { campaignIds: [campaign], first: addDays(today, -3), last: addDays(today, 3), now };
  const whose = { campaignId: campaign, accountId, role: "officer", now, today } as const;
  const messages = await listMessagesReadOver(read, campaign);
  const messageIds = messages.map(({ id }) => id);
  return [
    {
      name: "the campaign and the role in it",
      run: () => findCampaignOfAccount(read, campaign, accountId),
    },
    { name: "what waits for the reader", run: () => countWaiting(read, whose) },
    { name: "the cells that have notes", run: () => listStampedCells(read, campaign) },
    { name: "the events of a week", run: () => listCalendarEvents(read, week, EVERYTHING, { limit: 200 }) },
    {
      name: "the receptions of the messages on a page",
      run: () => listReceptionsOfMessages(read, campaign, messageIds),
    },
  ];
}

async function accountOf(read: Kysely<Schema>, email: string): Promise<string> {
  const row = await read
    .selectFrom("account")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirstOrThrow();
  return row.id;
}
