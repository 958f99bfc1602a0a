import type { Catalogue, Reference } from "./catalogue.server.ts";
import { type Connection, guardBoundValues, type Row } from "./sqlite3-connection.server.ts";

/** What one row was and became. A row that was added has no before, a removed one no after. */
export type RecordedRow = { table: string; rowId: string; before: Row | null; after: Row | null };

/** Writes rows and says what each was and became. Table and column names come from the catalogue, never from input. */
export type RowWriter = {
  find(table: string, id: string): Promise<Row | null>;
  /** The rows of these ids that are there, by id. */
  findMany(table: string, ids: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  insert(table: string, row: Row): Promise<RecordedRow>;
  insertMany(table: string, rows: readonly Row[]): Promise<RecordedRow[]>;
  /** Sets columns of a row that is there, and its next version. */
  update(table: string, before: Row, patch: Row): Promise<RecordedRow>;
  /** Removes a row after all rows that go with it (ON DELETE CASCADE), and empties the columns that point to it (SET NULL). */
  remove(table: string, before: Row): Promise<RecordedRow[]>;
  /** Removes rows to which no other points. */
  removeMany(table: string, before: readonly Row[]): Promise<RecordedRow[]>;
  /** Whether any row points to one of these. */
  isReferredTo(table: string, ids: readonly string[]): Promise<boolean>;
};

const EACH = "(select value from json_each(?))";

export function rowWriterOver(connection: Connection, catalogue: Catalogue): RowWriter {
  const writer: RowWriter = {
    ...writesOfMany(connection, catalogue),
    async find(table, id) {
      const rows = await connection.all(`select * from ${name(catalogue, table)} where id = ?`, [id]);
      return rows[0] ?? null;
    },
    async insert(table, row) {
      const columns = columnsGiven(catalogue, table, row);
      const marks = columns.map(() => "?").join(", ");
      const rows = await connection.all(
        `insert into ${name(catalogue, table)} (${quoted(columns)}) values (${marks}) returning *`,
        columns.map((column) => row[column]),
      );
      return added(table, rows[0]);
    },
    async update(table, before, patch) {
      const columns = columnsGiven(catalogue, table, patch);
      const settings = columns.map((column) => `"${column}" = ?, `).join("");
      const rows = await connection.all(
        `update ${name(catalogue, table)} set ${settings}version = version + 1 where id = ? returning *`,
        [...columns.map((column) => patch[column]), before.id],
      );
      return { table, rowId: String(before.id), before, after: present(rows[0]) };
    },
    async remove(table, before) {
      const recorded: RecordedRow[] = [];
      for (const reference of catalogue.referencesTo(table))
        if (isRecorded(catalogue, reference.table))
          recorded.push(...(await release(writer, connection, reference, before.id)));
      await connection.run(`delete from ${name(catalogue, table)} where id = ?`, [before.id]);
      recorded.push({ table, rowId: String(before.id), before, after: null });
      return recorded;
    },
  };
  return writer;
}

/** What is done with many rows in one statement. */
function writesOfMany(
  connection: Connection,
  catalogue: Catalogue,
): Pick<RowWriter, "findMany" | "insertMany" | "removeMany" | "isReferredTo"> {
  return {
    async findMany(table, ids) {
      const rows = await connection.all(`select * from ${name(catalogue, table)} where id in ${EACH}`, [
        JSON.stringify(ids),
      ]);
      return new Map(rows.map((row) => [String(row.id), row]));
    },
    async insertMany(table, rows) {
      const [first] = rows;
      if (first === undefined) return [];
      const columns = columnsGiven(catalogue, table, first);
      const values = columns.map((_, position) => `value ->> ${position}`).join(", ");
      const stored = await connection.all(
        `insert into ${name(catalogue, table)} (${quoted(columns)}) select ${values} from json_each(?) returning *`,
        [JSON.stringify(rows.map((row) => valuesAlike(row, columns)))],
      );
      return stored.map((row) => added(table, row));
    },
    async removeMany(table, before) {
      const ids = before.map(({ id }) => String(id));
      await connection.run(`delete from ${name(catalogue, table)} where id in ${EACH}`, [
        JSON.stringify(ids),
      ]);
      return before.map((row) => ({ table, rowId: String(row.id), before: row, after: null }));
    },
    async isReferredTo(table, ids) {
      const asked = JSON.stringify(ids);
      for (const { table: other, column } of catalogue.referencesTo(table)) {
        const found = await connection.all(`select 1 from "${other}" where "${column}" in ${EACH} limit 1`, [
          asked,
        ]);
        if (found.length > 0) return true;
      }
      return false;
    },
  };
}

async function release(
  writer: RowWriter,
  connection: Connection,
  reference: Reference,
  id: unknown,
): Promise<RecordedRow[]> {
  const recorded: RecordedRow[] = [];
  if (reference.onDelete !== "CASCADE" && reference.onDelete !== "SET NULL") return recorded;
  for (const row of await referring(connection, reference, id)) {
    if (reference.onDelete === "CASCADE") recorded.push(...(await writer.remove(reference.table, row)));
    else recorded.push(await writer.update(reference.table, row, { [reference.column]: null }));
  }
  return recorded;
}

/** Rows with a version have a history; the others (sessions, figures) go with their record by themselves. */
function isRecorded(catalogue: Catalogue, table: string): boolean {
  return catalogue.columnsOf(table).includes("version");
}

function referring(connection: Connection, { table, column }: Reference, id: unknown): Promise<Row[]> {
  return connection.all(`select * from "${table}" where "${column}" = ?`, [id]);
}

function added(table: string, row: Row | undefined): RecordedRow {
  const after = present(row);
  return { table, rowId: String(after.id), before: null, after };
}

function present(row: Row | undefined): Row {
  if (row === undefined) throw new Error("SQLite returned no row for a write");
  return row;
}

function name(catalogue: Catalogue, table: string): string {
  catalogue.columnsOf(table);
  return `"${table}"`;
}

function columnsGiven(catalogue: Catalogue, table: string, row: Row): string[] {
  const known = catalogue.columnsOf(table);
  const columns = Object.keys(row);
  for (const column of columns)
    if (!known.includes(column)) throw new Error(`${table} has no column ${column}`);
  return columns;
}

function valuesAlike(row: Row, columns: readonly string[]): unknown[] {
  if (Object.keys(row).length !== columns.length)
    throw new Error("Rows put in together must have the same columns");
  return guardBoundValues(columns.map((column) => row[column]));
}

function quoted(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(", ");
}
