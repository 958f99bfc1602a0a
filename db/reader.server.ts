import { Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "./sqlite3-dialect.server.ts";

export type Reader = { read: Kysely<Schema>; close(): Promise<void> };

/** One connection that only reads, to a database that the server has opened: for work in a thread of its own. */
export async function openReader(path: string): Promise<Reader> {
  return readerOver(await openConnection(path, "reading", new Map()));
}

/** The same, which sees everything as it was at its first read, however long it reads. */
export async function openSnapshot(path: string): Promise<Reader> {
  const connection = await openConnection(path, "reading", new Map());
  await connection.execute("begin");
  return readerOver(connection);
}

function readerOver(connection: Connection): Reader {
  const permission = { enter: () => undefined, statement: refuseWriting };
  const read = new Kysely<Schema>({ dialect: sqlite3Dialect([connection], permission) });
  return { read, close: () => connection.close() };
}
