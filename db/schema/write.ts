import { writeFile } from "node:fs/promises";
import { migrations } from "#migrations/index.ts";
import { openConnection } from "../sqlite3-connection.server.ts";
import { schemaAsSql } from "./as-sql.server.ts";
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

if (import.meta.main) for (const [path, text] of await schemaFiles()) await writeFile(path, text);
