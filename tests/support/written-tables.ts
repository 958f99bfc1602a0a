import { globSync, readFileSync } from "node:fs";
import ts from "typescript";

/** What the tables of `db/schema.ts` are called. */
export function tableNames(): string[] {
  const tables = readFileSync("db/schema.ts", "utf8").matchAll(/^ {2}(\w+): \w+Table;$/gm);
  return [...tables].map((match) => match[1] ?? "").sort();
}

let known: Map<string, Set<string>> | null = null;

/** The files that write each table: a call like `change.insert("outcome", …)` or `write.insertInto("session")`. */
export function writersByTable(): Map<string, Set<string>> {
  known ??= findWriters();
  return known;
}

function findWriters(): Map<string, Set<string>> {
  const tables = new Set(tableNames());
  const writers = new Map<string, Set<string>>();
  for (const path of globSync("{app,db}/**/*.{ts,tsx}")) {
    const tree = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    for (const table of tablesWritten(tree)) {
      if (!tables.has(table)) continue;
      writers.set(table, (writers.get(table) ?? new Set()).add(path.replaceAll("\\", "/")));
    }
  }
  return writers;
}

const WRITING = new Set([
  "insert",
  "insertMany",
  "insertUnrecorded",
  "update",
  "remove",
  "insertInto",
  "updateTable",
  "deleteFrom",
]);

function tablesWritten(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments;
      if (WRITING.has(node.expression.name.text) && first !== undefined && ts.isStringLiteral(first))
        found.push(first.text);
    }
    if (ts.isStringLiteralLike(node)) found.push(...tablesInSql(node.text));
    node.forEachChild(look);
  };
  look(tree);
  return found;
}

function tablesInSql(text: string): string[] {
  return [...text.matchAll(/\b(?:insert (?:or \w+ )?into|update|delete from) (\w+)/gi)].map(
    (match) => match[1] ?? "",
  );
}
