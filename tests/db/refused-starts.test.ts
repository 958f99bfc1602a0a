import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";
import { migrations } from "#migrations/index.ts";
import { freshPath } from "../support/database.ts";

async function refusal(path: string, steps = migrations): Promise<string> {
  const error = await openDatabase(path, steps).then(
    () => new Error("it opened"),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseRefused);
  return error instanceof Error ? error.message : "";
}

async function digest(path: string): Promise<string> {
  return createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
}

test("a missing folder is refused in one sentence and not made", async () => {
  const path = join(await freshPath(), "nowhere", "demarche.sqlite");
  expect(await refusal(path)).toBe(`The folder ${dirname(path)} does not exist: make it first.`);
});

test("a folder in the place of the file is refused", async () => {
  const path = await freshPath();
  await mkdir(path);
  expect(await refusal(path)).toBe(`${path} is not a file.`);
});

test("a file that is not a database is refused and left as it is", async () => {
  const path = await freshPath();
  await writeFile(path, "Dear Ambassador,\n");
  expect(await refusal(path)).toBe(`${path} is not a database.`);
  expect(await readFile(path, "utf8")).toBe("Dear Ambassador,\n");
});

test("a damaged database is refused and left as it is", async () => {
  const path = await freshPath();
  await writeFile(path, Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(4080, 7)]));
  const before = await digest(path);
  expect(await refusal(path)).toBe(`${path} is damaged: restore a backup.`);
  expect(await digest(path)).toBe(before);
});

test("a database of another program is refused and left as it is", async () => {
  const path = await freshPath();
  const other = { name: "0001-other", sql: "create table invoice (id text primary key) strict" };
  await (await openDatabase(path, [other])).close();
  const before = await digest(path);
  expect(await refusal(path)).toBe(
    `${path} differs from this version at "0001-other": start the version it was made with.`,
  );
  expect(await digest(path)).toBe(before);
});

test("a database of a newer version is refused and left as it is", async () => {
  const path = await freshPath();
  const next = { name: "9999-next", sql: "create table embargo (id text primary key) strict" };
  await (await openDatabase(path, [...migrations, next])).close();
  const before = await digest(path);
  expect(await refusal(path)).toBe(`${path} was written by a newer version (9999-next): start that version.`);
  expect(await digest(path)).toBe(before);
});

test("a database that lacks a column of the schema is refused", async () => {
  const path = await freshPath();
  const [first, ...others] = migrations;
  if (first === undefined) throw new Error("there is no first step");
  await (await openDatabase(path)).close();
  const { default: sqlite3 } = await import("sqlite3");
  const raw = await sqlite3.open(path);
  await raw.exec("alter table account drop column position");
  await raw.close();
  expect(await refusal(path, [first, ...others])).toBe(
    `${path} is damaged: the table account was changed. Restore the last backup.`,
  );
});

/** The superuser may write everywhere, so for this the process becomes nobody in particular. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  const isSuperuser = process.geteuid?.() === 0;
  if (isSuperuser) process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    if (isSuperuser) process.seteuid?.(0);
  }
}

test("a file that may not be written is refused", async () => {
  const path = await freshPath();
  await (await openDatabase(path)).close();
  await chmod(dirname(path), 0o777);
  await chmod(path, 0o444);
  expect(await asNobody(() => refusal(path))).toBe(`${path} is not writable.`);
});

test("a folder where no file may be made is refused", async () => {
  const folder = await freshPath();
  await chmod(dirname(folder), 0o777);
  await mkdir(folder, { mode: 0o555 });
  const path = join(folder, "demarche.sqlite");
  expect(await asNobody(() => refusal(path))).toBe(
    `${path} cannot be made: the folder ${folder} is not writable.`,
  );
});

test("an empty file becomes a new database", async () => {
  const path = await freshPath();
  await writeFile(path, "");
  const database = await openDatabase(path);
  expect((await database.read.selectFrom("account").select("id").execute()).length).toBe(1);
  await database.close();
});
