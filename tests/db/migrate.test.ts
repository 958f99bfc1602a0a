import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";
import type { Migration } from "#migrations/index.ts";
import { freshPath } from "../support/database.ts";

const first: Migration = {
  name: "0001-first",
  sql: "create table note (id text primary key, text text not null) strict; insert into note values ('a', 'kept')",
};
const second: Migration = { name: "0002-second", sql: "alter table note add column place text" };
const broken: Migration = {
  name: "0002-broken",
  sql: "alter table note add column place text; select * from nowhere",
};

async function notes(path: string, steps: readonly Migration[]): Promise<unknown[]> {
  const database = await openDatabase(path, steps);
  const { rows } = await sql`select * from note`.execute(database.read);
  await database.close();
  return rows;
}

async function backupsOf(path: string): Promise<string[]> {
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(`${basename(path)}.before-`))
    .map((name) => join(dirname(path), name));
}

test("a step is applied once, after a checked backup of what was there", async () => {
  const path = await freshPath();
  expect(await notes(path, [first])).toEqual([{ id: "a", text: "kept" }]);
  expect(await backupsOf(path)).toEqual([]);
  expect(await notes(path, [first, second])).toEqual([{ id: "a", text: "kept", place: null }]);
  expect(await notes(path, [first, second])).toEqual([{ id: "a", text: "kept", place: null }]);
  const [backup, ...more] = await backupsOf(path);
  expect(more).toEqual([]);
  expect(await notes(String(backup), [first])).toEqual([{ id: "a", text: "kept" }]);
});

test("a step that fails leaves the file at the step before", async () => {
  const path = await freshPath();
  await notes(path, [first]);
  await expect(openDatabase(path, [first, broken])).rejects.toThrow("no such table");
  expect(await notes(path, [first])).toEqual([{ id: "a", text: "kept" }]);
});

test("a step edited after it has landed is refused", async () => {
  const path = await freshPath();
  await notes(path, [first]);
  const edited = { ...first, sql: `${first.sql} -- a word` };
  await expect(openDatabase(path, [edited])).rejects.toBeInstanceOf(DatabaseRefused);
});

test("two starts at once on a new file make one schema", async () => {
  const path = await freshPath();
  const [one, two] = await Promise.all([openDatabase(path), openDatabase(path)]);
  const { rows } = await sql<{ number: number }>`select count(*) as number from migration`.execute(one.read);
  expect(rows[0]?.number).toBeGreaterThan(8);
  await Promise.all([one.close(), two.close()]);
});

test("a new file may be read by its owner only", async () => {
  const path = await freshPath();
  await notes(path, [first]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});
