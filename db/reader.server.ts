import { Kysely } from "kysely";
import type { Schema } from "./schema.ts";
import { openConnection } from "./sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "./sqlite3-dialect.server.ts";

export type Reader = { read: Kysely<Schema>; close(): Promise<void> };

/** One connection that only reads, to a database that the server has opened: for work in a thread of its own. */
export async function openReader(path: string): Promise<Reader> {
  const connection = await openConnection(path, "reading", new Map());
  const permission = { enter: () => undefined, statement: refuseWriting };
  const read = new Kysely<Schema>({ dialect: sqlite3Dialect([connection], permission) });
  return { read, close: () => connection.close() };
}
