import { migrations as allMigrations, type Migration } from "#migrations/index.ts";
import { differingCopies } from "./copies.server.ts";
import { troubleOf } from "./database-trouble.server.ts";
import { schemaFaults } from "./schema-check.server.ts";
import { readSteps } from "./schema-steps.server.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

/** Faults in a few words each, and the names of copies that differ from what they are made of. */
export type Checked = { faults: readonly string[]; differing: readonly string[] };

/** quick: every page and reference. whole: also that each index says what its table says, at eight times the cost. */
type Depth = "quick" | "whole";

const FAULTS_OF_A_KIND = 3;
const UNREADABLE = ["a page of it cannot be read"];

/**
 * Looks at every page, every reference between rows, the schema against what its own steps make, and at whatever is copied
 * (search, figures) against the records. Reads only, one state of the file. Cost: in proportion to the file.
 */
export async function checkDatabase(
  connection: Connection,
  migrations: readonly Migration[],
  depth: Depth,
): Promise<Checked> {
  await connection.execute("begin");
  try {
    return await checkInside(connection, migrations, depth);
  } catch (error) {
    if (troubleOf(error) === "damaged") return { faults: UNREADABLE, differing: [] };
    throw error;
  } finally {
    await connection.execute("rollback").catch(() => undefined);
  }
}

async function checkInside(
  connection: Connection,
  migrations: readonly Migration[],
  depth: Depth,
): Promise<Checked> {
  const pages = await checkPages(connection, depth);
  if (pages.length > 0) return { faults: pages, differing: [] };
  const steps = migrations.slice(0, (await readSteps(connection)).length);
  const faults = await schemaFaults(connection, steps);
  const isNewest = steps.length > 0 && steps.at(-1) === allMigrations.at(-1);
  return { faults, differing: isNewest && faults.length === 0 ? await differingCopies(connection) : [] };
}

/** What is wrong with the pages and with references between rows. */
export async function checkPages(connection: Connection, depth: Depth): Promise<readonly string[]> {
  const pragma = depth === "quick" ? "quick_check" : "integrity_check";
  try {
    const pages = await connection.all(`pragma ${pragma}(${FAULTS_OF_A_KIND})`, []);
    const said = pages.map((row) => String(row[pragma])).filter((line) => line !== "ok");
    return said.length > 0 ? said.map(inOneLine) : await brokenReferences(connection);
  } catch (error) {
    if (troubleOf(error) === "damaged") return UNREADABLE;
    throw error;
  }
}

function inOneLine(said: string): string {
  return said
    .replace(/^\*\*\* in database main \*\*\*\s*/, "")
    .replaceAll(/\s+/g, " ")
    .slice(0, 200);
}

async function brokenReferences(connection: Connection): Promise<readonly string[]> {
  const broken = await connection.all(
    `select "table" as name, parent, count(*) as rows from pragma_foreign_key_check group by 1, 2 order by 1, 2`,
    [],
  );
  return broken
    .slice(0, FAULTS_OF_A_KIND)
    .map(({ name, parent, rows }) => `${rows} of the table ${name} point to a ${parent} that is not there`);
}
