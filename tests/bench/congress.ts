import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import { readCongress } from "#app/campaign/contacts/congress/congress.ts";
import { congressFileNames } from "#app/campaign/contacts/congress/congress-files.ts";
import { heldDay } from "#app/time/calendar-date.ts";
import { openDatabase } from "#db/database.server.ts";
import { takeCongress } from "../support/builders/take-congress.ts";
import type { Bench } from "./bench-context.ts";
import { writeCongressFiles } from "./congress-files.ts";
import { compared, median, type Rows } from "./row.ts";

const TARGET = 3;
const RUNS = 5;
const TABLES = ["organisation", "contact", "seat"];
const PUBLIC_DATA = "../shared/data/congress";

/** Importing the list of Congress, against parsing its JSON and putting the bare rows in by the driver. */
export async function* congressImport(bench: Bench): Rows {
  const folder = await findFolder(bench);
  const measured: number[] = [];
  const reference: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    const path = join(bench.folder, `congress-${run}.sqlite`);
    const ours = await importOnce(folder, path);
    const bare = await putBareRowsIn(folder, path);
    // The first run warms both up.
    if (run === 0) continue;
    measured.push(ours);
    reference.push(bare);
  }
  const figures = { measured: median(measured), reference: median(reference) };
  yield compared("import of Congress", { ...figures, target: TARGET, unit: "ms per import", samples: RUNS });
}

async function findFolder(bench: Bench): Promise<string> {
  const found = [process.env.BENCH_CONGRESS, PUBLIC_DATA].find((path) => path && existsSync(path));
  if (found !== undefined) return found;
  const made = join(bench.folder, "congress");
  await writeCongressFiles(made);
  return made;
}

async function importOnce(folder: string, path: string): Promise<number> {
  const database = await openDatabase(path);
  const start = performance.now();
  const file = async (name: string) => ({ name, bytes: await readFile(join(folder, name)) });
  const reading = readCongress({
    committees: await file(congressFileNames.committees),
    membership: await file(congressFileNames.membership),
    legislators: await file(congressFileNames.legislators),
  });
  if (!reading.ok) throw new Error(reading.fault);
  const now = new Date();
  const author = { accountId: "system", channel: "command line", now } as const;
  await takeCongress(database, author, reading.records, heldDay(now));
  const took = performance.now() - start;
  await database.close();
  return took;
}

/** The rows that the import made, into tables of the same columns without history, search or indexes. */
async function putBareRowsIn(folder: string, path: string): Promise<number> {
  const made = await sqlite3.open(path, sqlite3.OPEN_READONLY);
  const rows = await Promise.all(TABLES.map((table) => made.all(`SELECT * FROM ${table}`)));
  const bare = await sqlite3.open(`${path}.bare`);
  await bare.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  for (const [index, table] of TABLES.entries()) {
    const columns = Object.keys(rows[index]?.[0] ?? {});
    await bare.exec(`CREATE TABLE ${table} (${columns.join(", ")}, PRIMARY KEY (id))`);
  }
  const start = performance.now();
  for (const name of Object.values(congressFileNames)) JSON.parse(await readFile(join(folder, name), "utf8"));
  await bare.exec("BEGIN IMMEDIATE");
  for (const [index, table] of TABLES.entries()) {
    const columns = Object.keys(rows[index]?.[0] ?? {});
    const values = columns.map((column) => `value ->> '${column}'`).join(", ");
    await bare.run(`INSERT INTO ${table} SELECT ${values} FROM json_each(?)`, [JSON.stringify(rows[index])]);
  }
  await bare.exec("COMMIT");
  const took = performance.now() - start;
  await bare.close();
  await made.close();
  return took;
}
