import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { DEFAULT_DATABASE_PATH } from "#app/http/environment.ts";
import { type Database, openDatabase, openExistingDatabase } from "#db/database.server.ts";
import { DatabaseRefused } from "#db/database-trouble.server.ts";
import { type ServerLock, takeServerLock } from "#db/server-lock.server.ts";
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
