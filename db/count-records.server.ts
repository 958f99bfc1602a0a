import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

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
