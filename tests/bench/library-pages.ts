import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import sqlite3 from "sqlite3";
import type { Bench } from "./bench-context.ts";
import { FULL_LIBRARY, fillLibrary, type LibrarySize, ONE_PAGE } from "./fill-library.ts";
import { compared, type Row } from "./row.ts";
import { signIn, startServer } from "./servers.ts";
import { timeInTurns } from "./timing.ts";

const TARGET = 1.5;

/** The pages of a library of 500 messages and 5,000 proof points, and of one that has no more than a page shows. */
export async function libraryPages(bench: Bench): Promise<Row[]> {
  const full = await started(bench, "full", FULL_LIBRARY);
  const small = await started(bench, "small", ONE_PAGE);
  try {
    const rows: Row[] = [];
    for (const { name, path } of await pagesOf(bench)) {
      const times = await timeInTurns({ ...full, path }, { ...small, path }, 1);
      rows.push(
        compared(`growth: ${name}, library full`, { ...times, target: TARGET, unit: "ms per request" }),
      );
    }
    return rows;
  } finally {
    await full.stop();
    await small.stop();
  }
}

async function started(bench: Bench, name: string, size: LibrarySize) {
  const path = join(bench.folder, `library-${name}.sqlite`);
  await copyFile(bench.database, path);
  const native = await sqlite3.open(path);
  await fillLibrary(native, bench.campaign, size);
  await native.close();
  const server = await startServer("app/server/start.ts", { DATABASE_PATH: path });
  return { ...server, cookie: await signIn(server.address, bench.email, bench.password) };
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
