import type { Connection } from "../sqlite3-connection.server.ts";

const HEAD = "-- Made by `npm run schema` from migrations/, and not edited by hand.\n";

/** Every table in the order in which it was made, with its indexes and with what its triggers do; as SQLite keeps it. */
export async function schemaAsSql(connection: Connection): Promise<string> {
  const objects = await connection.all(
    `select object.type, object.sql from pragma_table_list as list
       join sqlite_schema as made on made.name = list.name
       join sqlite_schema as object on object.tbl_name = list.name
     where list.schema = 'main' and list.type in ('table', 'virtual') and object.sql is not null
     order by made.rowid, object.type = 'trigger', object.rowid`,
    [],
  );
  const written = objects.map(({ type, sql }) => `${type === "table" ? "\n" : ""}${String(sql)};\n`);
  return HEAD + written.join("");
}
