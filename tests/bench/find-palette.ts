import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { listFound } from "#app/campaign/find/search.server.ts";
import { searchWords } from "#app/text/search-words.ts";
import { openDatabase } from "#db/database.server.ts";
import type { Bench } from "./bench-context.ts";
import { openClient } from "./client.ts";
import { recording } from "./recorded-page.ts";
import { compared, median, type Rows } from "./row.ts";
import { signIn, startServer } from "./servers.ts";

const RECORDS = 100_000;
const TARGET = 2.5;
const READ = 100;
const BLOCKS = 9;
const IN_A_BLOCK = 10;
const TYPED = { common: "burden", rare: "armed services", "hardly begun": "pe" };

/** The palette over 100,000 records as a browser asks for it, against its full-text statements on the driver, in turns. */
export async function* paletteResults(bench: Bench): Rows {
  const path = join(bench.folder, "palette.sqlite");
  await copyFile(bench.database, path);
  await fill(path, bench.campaign);
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: path });
  const native = await sqlite3.open(path, sqlite3.OPEN_READONLY);
  try {
    const cookie = await signIn(server.address, bench.email, bench.password);
    for (const [name, typed] of Object.entries(TYPED)) {
      const asked = new URLSearchParams({ q: typed, campaign: bench.campaign });
      const client = await openClient({ address: server.address, path: `/find/palette?${asked}`, cookie });
      const statements = await fullText(path, bench.campaign, typed);
      const times = await inTurns(
        () => client.ask(),
        async () => {
          for (const { sql, values } of statements) await native.all(sql, values);
        },
      );
      client.close();
      yield compared(`palette: a ${name} word among ${RECORDS} records`, times);
    }
  } finally {
    await native.close();
    await server.stop();
  }
}

/** Half of them hold a word that many look for. */
async function fill(path: string, campaign: string): Promise<void> {
  const of = `'${campaign.replaceAll("'", "''")}'`;
  const native = await sqlite3.open(path);
  await native.exec(`PRAGMA synchronous = OFF; BEGIN IMMEDIATE;
    INSERT INTO follow_up (id, campaign_id, text, promised_by, due_on)
      WITH RECURSIVE count(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n + 1 < ${RECORDS})
      SELECT 'filled' || n, ${of}, 'Send paper ' || n || iif(n % 2, ' on the burden', ' to the person'), 'us', '2026-12-01' FROM count;
    COMMIT`);
  await native.close();
}

async function fullText(path: string, campaign: string, typed: string) {
  const database = await openDatabase(path);
  const words = searchWords(typed);
  const { statements } = await recording(() => listFound(database.read, words, [campaign], READ));
  await database.close();
  return statements.filter(({ sql }) => sql.includes("MATCH"));
}

async function inTurns(measured: () => Promise<unknown>, reference: () => Promise<unknown>) {
  const times: [number[], number[]] = [[], []];
  for (const work of [measured, reference]) await timeOf(work);
  for (let block = 0; block < BLOCKS; block += 1) {
    times[0].push(await timeOf(measured));
    times[1].push(await timeOf(reference));
  }
  const samples = BLOCKS * IN_A_BLOCK;
  const unit = "ms per request";
  return { measured: median(times[0]), reference: median(times[1]), target: TARGET, unit, samples };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let count = 0; count < IN_A_BLOCK; count += 1) await work();
  return (performance.now() - start) / IN_A_BLOCK;
}
