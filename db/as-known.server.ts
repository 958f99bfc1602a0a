import { Kysely, sql } from "kysely";
import { migrations } from "#migrations/index.ts";
import { secretColumns } from "./change.server.ts";
import type { Schema } from "./schema.ts";
import { type Connection, openConnection, type Row } from "./sqlite3-connection.server.ts";
import { refuseWriting, sqlite3Dialect } from "./sqlite3-dialect.server.ts";

type Table = keyof Schema;

/** What the figures of a campaign rest on, in the order in which each can be put in, and what makes a row the campaign's. */
const KEPT: readonly {
  table: Table;
  of: "everybody" | "itself" | "campaign" | { parent: Table; by: string };
}[] = [
  { table: "account", of: "everybody" },
  { table: "campaign", of: "itself" },
  { table: "audience", of: "everybody" },
  { table: "campaign_audience", of: "campaign" },
  { table: "key_message", of: "campaign" },
  { table: "message_revision", of: { parent: "key_message", by: "key_message_id" } },
  { table: "objective", of: "campaign" },
  { table: "objective_reading", of: { parent: "objective", by: "objective_id" } },
  { table: "outreach_event", of: "campaign" },
  { table: "outcome", of: "campaign" },
  { table: "reception", of: { parent: "outcome", by: "outcome_id" } },
  { table: "feedback", of: "campaign" },
  { table: "change_acknowledgement", of: "campaign" },
  { table: "effectiveness_fit", of: "campaign" },
];

export type AsKnown = { read: Kysely<Schema>; close(): Promise<void> };

/**
 * What a campaign's figures rested on at an instant: its records as they stood then, with every entry, edit and removal
 * made later left out, in a database of their own in memory. Whatever reads the figures reads there as it does today.
 * Cost: the campaign's records. Source: EFFECTIVENESS.md §13 (asOf in the past, with the entries known by then).
 */
export async function openAsKnown(read: Kysely<Schema>, campaignId: string, instant: Date): Promise<AsKnown> {
  const memory = await openConnection(":memory:", "model", new Map());
  try {
    for (const migration of migrations) await memory.execute(migration.sql);
    await memory.execute("pragma foreign_keys = OFF");
    const kept = new Map<Table, ReadonlySet<string>>();
    for (const { table, of } of KEPT) {
      const rows = await rowsAsKnown(read, table, instant, (row) => isKept(row, of, campaignId, kept));
      kept.set(table, new Set(rows.map(({ id }) => String(id))));
      await putIn(memory, table, rows);
    }
  } catch (error) {
    await memory.close();
    throw error;
  }
  const reader = new Kysely<Schema>({
    dialect: sqlite3Dialect([memory], { enter: () => undefined, statement: refuseWriting }),
  });
  return { read: reader, close: () => memory.close() };
}

type Of = (typeof KEPT)[number]["of"];

function isKept(
  row: Row,
  of: Of,
  campaignId: string,
  kept: ReadonlyMap<Table, ReadonlySet<string>>,
): boolean {
  if (of === "everybody") return true;
  if (of === "itself") return row.id === campaignId;
  if (of === "campaign") return row.campaign_id === campaignId;
  return kept.get(of.parent)?.has(String(row[of.by])) ?? false;
}

/** The rows of a table as they stood: what nothing has touched since, and of the others what they were before. */
async function rowsAsKnown(
  read: Kysely<Schema>,
  table: Table,
  instant: Date,
  belongs: (row: Row) => boolean,
): Promise<Row[]> {
  const before = await rowsBefore(read, table, instant);
  const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(read);
  const untouched = rows.filter(({ id }) => !before.has(String(id)));
  const changed = [...before.values()].filter((row) => row !== null);
  return [...untouched, ...changed].filter(belongs);
}

/** By row that was changed after the instant what it was before the first of these changes; null where it was not there. */
async function rowsBefore(
  read: Kysely<Schema>,
  table: Table,
  instant: Date,
): Promise<ReadonlyMap<string, Row | null>> {
  const rows = await read
    .selectFrom("change")
    .innerJoin("change_row as row", "row.change_id", "change.id")
    .select(["row.row_id", "row.before_json"])
    .where("row.table_name", "=", table)
    .where("change.made_at", ">", instant.toISOString())
    .orderBy("change.made_at", "desc")
    .orderBy("row.id", "desc")
    .execute();
  // The earliest comes last, and stands.
  return new Map(
    rows.map(({ row_id, before_json }): [string, Row | null] => [
      row_id,
      before_json === null ? null : JSON.parse(before_json),
    ]),
  );
}

const ROWS_AT_ONCE = 2000;

async function putIn(memory: Connection, table: Table, rows: readonly Row[]): Promise<void> {
  const open = rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !secretColumns.includes(column))),
  );
  // A row from before a column was added lacks it, and gets what the column is by default.
  for (const group of Map.groupBy(open, (row) => Object.keys(row).join(" ")).values()) {
    const columns = Object.keys(group[0] ?? {});
    const values = columns.map((_, place) => `value ->> ${place}`).join(", ");
    const names = columns.map((column) => `"${column}"`).join(", ");
    for (let from = 0; from < group.length; from += ROWS_AT_ONCE) {
      const part = group.slice(from, from + ROWS_AT_ONCE).map((row) => columns.map((column) => row[column]));
      await memory.run(`insert or replace into "${table}" (${names}) select ${values} from json_each(?)`, [
        JSON.stringify(part),
      ]);
    }
  }
}
