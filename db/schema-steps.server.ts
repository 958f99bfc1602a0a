import { createHash } from "node:crypto";
import type { Migration } from "#migrations/index.ts";
import { DatabaseRefused } from "./database-trouble.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

/** The first step of the ledger that was kept until the schema began anew. */
const FIRST_OF_OLD_LEDGER = "0001-accounts";

/** The names and checksums of the steps that the file has had, in order; empty for a new file. */
export async function readSteps(connection: Connection): Promise<{ name: string; checksum: string }[]> {
  const tables = await connection.all(
    "select name from sqlite_schema where type = 'table' and name = 'migration'",
    [],
  );
  if (tables.length === 0) return [];
  const rows = await connection.all("select name, checksum from migration order by rowid", []);
  return rows.map((row) => ({ name: String(row.name), checksum: String(row.checksum) }));
}

/**
 * Refuses a file that this version cannot use: of another program, from before the first release, of a newer version, or
 * with edited steps. Reads only.
 */
export async function refuseForeignSchema(
  connection: Connection,
  migrations: readonly Migration[],
  path: string,
): Promise<void> {
  const applied = await readSteps(connection);
  const [tables] = await connection.all("select count(*) as number from sqlite_schema", []);
  if (applied.length === 0 && tables?.number !== 0)
    throw new DatabaseRefused(`${path} belongs to another program: choose another file.`);
  if (applied[0]?.name === FIRST_OF_OLD_LEDGER)
    throw new DatabaseRefused(
      `${path} was made before the first release, with a schema that this version cannot bring up to date: read and export it with the version that made it, and start this one on a new file.`,
    );
  for (const [position, step] of applied.entries()) {
    const ours = migrations[position];
    if (ours === undefined)
      throw new DatabaseRefused(`${path} was written by a newer version (${step.name}): start that version.`);
    if (ours.name !== step.name || checksumOf(ours) !== step.checksum)
      throw new DatabaseRefused(
        `${path} differs from this version at "${step.name}": start the version it was made with.`,
      );
  }
}

/** Refuses a file that lacks steps of this version. Reads only. */
export async function refuseOlderSchema(
  connection: Connection,
  migrations: readonly Migration[],
  path: string,
): Promise<void> {
  const next = migrations[(await readSteps(connection)).length];
  if (next !== undefined)
    throw new DatabaseRefused(
      `${path} has the schema of an older version, without ${next.name}: start the server once, which makes a backup and brings it up to date.`,
    );
}

/** Ties the text of a step to what a file has had. */
export function checksumOf(migration: Migration): string {
  return createHash("sha256").update(migration.sql).digest("hex");
}
