import { sql } from "kysely";
import type { Change, RecordedTable } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import { newId } from "#db/identifier.server.ts";
import { system } from "./author.ts";
import { giveItsOwn, giveMissingKinds, makeItDiffer, wordOf } from "./only-in-second-campaign.ts";

/** Its name comes before the first one's in any order. */
export const SECOND_CAMPAIGN = "a-second-campaign";

/** Every word of the second campaign that must be nowhere in the first: it ends with the table and column it stands in, and begins as no identifier can. */
export const OF_SECOND = /zq9[a-z]+/g;

type Row = Record<string, unknown>;
type Column = { name: string; type: string; isChosen: boolean };
type Table = { name: string; columns: Column[]; references: { column: string; table: string }[] };

/** Text that is no prose: named by the product, counted, or read by a program. A column that is new is taken for prose. */
const NO_PROSE =
  /(^|_)(id|at|on|by|day|hash|until|from|start|end|slot|slug|stamp|key)$|^(zone|country|rule|due_time|milestones|code|source_kind|kind|handling|content_json|frozen_json|figures_json|canonical_text|imported_uid|edition|confidence|handling|path|figures|answers_json|origin_kind|origin_revision_id|observations_state|asked|outcome|text_hash|names_hash|answered_for|source_feedback|level|wall_expires|known|manner|titles|table_name|direction|decide_by)$/;

/** Written outside recorded changes: the post, and who has seen what. */
export const WITHOUT_HISTORY = ["clearance_reading", "hold_sighting", "mail"];

/** The tables whose rows belong to a campaign, each after those that it points to; read from the schema. */
export async function tablesOfCampaigns({ read }: Database): Promise<Table[]> {
  const names = await sql<{ name: string; sql: string }>`
    SELECT t.name, t.sql FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c ON c.name = 'version'
    WHERE t.type = 'table' ORDER BY t.rowid`.execute(read);
  const tables: Table[] = [];
  for (const { name, sql: made } of names.rows) {
    const columns = await sql<{ name: string; type: string }>`
      SELECT name, type FROM pragma_table_info(${name})`.execute(read);
    const references = await sql<{ column: string; table: string }>`
      SELECT "from" AS "column", "table" FROM pragma_foreign_key_list(${name})`.execute(read);
    tables.push({
      name,
      columns: columns.rows.map((column) => ({ ...column, isChosen: isChosen(made, column.name) })),
      references: references.rows,
    });
  }
  return inOrder(tables.filter((table) => isOfCampaign(table, tables)));
}

/** A column that takes only words of a list. */
function isChosen(made: string, column: string): boolean {
  return new RegExp(`\\b${column}"?\\s+IN\\s*\\(`, "i").test(made);
}

function isOfCampaign(table: Table, all: readonly Table[], seen: readonly string[] = []): boolean {
  if (table.name === "campaign") return true;
  return table.references.some(({ table: name }) => {
    const next = all.find((one) => one.name === name);
    return next !== undefined && !seen.includes(name) && isOfCampaign(next, all, [...seen, table.name]);
  });
}

function inOrder(tables: readonly Table[]): Table[] {
  const placed: Table[] = [];
  const waiting = new Set(tables);
  while (waiting.size > 0) {
    const next = [...waiting].find((table) =>
      table.references.every(
        ({ table: name }) => name === table.name || ![...waiting].some((one) => one.name === name),
      ),
    );
    if (next === undefined) throw new Error("Tables point to each other in a ring");
    placed.push(next);
    waiting.delete(next);
  }
  return placed;
}

/** The columns of a table that hold what people write. */
export function proseOf({ columns, references }: Table): string[] {
  return columns
    .filter(({ name, type, isChosen: chosen }) => type === "TEXT" && !chosen && !NO_PROSE.test(name))
    .filter(({ name }) => !references.some(({ column }) => column === name))
    .map(({ name }) => name);
}

/** The columns of a table that hold what people wrote as JSON: frozen texts, reports, letters. */
export function jsonOf({ columns }: Table): string[] {
  return columns.map(({ name }) => name).filter((name) => name.endsWith("_json"));
}

type Around = { from: string; ids: Map<string, string>; people: readonly string[] };

