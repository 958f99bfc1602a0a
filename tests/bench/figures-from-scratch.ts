import sqlite3 from "sqlite3";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { openDatabase } from "#db/database.server.ts";
import { compared, median, type Row } from "./row.ts";

const TARGET = 8;
const RUNS = 5;
const COLUMNS = 4;

type Native = Awaited<ReturnType<typeof sqlite3.open>>;

/**
 * All figures of a campaign from scratch, nothing kept from before, against reading the same observations from the same
 * file through the raw driver: packed by SQLite cell by cell, and parsed into one list of whole numbers.
 */
export async function figuresFromScratch(path: string, campaign: string): Promise<Row> {
  const measured: number[] = [];
  const reference: number[] = [];
  const native = await sqlite3.open(path, sqlite3.OPEN_READONLY);
  // The first run warms both up.
  for (let run = 0; run <= RUNS; run += 1) {
    const ours = await allFigures(path, campaign);
    const theirs = await timeOf(() => readPacked(native, campaign));
    if (run > 0) measured.push(ours);
    if (run > 0) reference.push(theirs);
  }
  await native.close();
  return compared("figures of 1,000,000 observations from scratch, against reading them packed", {
    measured: median(measured),
    reference: median(reference),
    target: TARGET,
    unit: "ms",
    samples: RUNS,
  });
}

/** A database that was just opened has nothing in memory; opening it, with the check of the whole file, is told apart. */
async function allFigures(path: string, campaign: string): Promise<number> {
  const start = performance.now();
  const database = await openDatabase(path);
  console.log(`  opened and checked in ${(performance.now() - start).toFixed(0)} ms`);
  const today = dateIn(new Date(), WASHINGTON);
  const took = await timeOf(() =>
    readReceptionReport(database.read, { id: campaign, startsOn: "2025-07-01" }, today),
  );
  await database.close();
  return took;
}

/** Day, sum of the scores, number of ratings and rater's place of every observation, 50,000 or a cell at once. */
async function readPacked(native: Native, campaign: string): Promise<Int32Array> {
  const cells = await native.all(
    "SELECT key_message_id AS message, audience_id AS audience, n FROM observation_cell WHERE campaign_id = ?",
    [campaign],
  );
  const raters = await native.all("SELECT group_concat(id) AS ids FROM account");
  const all = new Int32Array(COLUMNS * cells.reduce((sum, { n }) => sum + Number(n), 0));
  let place = 0;
  for (const { message, audience } of cells) {
    const [row] = await native.all(
      `SELECT group_concat(cast(julianday(day) - 2440587.5 AS integer) || ',' || cast(round(score * ratings) AS integer)
         || ',' || ratings || ',' || instr(?, rater_account_id)) AS packed
       FROM observation WHERE campaign_id = ? AND key_message_id = ? AND audience_id = ?`,
      [String(raters[0]?.ids), campaign, String(message), String(audience)],
    );
    place = parseInto(all, place, String(row?.packed ?? ""));
  }
  return all;
}

const [COMMA, MINUS, NOUGHT] = [44, 45, 48];

function parseInto(all: Int32Array, from: number, text: string): number {
  let place = from;
  let [value, sign] = [0, 1];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      all[place] = sign * value;
      place += 1;
      [value, sign] = [0, 1];
    } else if (code === MINUS) sign = -1;
    else value = value * 10 + code - NOUGHT;
  }
  all[place] = sign * value;
  return place + 1;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
