import { posix } from "node:path";
import ts from "typescript";
import type { SourceFile } from "./source-files.ts";

/** Rings of files that import each other when they run; imports of types alone vanish before. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const imports = new Map(files.map((file) => [file.path, importsOf(file, isTypeOnly)]));
  return rings(imports).filter((ring) => ring.length > 1);
}

/** Every file that a file imports, for its types too. */
export function importsBetween(file: SourceFile): string[] {
  return [...new Set(importsOf(file, () => false))];
}

type Import = ts.ImportDeclaration | ts.ExportDeclaration;

function importsOf({ tree, path }: SourceFile, isLeftOut: (statement: Import) => boolean): string[] {
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    if (from === undefined || !ts.isStringLiteral(from) || isLeftOut(statement)) return [];
    const target = resolve(path, from.text);
    return target === null ? [] : [target];
  });
}

function isTypeOnly(statement: Import): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    clause.name === undefined &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function resolve(from: string, specifier: string): string | null {
  const path = specifier.split("?")[0] ?? "";
  if (path.startsWith("#")) return path.slice(1);
  return path.startsWith(".") ? posix.join(posix.dirname(from), path) : null;
}

/** Strongly connected components (Tarjan 1972). */
export function rings(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (node: string): number => {
    order.set(node, order.size);
    low.set(node, order.size - 1);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      const reach = order.has(next) ? (stack.includes(next) ? order.get(next) : undefined) : visit(next);
      low.set(node, Math.min(low.get(node) ?? 0, reach ?? Number.POSITIVE_INFINITY));
    }
    if (low.get(node) === order.get(node)) found.push(stack.splice(stack.indexOf(node)));
    return low.get(node) ?? 0;
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}
