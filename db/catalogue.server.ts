import type { Migration } from "#migrations/index.ts";
import { DatabaseRefused } from "./database-trouble.server.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";

/** A foreign key from the view of the row that it points to. */
export type Reference = { table: string; column: string; onDelete: string };

/** The tables of the file with their columns in order, and what points to each of them. */
export type Catalogue = {
  columnsOf(table: string): readonly string[];
  referencesTo(table: string): readonly Reference[];
};

type Columns = Map<string, string[]>;

/** Reads the catalogue of a migrated file, and refuses a file that lacks a table or a column of the schema. */
export async function readCatalogue(
  connection: Connection,
  migrations: readonly Migration[],
  path: string,
): Promise<Catalogue> {
  const columns = await readColumns(connection);
  refuseMissing(columns, await columnsOfSchema(migrations), path);
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

/** The schema as its steps make it, in memory: what this version expects of every file. */
async function columnsOfSchema(migrations: readonly Migration[]): Promise<Columns> {
  const model = await openConnection(":memory:", "model", new Map());
  try {
    for (const migration of migrations) await model.execute(migration.sql);
    return await readColumns(model);
  } finally {
    await model.close();
  }
}

// A quoted name that matches no column is read by SQLite as a text, so a missing column would go unnoticed.
function refuseMissing(found: Columns, expected: Columns, path: string): void {
  for (const [table, columns] of expected) {
    const present = found.get(table);
    if (present === undefined)
      throw new DatabaseRefused(`${path} lacks the table ${table}: restore a backup.`);
    for (const column of columns) {
      if (!present.includes(column))
        throw new DatabaseRefused(`${path} lacks the column ${table}.${column}: restore a backup.`);
    }
  }
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
