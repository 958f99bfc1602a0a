import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sqlite3 from "sqlite3";
import { packNotes } from "#app/campaign/effectiveness/packed-notes.server.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { openDatabase } from "#db/database.server.ts";
import type { Bench } from "./bench-context.ts";
import type { Target } from "./client.ts";
import { figuresFromScratch } from "./figures-from-scratch.ts";
import { addOneOutcome, fillObservations } from "./fill-observations.ts";
import { longestWaitDuring } from "./longest-wait.ts";
import { compared, limited, median, notMeasured, type Row, type Rows } from "./row.ts";
import { type Running, signIn, startServer } from "./servers.ts";
import { timeInTurns, timeOne } from "./timing.ts";

const LARGE = 1_000_000;
const SMALL = 10_000;
const SAME_CELLS_TARGET = 1.5;
/** A changed cell of 50 is a fiftieth of the reading; the page itself and the pooling are there as well. */
const ONE_OUTCOME_TARGET = 0.2;
const AS_KNOWN_TARGET = 10;
const REFIT_TARGET = 2;
const MEMORY_LIMIT = 350 * 1_048_576;
const FIRST_VIEW_LIMIT = 1_000;
const WAIT_LIMIT = 50;
/** How often it is looked whether an estimate is kept, in ms. */
const LOOK_AGAIN = 100;
const STARTS = 3;
const MINUTES_TO_PACK = 10;
const OUTCOMES = 7;
const PAST_DAYS = 7;

/** The effectiveness page and the overview over 10,000 and over 1,000,000 observations in the same 50 cells. */
export async function* effectiveness(bench: Bench): Rows {
  const large = await filled(bench, LARGE);
  const small = await filled(bench, SMALL);
  yield await figuresFromScratch(large, bench.campaign);
  let ofLarge = await startedOn(large, bench);
  const ofSmall = await startedOn(small, bench);
  try {
    yield* sameCells(ofLarge, ofSmall);
    const more = await afterOneOutcome(ofLarge, large, bench);
    await ofLarge.server.stop();
    ofLarge = await startedOn(large, bench);
    yield await againstFromScratch(ofLarge, more, bench);
    yield await asKnown(ofSmall);
    yield* duringRefits(ofLarge, large, bench);
  } finally {
    await ofLarge.server.stop();
    await ofSmall.server.stop();
  }
  yield await firstViews(large, bench);
}

type Side = { count: string; server: Running; page: Target; overview: Target };

async function filled(bench: Bench, count: number): Promise<string> {
  const path = join(bench.folder, `observations-${count}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  const start = performance.now();
  await fillObservations(native, bench.campaign, count);
  await native.close();
  console.log(`  ${count} observations filled in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return path;
}

async function startedOn(path: string, bench: Bench): Promise<Side> {
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: path });
  const cookie = await signIn(server.address, bench.email, bench.password);
  const target = (page: string) => ({ address: server.address, path: `/c/${bench.campaign}${page}`, cookie });
  const count = path.match(/\d+(?=\.sqlite)/)?.[0] ?? "";
  return { count, server, page: target("/reports/effectiveness"), overview: target("") };
}

async function* sameCells(large: Side, small: Side): Rows {
  for (const name of ["page", "overview"] as const) {
    const times = await timeInTurns(large[name], small[name], 1);
    const label = name === "page" ? "effectiveness page" : "overview";
    yield compared(`${label} over 1,000,000 observations, against 10,000`, {
      ...times,
      target: SAME_CELLS_TARGET,
      unit: "ms per request",
    });
  }
}

/** How long the view takes after one more outcome in one cell. */
async function afterOneOutcome(side: Side, path: string, bench: Bench): Promise<number[]> {
  const native = await sqlite3.open(path);
  await native.exec("PRAGMA busy_timeout = 5000");
  const after: number[] = [];
  const warm: number[] = [];
  for (let run = 0; run < OUTCOMES; run += 1) {
    await addOneOutcome(native, bench.campaign, run);
    after.push(await timeOne(side.page));
    warm.push(await timeOne(side.page));
  }
  await native.close();
  console.log(
    `  1,000,000: warm ${median(warm).toFixed(0)} ms, one outcome later ${median(after).toFixed(0)} ms`,
  );
  return after;
}

/** That, against the first view of a server that has just started. */
async function againstFromScratch(fresh: Side, after: readonly number[], bench: Bench): Promise<Row> {
  // Any other page first, so that only the figures are new to the server.
  await timeOne({ ...fresh.page, path: `/c/${bench.campaign}/messages` });
  const fromScratch = await timeOne(fresh.page);
  console.log(`  1,000,000: first view after another start ${fromScratch.toFixed(0)} ms`);
  return compared("effectiveness page after one outcome more, against from scratch, at 1,000,000", {
    measured: median(after),
    reference: fromScratch,
    target: ONE_OUTCOME_TARGET,
    unit: "ms per request",
    samples: OUTCOMES,
  });
}

