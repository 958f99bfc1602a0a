import { copyFile, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import sqlite3 from "sqlite3";
import { expect, test } from "vitest";
import { backUp } from "#db/backup.server.ts";
import { type Database, openDatabase, openExistingDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshPath } from "../support/database.ts";

/** A file and its log as a power cut or a raw copy leaves them; the log may be left out. */
async function rawCopy(path: string, withLog = true): Promise<string> {
  const copy = await freshPath();
  await copyFile(path, copy);
  if (withLog) await copyFile(`${path}-wal`, `${copy}-wal`);
  return copy;
}

async function foldIn(database: Database): Promise<void> {
  const raw = await sqlite3.open(database.path);
  await raw.exec("pragma wal_checkpoint(passive)");
  await raw.close();
}

async function audiencesIn(path: string): Promise<number> {
  const database = await openDatabase(path);
  const rows = await database.read.selectFrom("audience").select("id").execute();
  await database.close();
  return rows.length;
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const fault = await work.then(
    () => new Error("it went through"),
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(DatabaseRefused);
  return fault instanceof Error ? fault.message : "";
}

const added = async (database: Database, count: number) => {
  for (let number = 0; number < count; number += 1) await addAudience(database, `Audience ${number}`);
};

test("a copy with its log opens with everything, however often the log was folded in and began anew", async () => {
  const path = await freshPath();
  const database = await openDatabase(path);
  for (let round = 1; round <= 8; round += 1) {
    await added(database, 3);
    expect(await audiencesIn(await rawCopy(path)), `round ${round}`).toBe(round * 3);
    if (round % 2 === 0) await foldIn(database);
    expect(await audiencesIn(await rawCopy(path)), `round ${round}, folded in`).toBe(round * 3);
  }
  await database.close();
  await expect(stat(`${path}-wal`)).rejects.toThrow();
  expect(await audiencesIn(path)).toBe(24);
});

test("a file that is written to and lacks its log is refused, and so is one whose log was cut to nothing", async () => {
  const path = await freshPath();
  const database = await openDatabase(path);
  await added(database, 2);
  await foldIn(database);
  await added(database, 1);
  const alone = await rawCopy(path, false);
  expect(await refusal(openDatabase(alone))).toMatch(
    /its write-ahead log .*-wal, .*, is missing: put that back/,
  );
  const cut = await rawCopy(path);
  await truncate(`${cut}-wal`, 0);
  expect(await refusal(openExistingDatabase(cut))).toContain("is missing");
  await database.close();
  expect(await audiencesIn(await rawCopy(path, false))).toBe(3);
});

test("an old log beside a newer file, or a newer one beside an old file, is refused and changes nothing", async () => {
  const path = await freshPath();
  const database = await openDatabase(path);
  await added(database, 2);
  const early = await rawCopy(path);
  for (let round = 0; round < 3; round += 1) {
    await foldIn(database);
    await added(database, 2);
  }
  const late = await rawCopy(path);
  await database.close();
  for (const [file, log] of [
    [path, early],
    [path, late],
    [late, early],
    [early, late],
  ] as const) {
    const mixed = await rawCopy(file, false);
    await copyFile(`${log}-wal`, `${mixed}-wal`);
    const before = await readFile(mixed);
    expect(await refusal(openDatabase(mixed))).toContain("of another file or of another time");
    expect((await readFile(mixed)).equals(before)).toBe(true);
    await rm(`${mixed}-wal`);
  }
  expect(await audiencesIn(path)).toBe(8);
});

test("the log of another database, and one left beside a restored backup, are refused", async () => {
  const path = await freshPath();
  const database = await openDatabase(path);
  await added(database, 2);
  const other = await openDatabase(await freshPath());
  await added(other, 2);
  const { path: backup } = await backUp(path, `${path}.backup`);
  const restored = await rawCopy(backup, false);
  for (const from of [path, other.path]) {
    await copyFile(`${from}-wal`, `${restored}-wal`);
    expect(await refusal(openDatabase(restored))).toContain("of another file or of another time");
  }
  await rm(`${restored}-wal`);
  expect(await audiencesIn(restored)).toBe(2);
  await other.close();
  await database.close();
});

test("a command leaves the log that it wrote, and the next start takes it", async () => {
  const path = await freshPath();
  await (await openDatabase(path)).close();
  const command = await openExistingDatabase(path);
  await added(command, 2);
  await command.close();
  expect((await stat(`${path}-wal`)).size).toBeGreaterThan(0);
  expect(await audiencesIn(path)).toBe(2);
  await expect(stat(`${path}-wal`)).rejects.toThrow();
});

test("openings and closings beside a process that stays are no fault of the log", async () => {
  const path = await freshPath();
  const staying = await openDatabase(path);
  for (let round = 1; round <= 5; round += 1) {
    await added(staying, 1);
    await (await openDatabase(path)).close();
    expect(await audiencesIn(await rawCopy(path))).toBe(round);
  }
  await staying.close();
  expect(await audiencesIn(path)).toBe(5);
});

test("a log of a version that marked nothing is taken as it is", async () => {
  const path = await freshPath();
  await (await openDatabase(path)).close();
  const raw = await sqlite3.open(path);
  await raw.exec("pragma application_id = 0; pragma user_version = 0; pragma wal_checkpoint(truncate)");
  await raw.exec("insert into audience (id, kind, name) values ('a', 'other', 'Added before')");
  const copy = await rawCopy(path);
  await raw.close();
  expect(await audiencesIn(copy)).toBe(1);
});

test("what is no log at all beside a closed file is in nobody's way", async () => {
  const path = await freshPath();
  await (await openDatabase(path)).close();
  await writeFile(`${path}-wal`, "");
  expect(await audiencesIn(path)).toBe(0);
});
