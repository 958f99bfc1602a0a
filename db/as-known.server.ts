import { Kysely, sql } from "kysely";
import { DERIVED, derivedAsKnown } from "./as-known-derived.server.ts";
import { secretColumns } from "./change.server.ts";
import type { Schema } from "./schema.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "./sqlite3-dialect.server.ts";

type Table = keyof Schema;

/** The records that the figures of a campaign rest on. */
const KEPT = [
  "account",
  "campaign",
  "audience",
  "campaign_audience",
  "key_message",
  "message_revision",
  "objection",
  "message_objection",
  "objective",
  "objective_reading",
  "outreach_event",
  "outreach_event_audience",
  "outcome",
  "outcome_objection",
  "reception",
  "stance_reading",
  "feedback",
  "change_acknowledgement",
  "effectiveness_fit",
] as const satisfies readonly Table[];

export type AsKnown = { read: Kysely<Schema>; close(): Promise<void> };

/**
 * What the figures rested on at an instant: the records as they stood then, with every entry, edit and removal made
 * later left out. Whatever reads the figures reads there as it does today; other tables are empty. Rows that nothing
 * has touched since are read where they are, and the others stand in memory as they were before. Cost: what has changed
 * since. Source: EFFECTIVENESS.md §13 (asOf in the past, with the entries known by then).
 */
export async function openAsKnown(read: Kysely<Schema>, instant: Date): Promise<AsKnown> {
  const memory = await openConnection(":memory:", "model", new Map());
  try {
    await memory.run("attach ? as live", [await pathOf(read)]);
    await memory.execute("pragma foreign_keys = OFF; begin");
    const tables = await tablesOf(memory);
    await memory.execute(tables.map(emptyView).join(""));
    await gatherTouched(memory, instant);
    for (const table of [...KEPT, ...DERIVED]) await copyShape(memory, table);
    for (const table of KEPT) await showAsThen(memory, table);
    await memory.execute(derivedAsKnown);
    await memory.execute("pragma query_only = ON");
  } catch (error) {
    await memory.close();
    throw error;
  }
  const reader = new Kysely<Schema>({
    dialect: sqlite3Dialect([memory], { enter: () => undefined, statement: refuseWriting }),
  });
  return { read: reader, close: () => memory.close() };
}

async function pathOf(read: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{
    file: string;
  }>`select file from pragma_database_list where name = 'main'`.execute(read);
  return rows[0]?.file ?? "";
}

async function tablesOf(memory: Connection): Promise<string[]> {
  const rows = await memory.all(
    `select name from live.sqlite_schema where type = 'table' and name not like 'sqlite\\_%' escape '\\'
       and sql not like 'create virtual%' and name not glob 'search_*'`,
    [],
  );
  return rows.map(({ name }) => String(name));
}

/** What is not kept is not there, instead of being what it is today. */
function emptyView(table: string): string {
  const isShown = [...KEPT, ...DERIVED].some((kept) => kept === table);
  return isShown ? "" : `create temp view "${table}" as select * from live."${table}" where false;`;
}

/** By row that was changed after the instant what it was before the first of these changes; null where it was not there. */
async function gatherTouched(memory: Connection, instant: Date): Promise<void> {
  await memory.execute(`create temp table touched (table_name text, row_id text, before_json text,
    primary key (table_name, row_id)) without rowid`);
  await memory.run(
    `insert into temp.touched select table_name, row_id, before_json from (
       select row.table_name, row.row_id, row.before_json,
         row_number() over (partition by row.table_name, row.row_id order by change.made_at, row.id) as place
       from live.change join live.change_row as row on row.change_id = change.id
       where change.made_at > ? and row.table_name in (select value from json_each(?)))
     where place = 1`,
    [instant.toISOString(), JSON.stringify(KEPT)],
  );
}

/** The table with its indexes and without its triggers, empty, in memory. */
async function copyShape(memory: Connection, table: string): Promise<void> {
  const rows = await memory.all(
    "select sql from live.sqlite_schema where tbl_name = ? and type in ('table', 'index') and sql is not null order by type desc",
    [table],
  );
  await memory.execute(rows.map((row) => `${String(row.sql)};`).join(""));
}

/** Puts in what touched rows were, and shows it with the untouched ones under the table's own name. */
async function showAsThen(memory: Connection, table: Table): Promise<void> {
  const columns = await memory.all("select name, dflt_value from pragma_table_info(?, 'main')", [table]);
  const names = columns.map(({ name }) => `"${String(name)}"`);
  // A row from before a column was added lacks it, and gets what the column is by default.
  const values = columns.map(({ name, dflt_value }) => {
    const path = `'$."${String(name)}"'`;
    return `iif(json_type(before_json, ${path}) is null, ${String(dflt_value ?? "null")}, before_json ->> ${path})`;
  });
  const shown = columns.map(({ name }) =>
    secretColumns.includes(String(name)) ? `null as "${String(name)}"` : `"${String(name)}"`,
  );
  await memory.execute(`
    insert into main."${table}" (${names.join()}) select ${values.join()} from temp.touched
      where table_name = '${table}' and before_json is not null;
    create temp view "${table}" as select ${shown.join()} from live."${table}" as present
      where not exists (select 1 from temp.touched where table_name = '${table}' and row_id = present.id)
      union all select ${shown.join()} from main."${table}";`);
}
