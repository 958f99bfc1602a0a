import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type Database, openDatabase } from "#db/database.server.ts";

let folder: Promise<string> | null = null;
let template: Promise<string> | null = null;
let made = 0;
const opened: Database[] = [];

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close().catch(() => undefined)));
  if (folder !== null) await rm(await folder, { recursive: true, force: true });
});

/** A path in a folder of this test file's own, removed when the file ends. */
export async function freshPath(): Promise<string> {
  folder ??= mkdtemp(join(tmpdir(), "demarche-test-"));
  made += 1;
  const name = `${made}.sqlite`;
  return join(await folder, name);
}

/** A migrated, empty database of its own; the schema is made once for each test file and copied. */
export async function freshDatabase(): Promise<Database> {
  template ??= makeTemplate();
  const path = await freshPath();
  await copyFile(await template, path);
  const database = await openDatabase(path);
  opened.push(database);
  return database;
}

async function makeTemplate(): Promise<string> {
  const path = await freshPath();
  const database = await openDatabase(path);
  // Closing folds the write-ahead log into the file: it can be copied.
  await database.close();
  return path;
}
