import { stat } from "node:fs/promises";
import type { Migration } from "#migrations/index.ts";
import { type Checked, checkDatabase } from "./check-database.server.ts";
import { rebuildCopies } from "./copies.server.ts";
import { DatabaseRefused } from "./database-trouble.server.ts";
import { inspect } from "./inspect-file.server.ts";
import { schemaFaults } from "./schema-check.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

/** Refuses a damaged file; the names of copies that differ from the records. */
export async function refuseDamagedFile(
  path: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  if ((await stat(path)).size === 0) return [];
  const checked = await inspect(path, (connection) => checkDatabase(connection, migrations, "quick"));
  refuseDamaged(path, checked);
  return checked.differing;
}

/** Makes every copy anew from the records, and answers with the sentence that says so. */
export async function makeAnew(
  connection: Connection,
  path: string,
  differing: readonly string[],
): Promise<string> {
  await connection.execute("begin immediate");
  try {
    await rebuildCopies(connection);
    await connection.execute("commit");
  } catch (error) {
    await connection.execute("rollback").catch(() => undefined);
    throw error;
  }
  return `${path}: ${differing.join(", ")} differed from the records, and were made anew from them.`;
}

/** Refuses a file whose schema is not that of its steps, without reading its records. */
export async function refuseOtherSchema(path: string, migrations: readonly Migration[]): Promise<void> {
  const faults = await inspect(path, (connection) => schemaFaults(connection, migrations));
  refuseDamaged(path, { faults });
}

/** Refuses with a sentence that names what is wrong and what to do. */
export function refuseDamaged(path: string, { faults }: Pick<Checked, "faults">): void {
  if (faults.length === 0) return;
  throw new DatabaseRefused(`${path} is damaged: ${faults.slice(0, 3).join("; ")}. Restore the last backup.`);
}