/**
 * Puts a second campaign beside the one named: everything that the first has, with the same audiences, contacts, officers,
 * days and hours, and a word of its own in every field. `people` are of the first campaign alone, though they still stand
 * in events of the second. It is written as the product writes rows, with their history and everything derived from them.
 */
export async function addSecondCampaign(
  database: Database,
  { from, people }: { from: string; people: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const around: Around = { from, ids: new Map([[from, SECOND_CAMPAIGN]]), people };
  const rows = new Map<Table, Row[]>();
  for (const table of await tablesOfCampaigns(database))
    rows.set(table, await readRows(database, table, around));
  const submission = { submission: null, campaignId: null };
  const made = await database.change(system, submission, async (change) => {
    for (const [table, own] of rows) await insertRows(change, table, own, around);
    await giveMissingKinds(change, SECOND_CAMPAIGN);
    const its = await giveItsOwn(change, SECOND_CAMPAIGN);
    await makeItDiffer(change, SECOND_CAMPAIGN, its.account);
    change.describe({
      recordKind: "campaign",
      recordId: SECOND_CAMPAIGN,
      action: "added",
      summary: wordOf("change", "summary"),
      location: "/",
    });
    return { ok: true, its };
  });
  if (!made.ok || made.replayed) throw new Error("The second campaign was not made");
  return withItsOwn(database, around, made.its);
}

/** For every record of the first campaign the same one of the second; for what they share, one that only the second has. */
async function withItsOwn(
  { read }: Database,
  { from, ids }: Around,
  its: Awaited<ReturnType<typeof giveItsOwn>>,
): Promise<ReadonlyMap<string, string>> {
  const another = new Map(ids);
  for (const table of ["account", "audience", "contact"] as const) {
    for (const { id } of await read.selectFrom(table).select("id").execute()) another.set(id, its[table]);
  }
  for (const table of ["proof_point", "objection"] as const) {
    const rows = await read.selectFrom(table).select("code").where("campaign_id", "=", from).execute();
    for (const { code } of rows) another.set(code, its[table]);
  }
  another.delete(from);
  return another;
}

/** The rows of the campaign in a table: those that name it, or a row of it; their new ids are noted. */
async function readRows({ read }: Database, table: Table, { from, ids }: Around): Promise<Row[]> {
  const all = await sql<Row>`SELECT * FROM ${sql.table(table.name)} ORDER BY rowid`.execute(read);
  const own = all.rows.filter((row) => {
    if (table.name === "campaign") return row.id === from;
    if ("campaign_id" in row) return row.campaign_id === from;
    return table.references.some(({ column }) => ids.has(String(row[column])));
  });
  for (const row of own) if (!ids.has(String(row.id))) ids.set(String(row.id), newId());
  return own;
}

async function insertRows(change: Change, table: Table, rows: readonly Row[], around: Around): Promise<void> {
  const [prose, json] = [proseOf(table), jsonOf(table)];
  const kept = rows.filter(
    (row) => table.name !== "campaign_role" || !around.people.includes(String(row.account_id)),
  );
  const made = kept.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => column !== "version")
        .map(([column, value]) => {
          const word = wordOf(table.name, column);
          const other = become(value, prose.includes(column) ? word : "", around);
          return [column, json.includes(column) ? markedJson(other, word) : other];
        }),
    ),
  );
  // The names were read from the schema of the very file.
  if (made.length > 0) await change.insertMany(table.name as RecordedTable, made as never);
}

function become(value: unknown, word: string, { ids }: Around): unknown {
  if (typeof value !== "string") return value ?? (word === "" ? value : null);
  if (word !== "") return value === "" ? word : `${value} ${word}`;
  return ids.get(value) ?? value.replaceAll(/[a-z0-9]{20}/g, (id) => ids.get(id) ?? id);
}

/** The same JSON with the word after every sentence, title and name in it; its kinds are written small. */
function markedJson(value: unknown, word: string): unknown {
  if (typeof value !== "string") return value;
  return JSON.stringify(JSON.parse(value), (_, inner) =>
    typeof inner === "string" && /^[A-Z].* /s.test(inner) ? `${inner} ${word}` : inner,
  );
}
