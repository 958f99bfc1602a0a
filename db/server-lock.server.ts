import { readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { DatabaseRefused, troubleOf } from "./database-trouble.server.ts";
import { refuseMissingFolder } from "./inspect-file.server.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";

/** Held by the one server of a database file; it ends with its process, however that ends. */
export type ServerLock = {
  /** Writes beside the lock where the server is, for whoever is refused. */
  sayAddress(address: string): Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the lock: an exclusive transaction on a small SQLite file beside the database, which the operating system lets go of
 * when the process ends. That file is never removed, or two servers could each lock one of their own. Throws DatabaseRefused,
 * naming since when and where another server works on the file. Commands do not take it.
 */
export async function takeServerLock(path: string, now: Date): Promise<ServerLock> {
  await refuseMissingFolder(path);
  const note = `${path}.lock.txt`;
  const connection = await lockedFile(path, note);
  const since = `${now.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const say = async (where: string) => {
    await writeFile(`${note}.new`, `since ${since}${where}\n`, { mode: 0o600 });
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
      throw new DatabaseRefused(`${file} cannot be written: the database keeps files beside it.`);
    const said = (await readFile(note, "utf8").catch(() => "")).trim();
    throw new DatabaseRefused(
      `${path} is in use by another server${said === "" ? "" : ` ${said}`}: stop that one first, or set DATABASE_PATH to another file.`,
    );
  }
}
