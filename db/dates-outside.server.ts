import { type Kysely, sql } from "kysely";
import { FIRST_DAY, LAST_DAY } from "#app/time/calendar-date.ts";
import { formatDate } from "#app/time/format.ts";
import type { Schema } from "./schema.ts";

/** So many values of a column lie outside the product's calendar. */
export type DatesOutside = { table: string; column: string; count: number };

/** How a column is called that holds a day, a wall time or an instant; some so called hold an account or a number. */
const DATE_NAMES = /(?:^|_)(?:on|at|day|by|of|from|until|start|end|expires|slot)$|^wall_/;

/**
 * The columns with dates outside 1 January 1900 to 31 December 2199. No form and no file brings such in, but an older
 * version or another program may have. Source: DOMAIN.md, rule 14.
 */
export async function listDatesOutside(read: Kysely<Schema>): Promise<DatesOutside[]> {
  const outside: DatesOutside[] = [];
  for (const { table, column } of await listDateColumns(read)) {
    const value = sql.ref(column);
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
      where (${value} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' or ${value} glob '[+-][0-9]*')
        and (${value} < ${FIRST_DAY} or ${value} > ${`${LAST_DAY}U`})`.execute(read);
    const count = Number(rows[0]?.count ?? 0);
    if (count > 0) outside.push({ table, column, count });
  }
  return outside;
}

/** What search keeps is a copy. */
async function listDateColumns(read: Kysely<Schema>): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select tables.name as "table", columns.name as "column"
    from sqlite_schema tables join pragma_table_info(tables.name) columns
    where tables.type = 'table' and columns.type = 'TEXT' and tables.name not like 'search%'
    order by tables.name, columns.cid`.execute(read);
  return rows.filter(({ column }) => DATE_NAMES.test(column));
}

/** What is said at start: "follow_up.due_on holds 2 dates outside 1 Jan 1900 to 31 Dec 2199: …". */
export function datesOutsideInWords({ table, column, count }: DatesOutside): string {
  const dates = count === 1 ? "1 date" : `${count} dates`;
  return `${table}.${column} holds ${dates} outside ${formatDate(FIRST_DAY)} to ${formatDate(LAST_DAY)}: correct the records, until then nothing is counted from them.`;
}
