import { writeFile } from "node:fs/promises";
import { migrations } from "#migrations/index.ts";
import { type Connection, openConnection } from "../sqlite3-connection.server.ts";
import { schemaAsTypes } from "./as-types.server.ts";

/** What the files that follow from the migrations should say, by path. */
export async function schemaFiles(): Promise<ReadonlyMap<string, string>> {
  const model = await openConnection(":memory:", "model", new Map());
  try {
    for (const { sql } of migrations) await model.execute(sql);
    return new Map([
      ["db/schema.sql", await schemaAsSql(model)],
      ["db/schema.ts", await schemaAsTypes(model)],
    ]);
  } finally {
    await model.close();
  }
}

/** Every table and view in the order in which it was made, with its indexes and then its triggers, as SQLite keeps them. */
async function schemaAsSql(connection: Connection): Promise<string> {
  const objects = await connection.all(
    `select object.type, object.sql from pragma_table_list as list
       join sqlite_schema as made on made.name = list.name
       join sqlite_schema as object on object.tbl_name = list.name
     where list.schema = 'main' and list.type in ('table', 'virtual', 'view') and object.sql is not null
     order by made.rowid, object.type = 'trigger', object.rowid`,
    [],
  );
  const written = objects.map(
    ({ type, sql }) => `${type === "table" || type === "view" ? "\n" : ""}${String(sql)};\n`,
  );
  return `-- Made by \`npm run schema\` from migrations/, and not edited by hand.\n${written.join("")}`;
}

if (import.meta.main) for (const [path, text] of await schemaFiles()) await writeFile(path, text);
