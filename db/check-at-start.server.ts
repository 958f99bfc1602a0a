import type { Migration } from "#migrations/index.ts";
import { type Checked, checkDatabase } from "./check-database.server.ts";
import { rebuildCopies } from "./copies.server.ts";
import { DatabaseRefused } from "./database-trouble.server.ts";
import { schemaFaults } from "./schema-check.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

type Started = {
  migrations: readonly Migration[];
  path: string;
  say: (sentence: string) => void;
};

/** Refuses a damaged file; copies that differ from the records are made anew, and that is said. */
export async function mendOrRefuse(
  connection: Connection,
  { migrations, path, say }: Started,
): Promise<void> {
  const checked = await checkDatabase(connection, migrations, "quick");
  refuseDamaged(path, checked);
  if (checked.differing.length === 0) return;
  await connection.execute("begin immediate");
  try {
    await rebuildCopies(connection);
    await connection.execute("commit");
  } catch (error) {
    await connection.execute("rollback").catch(() => undefined);
    throw error;
  }
  say(`${path}: ${checked.differing.join(", ")} differed from the records, and were made anew from them.`);
}

/** Refuses a file whose schema is not that of its steps, without reading its records. */
export async function refuseOtherSchema(
  connection: Connection,
  migrations: readonly Migration[],
  path: string,
): Promise<void> {
  refuseDamaged(path, { faults: await schemaFaults(connection, migrations) });
}

/** Refuses with a sentence that names what is wrong and what to do. */
export function refuseDamaged(path: string, { faults }: Pick<Checked, "faults">): void {
  if (faults.length === 0) return;
  throw new DatabaseRefused(`${path} is damaged: ${faults.slice(0, 3).join("; ")}. Restore the last backup.`);
}
