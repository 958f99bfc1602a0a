import { randomUUID } from "node:crypto";
import type { Migration } from "#migrations/index.ts";
import { backUp } from "./backup.server.ts";
import { checksumOf, readSteps } from "./schema-steps.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

const ledger =
  "create table migration (name text primary key, checksum text not null, applied_at text not null) strict";

/** Brings the file to the newest schema: a checked backup first, then each step in a transaction of its own. */
export async function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  path: string,
): Promise<void> {
  const applied = await readSteps(connection);
  const next = migrations[applied.length];
  if (next === undefined) return;
  // Two servers may start in the same millisecond, each with a copy of its own.
  const moment = `${Date.now()}-${randomUUID()}`;
  if (applied.length > 0) await backUp(path, `${path}.before-${next.name}-${moment}.backup`, migrations);
  for (const [position, migration] of migrations.entries()) {
    if (position >= applied.length) await applyStep(connection, migration, position);
  }
}

async function applyStep(connection: Connection, migration: Migration, position: number): Promise<void> {
  try {
    // A table that is made anew is dropped first, and would take along what points to it: references are checked below.
    await connection.execute("pragma foreign_keys = OFF");
    await connection.execute("begin immediate");
    const applied = await readSteps(connection);
    // Another process may have been quicker while this one waited for the lock.
    if (applied.length === position) {
      if (position === 0) await connection.execute(ledger);
      await connection.execute(migration.sql);
      await refuseBrokenReferences(connection, migration);
      await connection.run(
        "insert into migration (name, checksum, applied_at) values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
        [migration.name, checksumOf(migration)],
      );
    }
    await connection.execute("commit");
  } catch (error) {
    await connection.execute("rollback").catch(() => undefined);
    throw error;
  } finally {
    await connection.execute("pragma foreign_keys = ON");
  }
}

async function refuseBrokenReferences(connection: Connection, migration: Migration): Promise<void> {
  const broken = await connection.all("pragma foreign_key_check", []);
  if (broken.length > 0)
    throw new Error(`The step ${migration.name} leaves ${broken.length} references broken`);
}
