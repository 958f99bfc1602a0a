import { readdir, readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import sqlite3 from "sqlite3";
import { openClient, type Target } from "./client.ts";
import { median } from "./row.ts";
import type { Compared } from "./timing.ts";

const BLOCKS = 5;
const WARM_UP = 12;
const IN_A_BLOCK = 10;
const NANOSECONDS_IN_A_MILLISECOND = 1e6;

/** A page of a server that is a process of its own, and the file that it works on. */
export type Served = Target & { processId: number; database: string };

/**
 * Milliseconds of processor that a server spends on a page, all its threads together, of two servers in turns. As many
 * ask at once as there are connections; before each request something is written by another process, so that nothing that
 * was kept for one answers the next. The median of blocks.
 */
export async function processorInTurns(
  measured: Served,
  reference: Served,
  connections = 1,
): Promise<Compared> {
  const sides = [measured, reference] as const;
  const spent: [number[], number[]] = [[], []];
  for (const side of sides) {
    await spentOn(side, WARM_UP, connections);
    await untilQuiet(side.processId);
  }
  for (let block = 0; block < BLOCKS; block += 1) {
    const order = block % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const index of order) spent[index].push(await spentOn(sides[index], IN_A_BLOCK, connections));
  }
  return { measured: median(spent[0]), reference: median(spent[1]), samples: BLOCKS * IN_A_BLOCK };
}

async function spentOn(side: Served, times: number, connections: number): Promise<number> {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(side)));
  let spent = 0;
  for (let count = 0; count < times; count += 1) {
    const before = await processorOf(side.processId);
    const asked: Promise<unknown>[] = [];
    for (const client of clients) {
      await changeElsewhere(side.database);
      asked.push(client.ask());
    }
    await Promise.all(asked);
    spent += (await processorOf(side.processId)) - before;
  }
  for (const client of clients) client.close();
  return spent / (times * connections);
}

/** A change by another process. Bytes that stay as they were would be no commit to SQLite. */
export async function changeElsewhere(database: string): Promise<void> {
  const other = await sqlite3.open(database);
  await other.run("update installation set version = version + 1");
  await other.close();
}

/** What all threads of a process have used of the processor since they began, in milliseconds. */
export async function processorOf(processId: number): Promise<number> {
  const threads = await readdir(`/proc/${processId}/task`);
  const each = await Promise.all(
    threads.map((thread) => readFile(`/proc/${processId}/task/${thread}/schedstat`, "utf8").catch(() => "0")),
  );
  return each.reduce((sum, line) => sum + Number(line.split(" ")[0]), 0) / NANOSECONDS_IN_A_MILLISECOND;
}

const QUIET_MILLISECONDS = 500;
const QUIET_SHARE = 0.02;
const MOST_WAITS = 240;

/** Waits until a server that was just started does nothing of its own accord any more: an estimate that is due, say. */
export async function untilQuiet(processId: number): Promise<void> {
  for (let waits = 0; waits < MOST_WAITS; waits += 1) {
    const before = await processorOf(processId);
    await setTimeout(QUIET_MILLISECONDS);
    if ((await processorOf(processId)) - before < QUIET_MILLISECONDS * QUIET_SHARE) return;
  }
  throw new Error("A server of the bench does not come to rest");
}
