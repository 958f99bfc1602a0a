import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Bench } from "./bench-context.ts";
import { FULL_LIBRARY, fillLibrary, type LibrarySize, ONE_PAGE } from "./fill-library.ts";
import { addOneOutcome, fillObservations } from "./fill-observations.ts";
import { compared, median, type Rows } from "./row.ts";
import { type Running, signIn, startServer } from "./servers.ts";
import { timeInTurns, timeOne } from "./timing.ts";

const TARGET = 1.5;
const RATINGS_OF_A_MESSAGE = 200;
const OUTCOMES = 9;

/**
 * The pages of a library of 500 messages, 5,000 proof points and 100,000 ratings, and of one that has no more messages than a
 * page shows, each rated as often; and how long a page takes that is asked for after one rating more.
 */
export async function* libraryPages(bench: Bench): Rows {
  const full = await started(bench, "full", FULL_LIBRARY);
  const small = await started(bench, "small", ONE_PAGE);
  try {
    for (const { name, path } of await pagesOf(bench)) {
      const times = await timeInTurns({ ...full, path }, { ...small, path }, 1);
      yield compared(`growth: ${name}, library full`, { ...times, target: TARGET, unit: "ms per request" });
    }
    for (const { name, path } of (await pagesOf(bench)).slice(0, 2)) {
      const measured = await afterOutcomes(full, path, bench);
      const reference = await afterOutcomes(small, path, bench);
      yield compared(`growth: ${name}, library full, after one rating more`, {
        ...{ measured, reference, target: TARGET, unit: "ms per request", samples: OUTCOMES },
      });
    }
  } finally {
    await full.stop();
    await small.stop();
  }
}

type Side = Running & { cookie: string; database: string; outcomes: number };

/** The median of requests, each after an outcome that another process has stored. */
async function afterOutcomes(side: Side, path: string, { campaign }: Bench): Promise<number> {
  const native = await sqlite3.open(side.database);
  await native.exec("PRAGMA busy_timeout = 5000");
  const times: number[] = [];
  for (let count = 0; count < OUTCOMES; count += 1) {
    await addOneOutcome(native, campaign, side.outcomes++);
    times.push(await timeOne({ ...side, path }));
  }
  await native.close();
  return median(times);
}

async function started(bench: Bench, name: string, size: LibrarySize): Promise<Side> {
  const path = join(bench.folder, `library-${name}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  await fillLibrary(native, bench.campaign, size);
  await fillObservations(native, bench.campaign, size.messages * RATINGS_OF_A_MESSAGE, size.messages);
  await native.close();
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: path });
  const cookie = await signIn(server.address, bench.email, bench.password);
  return { ...server, cookie, database: path, outcomes: 0 };
}

async function pagesOf({ campaign, database }: Bench): Promise<{ name: string; path: string }[]> {
  const home = `/c/${campaign}`;
  const native = await sqlite3.open(database, sqlite3.OPEN_READONLY);
  const [paper] = await native.all(
    "SELECT id FROM talking_points WHERE campaign_id = ? AND stage <> 'used' ORDER BY started_at LIMIT 1",
    [campaign],
  );
  await native.close();
  return [
    { name: "list of messages", path: `${home}/messages` },
    { name: "a message", path: `${home}/messages/2` },
    { name: "list of proof points", path: `${home}/proof-points` },
    { name: "proof points due for review", path: `${home}/proof-points?which=due` },
    { name: "list of objections", path: `${home}/objections` },
    { name: "a paper with its checks", path: `${home}/talking-points/${paper?.id}` },
  ];
}
