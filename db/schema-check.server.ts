import type { Migration } from "#migrations/index.ts";
import { type Connection, openConnection } from "./sqlite3-connection.server.ts";

type Objects = ReadonlyMap<string, string>;

/** Tables, indexes, triggers and views that are missing, other than their steps make them, or not ours. */
export async function schemaFaults(
  connection: Connection,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const found = await objectsOf(connection);
  const expected = await expectedBy(migrations);
  const faults: string[] = [];
  for (const [name, made] of expected) {
    const present = found.get(name);
    if (present === undefined) faults.push(`the ${name} is missing`);
    else if (present !== made) faults.push(`the ${name} was changed`);
  }
  for (const name of found.keys()) if (!expected.has(name)) faults.push(`the ${name} is not ours`);
  return faults;
}

// A quoted name that matches no column is read by SQLite as a text, so a missing column would go unnoticed.
async function expectedBy(migrations: readonly Migration[]): Promise<Objects> {
  const model = await openConnection(":memory:", "model", new Map());
  try {
    for (const migration of migrations) await model.execute(migration.sql);
    return await objectsOf(model);
  } finally {
    await model.close();
  }
}

async function objectsOf(connection: Connection): Promise<Objects> {
  const rows = await connection.all(
    `select type || ' ' || name as object, coalesce(sql, '') as made from sqlite_schema
     where name not like 'sqlite\\_stat%' escape '\\' and name <> 'migration' and name <> 'sqlite_autoindex_migration_1'
     order by name`,
    [],
  );
  return new Map(rows.map(({ object, made }) => [String(object), String(made)]));
}
