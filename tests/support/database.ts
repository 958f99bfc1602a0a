import { copyFile, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject } from "vitest";
import { type Database, openDatabase } from "#db/database.server.ts";
import { atEndOfFile } from "./end-of-file.ts";
import { FOLDER_OF_FILE } from "./one-run.ts";

let folder: Promise<string> | null = null;
const templates = new Map<string, Promise<string>>();
let made = 0;

/** A path in a folder of this test file's own, removed when the file ends. */
export async function freshPath(): Promise<string> {
  folder ??= folderOfFile();
  made += 1;
  const name = `${made}.sqlite`;
  return join(await folder, name);
}

async function folderOfFile(): Promise<string> {
  const ofRun: string | undefined = inject("folderOfRun");
  const path = await mkdtemp(join(ofRun ?? tmpdir(), FOLDER_OF_FILE));
  atEndOfFile(() => {
    folder = null;
    templates.clear();
    return rm(path, { recursive: true, force: true });
  });
  return path;
}

/** A migrated, empty database of its own. */
export async function freshDatabase(): Promise<Database> {
  const path = await copyOf("empty", async (empty) => {
    const database = await openDatabase(empty);
    // Closing folds the write-ahead log into the file: it can be copied.
    await database.close();
  });
  const database = await openDatabase(path);
  atEndOfFile(() => database.close().catch(() => undefined));
  atEndOfFile(async () => expect(await changesWithoutWords(database)).toEqual([]));
  return database;
}

/** Whichever test made it, a change says what was done and where that is seen. */
async function changesWithoutWords({ read }: Database): Promise<unknown[]> {
  const said = ["action", "summary", "location"] as const;
  return read
    .selectFrom("change")
    .select(["record_kind", "record_id", ...said])
    .where((eb) => eb.or(said.map((column) => eb(column, "=", ""))))
    .execute()
    .catch(() => []);
}

/** A copy of the file of that name, which is made once in a run. */
export async function copyOf(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const template = templates.get(name) ?? madeOnce(name, make);
  templates.set(name, template);
  const path = await freshPath();
  await copyFile(await template, path);
  return path;
}

/** Where the code itself is changed from one test to the next there is no run to share a file. */
async function madeOnce(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = await freshPath();
  const ofRun: string | undefined = inject("folderOfRun");
  const shared = ofRun === undefined ? path : join(ofRun, `${name}.sqlite`);
  if (await stat(shared).catch(() => null)) return shared;
  await make(path);
  // Two workers may make it at the same time: the last takes the place of a file that is the same.
  if (shared !== path) await rename(path, shared);
  return shared;
}