/** The first page that anybody asks a server for that has just started; one that ran before has packed the observations. */
async function firstViews(path: string, bench: Bench): Promise<Row> {
  await packAll(path);
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const side = await startedOn(path, bench);
    times.push(await timeOne(side.page));
    await side.server.stop();
  }
  const name = "first effectiveness view over 1,000,000 observations after a start";
  return limited(name, median(times), FIRST_VIEW_LIMIT, "ms");
}

/** As the clock of a server does, a share of them each minute. */
async function packAll(path: string): Promise<void> {
  const database = await openDatabase(path);
  for (let minute = 0; minute < MINUTES_TO_PACK; minute += 1) await packNotes(database);
  await database.close();
}

async function asKnown({ page }: Side): Promise<Row> {
  const day = addDays(dateIn(new Date(), WASHINGTON), -30);
  const of = (knowledge: string) => ({ ...page, path: `${page.path}?on=${day}&known=${knowledge}` });
  const then = await timeEach(of("then"), PAST_DAYS);
  const now = await timeEach(of("now"), PAST_DAYS);
  return compared("a past day as known then, against as known now, at 10,000", {
    measured: median(then),
    reference: median(now),
    target: AS_KNOWN_TARGET,
    unit: "ms per request",
    samples: PAST_DAYS,
  });
}

/**
 * Pages while parameters are estimated in the background, against without; how long others wait meanwhile where nobody asks
 * for pages; and what the process then takes.
 */
async function* duringRefits(side: Side, path: string, bench: Bench): Rows {
  const quiet = await timeEach(side.page, 40);
  const busy: number[] = [];
  const start = performance.now();
  await refit(side, path, bench, async () => busy.push(...(await timeEach(side.page, 5))));
  console.log(`  an estimate over 1,000,000 took ${((performance.now() - start) / 1000).toFixed(1)} s`);
  console.log(
    `  slowest page: ${Math.max(...busy).toFixed(0)} ms during it, ${Math.max(...quiet).toFixed(0)} ms without`,
  );
  yield compared("effectiveness page while parameters are estimated, against without", {
    ...{ measured: median(busy), reference: median(quiet), samples: busy.length },
    ...{ target: REFIT_TARGET, unit: "ms per request" },
  });
  const longest = await longestWaitDuring(side.server.address, () =>
    refit(side, path, bench, () => wait(LOOK_AGAIN)),
  );
  yield limited("longest wait of others while parameters are estimated", longest, WAIT_LIMIT, "ms");
  await timeOne(side.page);
  await timeOne(side.overview);
  yield await memoryOf(side.server.processId);
}

/** Asks for an estimate as the page does, and does the work again and again until it is kept. */
async function refit(side: Side, path: string, bench: Bench, meanwhile: () => Promise<unknown>) {
  const before = await countFits(path);
  const form = `${side.server.address}/c/${bench.campaign}/reports/effectiveness/parameters`;
  const headers = { Cookie: side.page.cookie, Origin: side.server.address };
  const answer = await fetch(form, {
    method: "POST",
    body: new URLSearchParams(),
    headers,
    redirect: "manual",
  });
  if (answer.status !== 303) throw new Error(`Asking for an estimate answered ${answer.status}`);
  while ((await countFits(path)) === before) await meanwhile();
}

async function countFits(path: string): Promise<number> {
  const native = await sqlite3.open(path, sqlite3.OPEN_READONLY);
  const [row] = await native.all("SELECT count(*) AS fits FROM effectiveness_fit");
  await native.close();
  return Number(row?.fits);
}

async function memoryOf(processId: number): Promise<Row> {
  const name = "server over 1,000,000 observations, resident memory after pages and an estimate";
  const status = await readFile(`/proc/${processId}/status`, "utf8").catch(() => "");
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  const highest = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
  if (!Number.isFinite(kilobytes)) return notMeasured(name, 1, "bytes", "/proc tells nothing here");
  console.log(`  resident at most ${(highest / 1024).toFixed(0)} MiB`);
  return limited(name, kilobytes * 1024, MEMORY_LIMIT);
}

async function timeEach(target: Target, requests: number): Promise<number[]> {
  const times: number[] = [];
  for (let request = 0; request < requests; request += 1) times.push(await timeOne(target));
  return times;
}
