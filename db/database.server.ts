import { dirname, resolve } from "node:path";
import { Kysely } from "kysely";
import { migrations as allMigrations, type Migration } from "#migrations/index.ts";
import { removeLeftovers } from "./backup.server.ts";
import { type Catalogue, readCatalogue } from "./catalogue.server.ts";
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
import { makeAnew, refuseDamagedFile, refuseOtherSchema } from "./check-database.server.ts";
import { type ConditionKeeper, conditionKeeper, type DatabaseCondition } from "./condition.server.ts";
import { refuseMissingFile, refuseUnusableFile } from "./inspect-file.server.ts";
import { type RowKeeper, rowKeeper } from "./kept-rows.server.ts";
import { type MarkedLog, openMarkedLog, renewLog } from "./log-mark.server.ts";
import { migrate } from "./migrate.server.ts";
import type { Schema } from "./schema.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "./sqlite3-dialect.server.ts";
import type { Paces } from "./statement-pace.server.ts";
import { isInsideTransaction, type Writer, writerOver } from "./writer.server.ts";

/** Tables without a history: what the work at the door writes, who has seen a hold or opened a text, and the post. */
export type UnrecordedSchema = Pick<
  Schema,
  "session" | "known_device" | "kept_form" | "hold_sighting" | "clearance_reading" | "mail"
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
  /**
   * Puts the log into the file and lets it begin anew, without the bytes that it held: what was erased is then gone from both.
   * Where somebody is reading at length the log stays until the next time.
   */
  renewLog(): Promise<void>;
  condition(): DatabaseCondition;
  /** As condition, after trying once more what could not be read. */
  lookAgain(): Promise<DatabaseCondition>;
  /** Waits for the changes under way, then closes the file. */
  close(): Promise<void>;
};

const readers = 3;

/**
 * Opens the file, making it when it is not there, and brings it to the newest schema (a checked backup first). Before
 * anything is written the file is checked: its log, its pages, references and schema. Whatever is copied is made anew where
 * it differs. Leftovers of unfinished copies beside it are removed. Throws DatabaseRefused with one sentence when the path
 * cannot be used; the file is then as it was.
 */
export async function openDatabase(
  givenPath: string,
  migrations: readonly Migration[] = allMigrations,
  say: (sentence: string) => void = () => undefined,
): Promise<Database> {
  const path = resolve(givenPath);
  await refuseUnusableFile(path, migrations);
  const differing = await refuseDamagedFile(path, migrations);
  await removeLeftovers(dirname(path));
  return openAt(path, "closes the file", async (writing) => {
    await migrate(writing, migrations, path);
    if (differing.length > 0) say(await makeAnew(writing, path, differing));
  });
}

/** Opens a database that is there and has the newest schema; refuses, and makes and migrates nothing, where it is not. */
export async function openExistingDatabase(
  givenPath: string,
  migrations: readonly Migration[] = allMigrations,
): Promise<Database> {
  const path = resolve(givenPath);
  await refuseMissingFile(path, migrations);
  await refuseOtherSchema(path, migrations);
  return openAt(path, "leaves its log", async () => undefined);
}

/** Who leaves the log lets the next start find it: a server may be at work beside a command, and a command is soon gone. */
type Leaving = "closes the file" | "leaves its log";

type Opened = {
  path: string;
  leaving: Leaving;
  keeper: ConditionKeeper;
  writing: Connection;
  /** What reads, and last what counts the commits of others. */
  reading: Connection[];
  log: MarkedLog;
};

async function openAt(
  path: string,
  leaving: Leaving,
  prepare: (writing: Connection) => Promise<void>,
): Promise<Database> {
  const paces: Paces = new Map();
  const keeper = conditionKeeper();
  const open = async (purpose: "writing" | "reading") =>
    keeper.watched(await openConnection(path, purpose, paces));
  const writing = await open("writing");
  const reading: Connection[] = [];
  const log = await markedLog(writing, path);
  const opened = { path, leaving, keeper, writing, reading, log };
  try {
    await prepare(writing);
    await writing.execute("pragma wal_autocheckpoint = 1000");
    for (let count = 0; count < readers; count += 1) reading.push(await open("reading"));
    const counter = await open("reading");
    reading.push(counter);
    return databaseOver(opened, await readCatalogue(writing), rowKeeper(counter));
  } catch (error) {
    await closeOpened(opened);
    throw error;
  }
}

async function markedLog(writing: Connection, path: string): Promise<MarkedLog> {
  try {
    // Until what prepares the file is done, its log does not begin anew, which would have to be marked.
    await writing.execute("pragma wal_autocheckpoint = 0");
    return await openMarkedLog(writing, path);
  } catch (error) {
    await writing.close();
    throw error;
  }
}

/** The last connection that writes puts the log into the file, which must have been marked as closed before. */
async function closeOpened({ leaving, keeper, writing, reading, log }: Opened): Promise<void> {
  const isSealed =
    leaving === "closes the file" &&
    keeper.condition() !== "damaged" &&
    (await log.seal().catch(() => "not sealed")) !== "not sealed";
  log.close();
  await closeAll(isSealed ? [...reading, writing] : [writing, ...reading]);
}

function databaseOver(opened: Opened, catalogue: Catalogue, rows: RowKeeper): Database {
  const { path, writing, reading, keeper, log } = opened;
  const writer: Writer = writerOver(writing, keeper, async () => {
    rows.forget();
    await log.follow();
  });
  const read = new Kysely<Schema>({
    dialect: sqlite3Dialect(reading.slice(0, readers).map(rows.over), {
      enter: refuseInsideChange,
      statement: refuseWriting,
    }),
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
    renewLog: () => writer.between(renewLog),
    condition: keeper.condition,
    lookAgain: keeper.lookAgain,
    async close() {
      await writer.finish();
      await closeOpened(opened);
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
