import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DEFAULT_DATABASE_PATH } from "#app/http/environment.ts";
import { type Database, openDatabase, openExistingDatabase } from "#db/database.server.ts";
import { DatabaseRefused, troubleOf } from "#db/database-trouble.server.ts";
import { refuseMissingFolder } from "#db/inspect-file.server.ts";
import { type Connection, openConnection } from "#db/sqlite3-connection.server.ts";
import { migrations } from "#migrations/index.ts";

/** The product makes this folder itself; any other has to be there. */
const OWN_FOLDER = dirname(DEFAULT_DATABASE_PATH);

type Refused = { ok: false; sentence: string };
type Opened = { ok: true; database: Database } | Refused;

/** Takes the file for one server: a second one is refused, with the sentence that says where the first one is. */
export async function lockOwnDatabase(path: string): Promise<{ ok: true; lock: ServerLock } | Refused> {
  if (dirname(path) === OWN_FOLDER) await mkdir(OWN_FOLDER, { recursive: true });
  return orSentence(async () => ({ lock: await takeServerLock(resolve(path), new Date()) }));
}

/** Opens the database of the settings and makes or migrates it, or answers with the sentence that says why it cannot be used. */
export async function openOwnDatabase(path: string): Promise<Opened> {
  return orSentence(async () => ({ database: await openDatabase(path, migrations, console.error) }));
}

/** As openOwnDatabase, for a server: the file is its own until the database is closed. */
export async function openForServer(
  path: string,
): Promise<{ ok: true; database: Database; lock: ServerLock } | Refused> {
  const locked = await lockOwnDatabase(path);
  if (!locked.ok) return locked;
  const { lock } = locked;
  const opened = await openOwnDatabase(path);
  if (!opened.ok) {
    await lock.release();
    return opened;
  }
  const close = async () => {
    await opened.database.close();
    await lock.release();
  };
  return { ok: true, database: { ...opened.database, close }, lock };
}

/** Opens what is there, for a command: nothing is made and nothing migrated. */
export function openForCommand(path: string): Promise<Opened> {
  return orSentence(async () => ({ database: await openExistingDatabase(path) }));
}

async function orSentence<T extends object>(work: () => Promise<T>): Promise<({ ok: true } & T) | Refused> {
  try {
    return { ok: true, ...(await work()) };
  } catch (fault) {
    if (fault instanceof DatabaseRefused) return { ok: false, sentence: fault.message };
    throw fault;
  }
}

/** Held by the one server of a database file; it ends with its process, however that ends. */
type ServerLock = {
  /** Writes beside the lock where the server is, for whoever is refused. */
  sayAddress(address: string): Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the lock: an exclusive transaction on a small SQLite file beside the database, which the operating system lets go of
 * when the process ends. That file is never removed, or two servers could each lock one of their own. Throws DatabaseRefused,
 * naming since when and where another server works on the file. Commands do not take it.
 */
async function takeServerLock(path: string, now: Date): Promise<ServerLock> {
  await refuseMissingFolder(path);
  const note = `${path}.lock.txt`;
  const connection = await lockedFile(path, note);
  const since = `${now.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const say = async (where: string) => {
    await writeFile(`${note}.new`, `running since ${since}${where}\n`, { mode: 0o600 });
    await rename(`${note}.new`, note);
  };
  await say("");
  return {
    sayAddress: (address) => say(`, at ${address}`),
    async release() {
      await rm(note, { force: true });
      await connection.execute("rollback");
      await connection.close();
    },
  };
}

async function lockedFile(path: string, note: string): Promise<Connection> {
  const file = `${path}.lock`;
  let connection: Connection | null = null;
  try {
    // Not opened and closed where it is there: that would let go of a lock that this process holds.
    if ((await stat(file).catch(() => null)) === null) await writeFile(file, "", { flag: "ax", mode: 0o600 });
    connection = await openConnection(file, "lock", new Map());
    await connection.execute("begin exclusive");
    return connection;
  } catch (error) {
    await connection?.close();
    if (troubleOf(error) !== "busy")
      throw new DatabaseRefused(
        `${file} cannot be written: the server must be able to write to the folder of the database.`,
      );
    const said = (await readFile(note, "utf8").catch(() => "")).trim();
    throw new DatabaseRefused(
      `${path} is in use by another server${said === "" ? "" : ` ${said}`}: stop that one first, or set DATABASE_PATH to another file.`,
    );
  }
}
