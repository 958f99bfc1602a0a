import { copyFile, open, readdir, truncate } from "node:fs/promises";
import { basename, dirname } from "node:path";
import sqlite3 from "sqlite3";
import { beforeAll, expect, test } from "vitest";
import { backUp } from "#db/backup.server.ts";
import { openDatabase, openExistingDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";
import { addAudience } from "../support/builders/audience.ts";
import { freshPath } from "../support/database.ts";

let whole = "";

beforeAll(async () => {
  whole = await freshPath();
  const database = await openDatabase(whole);
  for (let number = 0; number < 300; number += 1) await addAudience(database, `Audience ${number}`);
  await database.close();
});

async function copied(): Promise<string> {
  const path = await freshPath();
  await copyFile(whole, path);
  return path;
}

async function altered(sql: string): Promise<string> {
  const path = await copied();
  const raw = await sqlite3.open(path);
  await raw.exec(`pragma foreign_keys = OFF; ${sql}`);
  await raw.close();
  return path;
}

async function rootOf(name: string): Promise<{ page: number; size: number }> {
  const raw = await sqlite3.open(whole);
  const [root] = await raw.all<{ rootpage: number }>(
    "select rootpage from sqlite_schema where name = ?",
    name,
  );
  const [size] = await raw.all<{ page_size: number }>("pragma page_size");
  await raw.close();
  return { page: root?.rootpage ?? 0, size: size?.page_size ?? 0 };
}

async function withZeroedPage(name: string): Promise<string> {
  const path = await copied();
  const { page, size } = await rootOf(name);
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(size), 0, size, (page - 1) * size);
  await file.close();
  return path;
}

async function withCutPage(): Promise<string> {
  const path = await copied();
  const { size } = await rootOf("change");
  const file = await open(path, "r");
  const length = (await file.stat()).size;
  await file.close();
  await truncate(path, length - size - 100);
  return path;
}

const sentence = async (work: Promise<unknown>) => {
  const fault = await work.then(
    () => new Error("it went through"),
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(DatabaseRefused);
  return fault instanceof Error ? fault.message : "";
};

const DAMAGED: readonly [string, () => Promise<string>, RegExp][] = [
  [
    "a trigger is dropped",
    () => altered("drop trigger observation_cell_added"),
    /the trigger observation_cell_added is missing/,
  ],
  [
    "an index is dropped",
    () => altered("drop index change_of_record"),
    /the index change_of_record is missing/,
  ],
  [
    "a trigger is replaced",
    () =>
      altered(
        "drop trigger search_audience_removed; create trigger search_audience_removed after delete on audience begin select 1; end",
      ),
    /the trigger search_audience_removed was changed/,
  ],
  [
    "a trigger is added",
    () => altered("create trigger quiet after insert on account begin select 1; end"),
    /the trigger quiet is not ours/,
  ],
  [
    "a reference leads nowhere",
    () => altered("update change set account_id = 'nobody' where rowid = 1"),
    /1 of the table change point to a account that is not there/,
  ],
  ["a page of a table is zeroed", () => withZeroedPage("change"), /is damaged/],
  ["a page of an index is zeroed", () => withZeroedPage("change_of_record"), /is damaged/],
  ["the last page is cut", withCutPage, /is damaged/],
];

test.each(DAMAGED)("a start and a backup refuse a file where %s, and say so", async (_, damage, words) => {
  const path = await damage();
  const said = await sentence(openDatabase(path));
  expect(said).toMatch(words);
  expect(said).toMatch(/[Rr]estore (the last|a) backup/);
  expect(await sentence(backUp(path, `${path}.backup`))).toMatch(words);
  const beside = (await readdir(dirname(path))).filter((name) => name.startsWith(`${basename(path)}.`));
  expect(beside).toEqual([]);
});

test("a command refuses a file whose triggers are not all there", async () => {
  const path = await altered("drop trigger observation_cell_added");
  expect(await sentence(openExistingDatabase(path))).toMatch(/the trigger observation_cell_added is missing/);
});

test.each([
  ["figure", "insert into objection_heard values ('nobody', 3, 1)", "how often objections were heard"],
  ["entry of Find", "update search_entry set title = 'Old' where id = 1", "what Find looks through"],
])(
  "a wrong %s keeps a backup from being written, and is made anew at start, which says so",
  async (_, sql, name) => {
    const path = await altered(sql);
    expect(await sentence(backUp(path, `${path}.backup`))).toContain(`${name} differ from the records`);
    const said: string[] = [];
    await (await openDatabase(path, undefined, (sentence) => said.push(sentence))).close();
    expect(said).toEqual([expect.stringContaining(name)]);
    await backUp(path, `${path}.backup`);
  },
);

test("a whole file is opened without a word", async () => {
  const path = await copied();
  const said: string[] = [];
  await (await openDatabase(path, undefined, (sentence) => said.push(sentence))).close();
  expect(said).toEqual([]);
});
