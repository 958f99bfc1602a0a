import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import ts from "typescript";
import { expect, test } from "vitest";
import { freshDatabase } from "../support/database.ts";

type Column = { table: string; column: string; isNullable: boolean };

/** What schema.ts says, read by the compiler: its types are gone when the product runs. */
function declaredColumns(): Column[] {
  const file = fileURLToPath(new URL("../../db/schema.ts", import.meta.url));
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const declaration = source?.statements.find(ts.isTypeAliasDeclaration);
  if (declaration === undefined) throw new Error("schema.ts declares no type");
  return checker
    .getTypeAtLocation(declaration.name)
    .getProperties()
    .flatMap((table) =>
      checker
        .getTypeOfSymbol(table)
        .getProperties()
        .map((column) => ({
          table: table.name,
          column: column.name,
          isNullable: isNullable(checker.getTypeOfSymbol(column)),
        })),
    );
}

function isNullable(type: ts.Type): boolean {
  return type.isUnion() && type.types.some((part) => (part.flags & ts.TypeFlags.Null) !== 0);
}

const inOrder = (columns: readonly Column[]) =>
  columns.map(({ table, column, isNullable }) => `${table}.${column}${isNullable ? " or null" : ""}`).sort();

test("schema.ts names each table and column that the migrations make, and which may be null", async () => {
  const database = await freshDatabase();
  const { rows } = await sql<{ table: string; column: string; may_be_null: number }>`
    select t.name as "table", c.name as "column", (c."notnull" = 0 and c.pk = 0) as may_be_null
    from sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name <> 'migration' and t.name not like 'search_text%' and t.name not like 'sqlite%'
  `.execute(database.read);
  const stored = rows.map((row) => ({
    table: row.table,
    column: row.column,
    isNullable: row.may_be_null === 1,
  }));
  expect(inOrder(declaredColumns())).toEqual(inOrder(stored));
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
