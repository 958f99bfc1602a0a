import { randomInt } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { DatabaseRefused } from "./database-trouble.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";
import { logFault, readFileAndLog } from "./write-ahead-log.server.ts";

/** Read again where another process writes meanwhile: the file and its log are not read at one moment. */
const LOOKS = 3;

/** Refuses a file whose write-ahead log is missing, or beside which another one lies. Reads bytes only. */
export async function refuseWrongLog(path: string): Promise<void> {
  for (let look = 1; ; look += 1) {
    const { file, log } = await readFileAndLog(path);
    const fault = logFault(file, log);
    if (fault === null) return;
    if (look < LOOKS) await wait(100);
    else throw new DatabaseRefused(sentenceOf(path, fault));
  }
}

function sentenceOf(path: string, fault: NonNullable<ReturnType<typeof logFault>>): string {
  return fault === "missing"
    ? `${path} was copied or cut off while it was written to, and its write-ahead log ${path}-wal, with what was written last, is missing: put that back beside it, or restore the last backup.`
    : `${path}-wal is the write-ahead log of another file or of another time, and would damage ${path}: move ${path}-wal and ${path}-shm away, or put the file back to which they belong.`;
}

/** A number for a file that nobody has opened yet; even, as after a closing. */
export function newTurn(): number {
  return 2 * randomInt(1, 2 ** 29);
}

export type MarkedLog = {
  /** After each change: marks a log that has begun anew. */
  follow(): Promise<void>;
  /** Marks the file as closed: before its last connection ends, which puts the log into the file and removes it. */
  seal(): Promise<void>;
  close(): void;
};

/** Marks the file as being written to, as the first change of its log. */
export async function openMarkedLog(connection: Connection, path: string): Promise<MarkedLog> {
  if ((await turnOf(connection)) === 0) await connection.execute(`pragma application_id = ${newTurn()}`);
  if ((await turnOf(connection)) % 2 === 0 && (await isLogEmpty(connection)))
    await inChange(connection, async () => {
      const turn = await turnOf(connection);
      // Another process may have been quicker.
      if (turn % 2 === 0)
        await connection.execute(`pragma application_id = ${turn + 1}; pragma user_version = 0`);
    });
  const salts = saltsOf(path);
  let known = await numberOf(connection, "user_version");
  const marked: MarkedLog = {
    async follow() {
      const salt = salts.now();
      if (salt === null || salt === known) return;
      await connection.execute(`pragma user_version = ${salt}`);
      known = salt;
    },
    seal: () =>
      inChange(connection, async () => {
        const turn = await turnOf(connection);
        if (turn % 2 === 1) await connection.execute(`pragma application_id = ${turn + 1}`);
      }),
    close: () => salts.close(),
  };
  await marked.follow();
  return marked;
}

/** The first salt of the log beside the file, signed as SQLite keeps it; four bytes, read at once. */
function saltsOf(path: string): { now(): number | null; close(): void } {
  let log: number | null = null;
  const salt = Buffer.alloc(4);
  return {
    now() {
      try {
        log ??= openSync(`${path}-wal`, "r");
        return readSync(log, salt, 0, 4, 16) === 4 ? salt.readInt32BE(0) : null;
      } catch {
        return null;
      }
    },
    close() {
      if (log !== null) closeSync(log);
    },
  };
}

async function isLogEmpty(connection: Connection): Promise<boolean> {
  const [row] = await connection.all("pragma wal_checkpoint(truncate)", []);
  return row?.busy === 0;
}

/**
 * Lets a log begin anew whose changes are all in the file, and cuts off what it held before: by the first change in it, for a
 * file that is written to is never without its log. Changes wait meanwhile, so a long reading is not waited for.
 */
export async function renewLog(connection: Connection): Promise<void> {
  await connection.execute("pragma busy_timeout = 500; pragma journal_size_limit = 0");
  try {
    const [row] = await connection.all("pragma wal_checkpoint(restart)", []);
    if (row?.busy === 0) await connection.execute("pragma user_version = 0");
  } finally {
    await connection.execute("pragma busy_timeout = 5000; pragma journal_size_limit = -1");
  }
}

function turnOf(connection: Connection): Promise<number> {
  return numberOf(connection, "application_id");
}

async function numberOf(connection: Connection, pragma: "application_id" | "user_version"): Promise<number> {
  const [row] = await connection.all(`pragma ${pragma}`, []);
  return Number(row?.[pragma]);
}

async function inChange(connection: Connection, work: () => Promise<void>): Promise<void> {
  await connection.execute("begin immediate");
  try {
    await work();
    await connection.execute("commit");
  } catch (error) {
    await connection.execute("rollback").catch(() => undefined);
    throw error;
  }
}
