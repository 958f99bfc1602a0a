import { stat } from "node:fs/promises";
import { migrations as allMigrations, type Migration } from "#migrations/index.ts";
import { differingCopies, rebuildCopies } from "./copies.server.ts";
import { DatabaseRefused, troubleOf } from "./database-trouble.server.ts";
import { inspect } from "./inspect-file.server.ts";
import { readSteps } from "./schema-steps.server.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";

/** Faults in a few words each, and the names of copies that differ from what they are made of. */
type Checked = { faults: readonly string[]; differing: readonly string[] };

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

type Objects = ReadonlyMap<string, string>;

/** Tables, indexes, triggers and views that are missing, other than their steps make them, or not ours. */
export async function schemaFaults(
  connection: Connection,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const found = await objectsOf(connection);
  const expected = await expectedBy(migrations);
  const faults: string[] = [];
  for (const [name, made] of expected) {
    const present = found.get(name);
    if (present === undefined) faults.push(`the ${name} is missing`);
    else if (present !== made) faults.push(`the ${name} was changed`);
  }
  for (const name of found.keys()) if (!expected.has(name)) faults.push(`the ${name} is not ours`);
  return faults;
}

/** What steps make, by their text: the same for every file, and half of what it costs to open one. */
const madeBefore = new Map<string, Objects>();

// A quoted name that matches no column is read by SQLite as a text, so a missing column would go unnoticed.
async function expectedBy(migrations: readonly Migration[]): Promise<Objects> {
  const steps = migrations.map(({ sql }) => sql).join("\n;\n");
  const known = madeBefore.get(steps);
  if (known !== undefined) return known;
  const model = await openConnection(":memory:", "model", new Map());
  try {
    await model.execute(steps);
    const made = await objectsOf(model);
    madeBefore.set(steps, made);
    return made;
  } finally {
    await model.close();
  }
}

async function objectsOf(connection: Connection): Promise<Objects> {
  const rows = await connection.all(
    `select type || ' ' || name as object, coalesce(sql, '') as made from sqlite_schema
     where name not like 'sqlite\\_stat%' escape '\\' and name <> 'migration' and name <> 'sqlite_autoindex_migration_1'
     order by name`,
    [],
  );
  return new Map(rows.map(({ object, made }) => [String(object), String(made)]));
}

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
