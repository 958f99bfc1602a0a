import ts from "typescript";
import { type SourceFile, walk } from "./source-files.ts";

const EMPTY_WORDS = new Set(
  "util utils helper helpers service services manager handle handler handlers stuff thing things".split(" "),
);
/** Says nothing as a whole name; part of a longer one it may be a word of the field. */
const EMPTY_NAMES = new Set([
  "common",
  "misc",
  "data",
  "info",
  "obj",
  "tmp",
  "temp",
  "foo",
  "bar",
  "res",
  "ret",
  "val",
]);

/** Names of files, folders and declarations that do not say what the thing is. */
export function namesOfNoMeaning(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, tree }) => [
    ...path
      .split(/[/.]/)
      .filter((part) => saysNothing(part))
      .map((part) => `${path}: ${part}`),
    ...declaredNames(tree)
      .filter(saysNothing)
      .map((name) => `${path}: ${name}`),
  ]);
}

function saysNothing(name: string): boolean {
  if (EMPTY_NAMES.has(name)) return true;
  return name.split(/[-_]|(?=[A-Z])/).some((word) => EMPTY_WORDS.has(word.toLowerCase()));
}

function declaredNames(tree: ts.SourceFile): string[] {
  const names: string[] = [];
  walk(tree, (node) => {
    const isDeclared =
      ts.isFunctionDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isClassDeclaration(node);
    if (isDeclared && node.name !== undefined && ts.isIdentifier(node.name)) names.push(node.name.text);
  });
  return names;
}
