import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { migrations as allMigrations, type Migration } from "#migrations/index.ts";
import { checkDatabase, checkPages, refuseDamaged } from "./check-database.server.ts";
import { DatabaseRefused } from "./database-trouble.server.ts";
import { hasDatabaseHeader } from "./inspect-file.server.ts";
import { FORGET_SET_UP_LINK } from "./installation.server.ts";
import { newTurn } from "./log-mark.server.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";

export type Backup = { path: string; sha256: string };

/**
 * Writes a copy of the database to a path that is free: the database is checked, then the copy. The copy gets its name
 * only after that: a file of that name is a whole backup, and only its owner may read it. Sessions and one-time links stay
 * out. Throws DatabaseRefused where the database is damaged; nothing is written then.
 */
export async function backUp(
  databasePath: string,
  backupPath: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<Backup> {
  const unfinished = `${backupPath}-${randomUUID()}${UNFINISHED}`;
  await removeLeftovers(dirname(backupPath));
  try {
    await copyInto(databasePath, unfinished, migrations);
    await finishCopy(unfinished);
    await flush(unfinished);
    const sha256 = await hashOf(unfinished);
    await rename(unfinished, backupPath);
    await flush(dirname(backupPath));
    return { path: backupPath, sha256 };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function copyInto(
  databasePath: string,
  copyPath: string,
  migrations: readonly Migration[],
): Promise<void> {
  const source = await openConnection(databasePath, "inspecting", new Map());
  try {
    const { faults, differing } = await checkDatabase(source, migrations, "whole");
    refuseDamaged(databasePath, { faults });
    if (differing.length > 0)
      throw new DatabaseRefused(
        `${databasePath}: ${differing.join(", ")} differ from the records. Start the server again, which makes them anew; no backup was written.`,
      );
    // SQLite fills an empty file that is there, and leaves to it who may read it.
    await (await open(copyPath, "ax", 0o600)).close();
    await source.run("vacuum into ?", [copyPath]);
  } finally {
    await source.close();
  }
}

/** What a copy forgets, since it lets somebody in. Feeds stay: of their addresses only digests are kept, from which nobody can make one. */
const LETS_IN: Readonly<Record<string, string>> = {
  session: emptied("session"),
  installation: FORGET_SET_UP_LINK,
};

function emptied(table: string): string {
  return `delete from ${table}`;
}

/** Takes out what lets somebody in and what Find no longer finds, byte by byte, and checks what is left. */
async function finishCopy(path: string): Promise<void> {
  const copy = await openConnection(path, "copy", new Map());
  try {
    const tables = await copy.all("select name from sqlite_schema where type = 'table'", []);
    for (const { name } of tables) await forget(copy, LETS_IN[String(name)]);
    if (tables.some(({ name }) => name === "search_text"))
      await copy.run("insert into search_text (search_text) values ('optimize')", []);
    // No log belongs to it yet, that of the database least of all.
    await copy.execute(`pragma application_id = ${newTurn()}; pragma user_version = 0`);
    refuseDamaged(path, { faults: await checkPages(copy, "whole") });
  } finally {
    await copy.close();
  }
}

async function forget(copy: Connection, statement: string | undefined): Promise<void> {
  if (statement !== undefined) await copy.run(statement, []);
}

async function flush(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The end of the name of a copy that is being written. */
const UNFINISHED = ".unfinished";

/** A copy that nobody has written to for so long is nobody's: one that is being made or checked is quicker. */
const LEFT_AFTER_MS = 600_000;

/** Removes copies that were left half-way in a folder; other files that are called so stay. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    if (name.endsWith(UNFINISHED) && (await isLeft(path))) await rm(path, { force: true });
  }
}

async function isLeft(path: string): Promise<boolean> {
  const file = await stat(path).catch(() => null);
  if (file === null || !file.isFile() || Date.now() - file.mtimeMs < LEFT_AFTER_MS) return false;
  return file.size === 0 || (await hasDatabaseHeader(path));
}
