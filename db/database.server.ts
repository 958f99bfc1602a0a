import { resolve } from "node:path";
import { Kysely } from "kysely";
import { migrations as allMigrations, type Migration } from "#migrations/index.ts";
import { readCatalogue } from "./catalogue.server.ts";
import {
  type Answer,
  type Author,
  type Change,
  type Made,
  makeChange,
  type RecordedWork,
  type Refused,
  type Replayed,
  type Submission,
} from "./change.server.ts";
import { refuseMissingFile, refuseUnusableFile } from "./inspect-file.server.ts";
import { migrate } from "./migrate.server.ts";
import type { Schema } from "./schema.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "./sqlite3-dialect.server.ts";
import type { Paces } from "./statement-pace.server.ts";
import { type DatabaseCondition, isInsideTransaction, type Writer, writerOver } from "./writer.server.ts";

/** Tables without a history: what the work at the door writes, who has seen a hold or opened a text, and the post. */
export type UnrecordedSchema = Pick<
  Schema,
  "session" | "kept_form" | "hold_sighting" | "clearance_reading" | "mail"
>;

export type Database = {
  path: string;
  /** Reads only, what is committed; inside a change it throws, because `change.read` sees more. */
  read: Kysely<Schema>;
  /** Makes one recorded change. A form sent twice answers with the change that it made the first time. */
  change<T extends Answer>(
    author: Author,
    submission: Submission,
    work: (change: Change) => Promise<T>,
  ): Promise<Refused<T> | Made<T> | Replayed>;
  /** Makes a recorded change that undoes another. For `undoChange` only. */
  undoing<T extends Answer>(
    author: Author,
    what: { undoes: string; campaignId: string | null },
    work: (under: RecordedWork) => Promise<T>,
  ): Promise<Refused<T> | Made<T> | Replayed>;
  /** Writes sessions, kept forms and the post, which have no history, in a transaction of their own. */
  writeUnrecorded<T>(work: (write: Kysely<UnrecordedSchema>) => Promise<T>): Promise<T>;
  condition(): DatabaseCondition;
  /** Waits for the changes under way, then closes the file. */
  close(): Promise<void>;
};

const readers = 3;

/**
 * Opens the file, making it when it is not there, brings it to the newest schema (a checked backup first) and checks it.
 * Throws DatabaseRefused with one sentence when the path cannot be used; the file is then as it was.
 */
export async function openDatabase(
  givenPath: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<Database> {
  const path = resolve(givenPath);
  await refuseUnusableFile(path, migrations);
  return openAt(path, migrations);
}

/** Opens a database that is there and has the newest schema; refuses, and makes and migrates nothing, where it is not. */
export async function openExistingDatabase(
  givenPath: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<Database> {
  const path = resolve(givenPath);
  await refuseMissingFile(path, migrations);
  return openAt(path, migrations);
}

async function openAt(path: string, migrations: readonly Migration[]): Promise<Database> {
  const paces: Paces = new Map();
  const opened: Connection[] = [];
  const open = async (purpose: "writing" | "reading") => {
    const connection = await openConnection(path, purpose, paces);
    opened.push(connection);
    return connection;
  };
  try {
    const writing = await open("writing");
    await migrate(writing, migrations, path);
    const catalogue = await readCatalogue(writing, migrations, path);
    const reading: Connection[] = [];
    for (let count = 0; count < readers; count += 1) reading.push(await open("reading"));
    return databaseOver({ path, catalogue, writing, reading });
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

type Opened = {
  path: string;
  catalogue: Awaited<ReturnType<typeof readCatalogue>>;
  writing: Connection;
  reading: Connection[];
};

function databaseOver({ path, catalogue, writing, reading }: Opened): Database {
  const writer: Writer = writerOver(writing);
  const read = new Kysely<Schema>({
    dialect: sqlite3Dialect(reading, { enter: refuseInsideChange, statement: refuseWriting }),
  });
  const readInside = new Kysely<Schema>({
    dialect: sqlite3Dialect([writing], { enter: refuseOutsideChange, statement: refuseWriting }),
  });
  const writeInside = new Kysely<UnrecordedSchema>({
    dialect: sqlite3Dialect([writing], { enter: refuseOutsideChange, statement: async () => undefined }),
  });
  const surroundings = { writer, catalogue, read: readInside };
  return {
    path,
    read,
    change: (author, submission, work) =>
      makeChange(surroundings, author, { ...submission, undoes: null }, ({ change }) => work(change)),
    undoing: (author, { undoes, campaignId }, work) =>
      makeChange(surroundings, author, { submission: null, campaignId, undoes }, work),
    async writeUnrecorded(work) {
      const { value } = await writer.transaction(async () => ({ ok: true, value: await work(writeInside) }));
      return value;
    },
    condition: writer.condition,
    async close() {
      await writer.finish();
      await closeAll([...reading, writing]);
    },
  };
}

async function closeAll(connections: readonly Connection[]): Promise<void> {
  for (const connection of connections) await connection.close();
}

function refuseInsideChange(): void {
  if (isInsideTransaction())
    throw new Error("Inside a change, read with change.read: it sees what is being written");
}

function refuseOutsideChange(): void {
  if (!isInsideTransaction()) throw new Error("This handle belongs to a change that has ended");
}
