import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";
import type { Connection } from "./sqlite3-connection.server.ts";

/** A foreign key from the view of the row that it points to. */
export type Reference = { table: string; column: string; onDelete: string };

/** The tables of the file with their columns in order, and what points to each of them. */
export type Catalogue = {
  columnsOf(table: string): readonly string[];
  referencesTo(table: string): readonly Reference[];
};

type Columns = Map<string, string[]>;

/** Reads the catalogue of a file whose schema has been checked. */
export async function readCatalogue(connection: Connection): Promise<Catalogue> {
  const columns = await readColumns(connection);
  const references = await readReferences(connection);
  return {
    columnsOf(table) {
      const found = columns.get(table);
      if (found === undefined) throw new Error(`There is no table ${table}`);
      return found;
    },
    referencesTo: (table) => references.get(table) ?? [],
  };
}

async function readColumns(connection: Connection): Promise<Columns> {
  const rows = await connection.all(
    `select t.name as table_name, c.name as column_name
     from sqlite_schema t join pragma_table_info(t.name) c
     where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\' order by t.name, c.cid`,
    [],
  );
  const columns: Columns = new Map();
  for (const row of rows) listUnder(columns, String(row.table_name)).push(String(row.column_name));
  return columns;
}

async function readReferences(connection: Connection): Promise<Map<string, Reference[]>> {
  const rows = await connection.all(
    `select t.name as table_name, f."from" as column_name, f."table" as parent, f.on_delete
     from sqlite_schema t join pragma_foreign_key_list(t.name) f where t.type = 'table' order by t.name, f.id`,
    [],
  );
  const references = new Map<string, Reference[]>();
  for (const row of rows) {
    const reference = {
      table: String(row.table_name),
      column: String(row.column_name),
      onDelete: String(row.on_delete),
    };
    listUnder(references, String(row.parent)).push(reference);
  }
  return references;
}

function listUnder<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** How many records the database holds: the rows of every table that has a history. */
export async function countRecords(read: Kysely<Schema>): Promise<number> {
  const tables = await sql<{
    name: string;
  }>`select t.name from sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and c.name = 'version' order by t.name`.execute(read);
  let records = 0;
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      number: number;
    }>`select count(*) as number from ${sql.table(name)}`.execute(read);
    records += rows[0]?.number ?? 0;
  }
  return records;
}
