import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { schemaFaults } from "#db/check-database.server.ts";
import { schemaAsTypes } from "#db/schema/as-types.server.ts";
import { schemaFiles } from "#db/schema/write.ts";
import { type Connection, openConnection } from "#db/sqlite3-connection.server.ts";
import { migrations } from "#migrations/index.ts";
import { freshDatabase } from "../support/database.ts";

async function inMemory<T>(statements: string, ask: (memory: Connection) => Promise<T>): Promise<T> {
  const memory = await openConnection(":memory:", "model", new Map());
  await memory.execute(statements);
  return ask(memory).finally(() => memory.close());
}

test("the steps are numbered one after the other", () => {
  expect(migrations.map(({ name }) => Number(/^\d{4}(?=-[a-z-]+$)/.exec(name)))).toEqual(
    migrations.map((_, position) => position + 1),
  );
});

test("npm run schema has been run: db/schema.sql and db/schema.ts say what the steps make", async () => {
  for (const [path, text] of await schemaFiles()) expect(await readFile(path, "utf8")).toBe(text);
});

test("db/schema.sql by itself makes the whole schema", async () => {
  const text = (await schemaFiles()).get("db/schema.sql") ?? "";
  expect(await inMemory(text, (memory) => schemaFaults(memory, migrations))).toEqual([]);
});

test("a type says what may be null or left out, which words are allowed, and what the comments say", async () => {
  const made = `
    CREATE TABLE paper (
      -- What is handed over.
      id TEXT PRIMARY KEY,
      -- NULL while nobody
      -- has signed, by hand or otherwise; and then for good, whoever reads it afterwards in the archive.
      signed_on TEXT,
      manner TEXT NOT NULL CHECK (manner IN ('by hand, or so', 'it''s "said" (aloud)')),
      stance INTEGER CHECK (stance BETWEEN 1 AND 5),
      is_open INTEGER NOT NULL DEFAULT 0 CHECK (is_open IN (0, 1)), weight REAL NOT NULL,
      CHECK (signed_on IS NULL OR manner IN ('x')), UNIQUE (signed_on, manner)
    ) STRICT;
    ALTER TABLE paper ADD COLUMN place TEXT NOT NULL DEFAULT '' CHECK (place <> 'a, b');
    CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TABLE clock (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
    CREATE TABLE count (number INTEGER PRIMARY KEY, kind TEXT CHECK (
      kind IN ('the first of very many', 'the second of very many', 'the third of very many', 'the fourth and last'))
    ) STRICT, WITHOUT ROWID;`;
  const types = await inMemory(made, schemaAsTypes);
  expect(types.slice(types.indexOf("export type"))).toBe(`export type Schema = {
  paper: PaperTable;
  line: LineTable;
  clock: ClockTable;
  count: CountTable;
};

/** Typed statements over them; those of \`database.read\` only read. */
export type Queries = Kysely<Schema>;

/** What is handed over. */
type PaperTable = {
  id: string;
  /**
   * NULL while nobody
   * has signed, by hand or otherwise; and then for good, whoever reads it afterwards in the archive.
   */
  signed_on: CalendarDate | null;
  manner: "by hand, or so" | "it's \\"said\\" (aloud)";
  stance: number | null;
  is_open: Generated<0 | 1>;
  weight: number;
  place: Generated<string>;
};

type LineTable = {
  id: Generated<number>;
  text: string;
};

type ClockTable = {
  id: 1;
};

type CountTable = {
  number: number;
  kind:
    | "the first of very many"
    | "the second of very many"
    | "the third of very many"
    | "the fourth and last"
    | null;
};
`);
});

test("each table is strict, and each foreign key says what happens on a deletion", async () => {
  const database = await freshDatabase();
  const loose =
    await sql`select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0
    and name not like 'sqlite%' and name not like 'search_text%'`.execute(database.read);
  const silent = await sql`select t.name, f."from" from sqlite_schema t join pragma_foreign_key_list(t.name) f
    where t.type = 'table' and f.on_delete = 'NO ACTION'`.execute(database.read);
  expect(loose.rows).toEqual([]);
  expect(silent.rows).toEqual([]);
});
