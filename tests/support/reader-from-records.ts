import { rm } from "node:fs/promises";
import { Kysely } from "kysely";
import { rebuildCopies } from "#db/copies.server.ts";
import type { Reader } from "#db/reader.server.ts";
import type { Schema } from "#db/schema.ts";
import { openConnection } from "#db/sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "#db/sqlite3-dialect.server.ts";
import { freshPath } from "./database.ts";

/**
 * A handle to the file as it is now that rests on its records alone: in a copy of it every stored copy is made anew from
 * them, no observations are packed, and nothing has been read by this handle before.
 */
export async function readerFromRecords(path: string): Promise<Reader> {
  const copy = await freshPath();
  const file = await openConnection(path, "inspecting", new Map());
  await file.run("vacuum into ?", [copy]);
  await file.close();
  const connection = await openConnection(copy, "copy", new Map());
  await connection.execute("begin");
  await rebuildCopies(connection);
  await connection.execute("commit");
  return {
    read: new Kysely<Schema>({
      dialect: sqlite3Dialect([connection], { enter: () => undefined, statement: refuseWriting }),
    }),
    async close() {
      await connection.close();
      await rm(copy);
    },
  };
}
