import { access, constants, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { Migration } from "#migrations/index.ts";
import { DatabaseRefused, troubleOf } from "./database-trouble.server.ts";
import { refuseWrongLog } from "./log-mark.server.ts";
import { refuseForeignSchema, refuseOlderSchema } from "./schema-steps.server.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";

/** Refuses a path that cannot be the database, before anything is written: the file stays as it is. */
export async function refuseUnusableFile(path: string, migrations: readonly Migration[]): Promise<void> {
  await refuseMissingFolder(path);
  const size = await sizeOf(path);
  if (size === null) return createPrivately(path);
  await refuseUnwritable(path);
  await refuseWrongLog(path);
  if (size > 0) await inspect(path, (connection) => refuseForeignSchema(connection, migrations, path));
}

/** Refuses a path where no database of this version lies: nothing is made there, and nothing migrated. */
export async function refuseMissingFile(path: string, migrations: readonly Migration[]): Promise<void> {
  if (((await sizeOf(path)) ?? 0) === 0)
    throw new DatabaseRefused(
      `There is no database at ${path}: check DATABASE_PATH. A new one is made by starting the server.`,
    );
  await refuseUnusableFile(path, migrations);
  await inspect(path, (connection) => refuseOlderSchema(connection, migrations, path));
}

/** Refuses a path whose folder is not there. */
export async function refuseMissingFolder(path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true)
    throw new DatabaseRefused(`The folder ${dirname(path)} does not exist: make it first.`);
}

async function sizeOf(path: string): Promise<number | null> {
  const file = await stat(path).catch(() => null);
  if (file === null) return null;
  if (!file.isFile()) throw new DatabaseRefused(`${path} is not a file.`);
  return file.size;
}

// The file holds personal data: only its owner may read it.
async function createPrivately(path: string): Promise<void> {
  try {
    await (await open(path, "ax", 0o600)).close();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
    throw new DatabaseRefused(`${path} cannot be made: the folder ${dirname(path)} is not writable.`);
  }
}

async function refuseUnwritable(path: string): Promise<void> {
  const file = await open(path, "r+").catch(() => null);
  await file?.close();
  if (file === null) throw new DatabaseRefused(`${path} is not writable.`);
  const folder = dirname(path);
  const fault: unknown = await access(folder, constants.W_OK).catch((error) => error);
  if (fault !== undefined)
    throw new DatabaseRefused(`${folder} is not writable: the database keeps files beside it.`);
}

/** Looks into a file without changing anything in it. */
export async function inspect<T>(path: string, look: (connection: Connection) => Promise<T>): Promise<T> {
  if (!(await hasDatabaseHeader(path))) throw new DatabaseRefused(`${path} is not a database.`);
  const connection = await openConnection(path, "inspecting", new Map());
  try {
    return await look(connection);
  } catch (error) {
    if (troubleOf(error) === "damaged") throw new DatabaseRefused(`${path} is damaged: restore a backup.`);
    throw error;
  } finally {
    await connection.close();
  }
}

const HEADER = "SQLite format 3\0";

/** Whether the file begins as every SQLite file does. */
export async function hasDatabaseHeader(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER.length), 0, HEADER.length, 0);
    return buffer.toString("latin1", 0, bytesRead) === HEADER;
  } finally {
    await file.close();
  }
}
