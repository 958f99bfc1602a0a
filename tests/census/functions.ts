import ts from "typescript";
import { type SourceFile, walk } from "./source-files.ts";

export type Counted = { name: string; path: string; lines: number };

/** Every function with a body, callbacks included; a callback goes by the name of its place. */
export function everyFunction(files: readonly SourceFile[]): Counted[] {
  const found: Counted[] = [];
  for (const { tree, path } of files) {
    walk(tree, (node) => {
      if (isFunction(node)) found.push({ name: nameOf(node), path, lines: linesOf(tree, node) });
    });
  }
  return found;
}

const CALLBACK = "a callback";

/** Those that have a name of their own: declared, kept in a constant or a property, or given to the call that makes one. */
export function namedFunctions(functions: readonly Counted[]): Counted[] {
  return functions.filter(({ name }) => name !== CALLBACK);
}

function isFunction(node: ts.Node): boolean {
  if (ts.isFunctionDeclaration(node)) return node.body !== undefined;
  return ts.isMethodDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

function nameOf(node: ts.Node): string {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? "default";
  if (ts.isMethodDeclaration(node)) return node.name.getText();
  const holder = ts.isCallExpression(node.parent) ? node.parent.parent : node.parent;
  if (ts.isVariableDeclaration(holder)) return holder.name.getText();
  return ts.isPropertyAssignment(node.parent) ? node.parent.name.getText() : CALLBACK;
}

function linesOf(tree: ts.SourceFile, node: ts.Node): number {
  const first = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line;
  return tree.getLineAndCharacterOfPosition(node.getEnd()).line - first + 1;
}

/** A rule is a plain function of a room, of time, of text or of the method. */
function isRule(path: string): boolean {
  return /^app\/(campaign|time|text|method)\/(?!.*(\/pages\/|\.server\.ts$|\.tsx$))/.test(path);
}

/** The exported rules, and those of them that say what they mean. */
export function documentedShare(files: readonly SourceFile[]): { share: number; without: string[] } {
  const exported: { name: string; isDocumented: boolean }[] = [];
  for (const { tree, path } of files.filter((file) => isRule(file.path))) {
    for (const statement of tree.statements) {
      if (!isExportedFunction(statement)) continue;
      const isDocumented = ts.getJSDocCommentsAndTags(statement).length > 0;
      exported.push({ name: `${path} ${namesOf(statement)}`, isDocumented });
    }
  }
  const without = exported.filter((each) => !each.isDocumented).map((each) => each.name);
  return { share: exported.length === 0 ? 1 : 1 - without.length / exported.length, without };
}

function isExportedFunction(node: ts.Statement): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  if (!ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return false;
  if (ts.isFunctionDeclaration(node)) return node.body !== undefined;
  return (
    ts.isVariableStatement(node) &&
    node.declarationList.declarations.some(
      ({ initializer }) => initializer !== undefined && ts.isArrowFunction(initializer),
    )
  );
}

function namesOf(node: ts.Statement): string {
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? "default";
  if (!ts.isVariableStatement(node)) return "";
  return node.declarationList.declarations.map((each) => each.name.getText()).join(", ");
}
