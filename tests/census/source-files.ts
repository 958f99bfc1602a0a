import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export type SourceFile = { path: string; lines: number; isTest: boolean; tree: ts.SourceFile };

/** Every TypeScript file of the project that somebody wrote, with its syntax tree. */
export function readSourceFiles(): SourceFile[] {
  return globSync("{app,db,migrations,tests}/**/*.{ts,tsx}", { cwd: ROOT })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, text: readFileSync(ROOT + path, "utf8") }))
    .filter(({ text }) => !text.startsWith("// Made by `npm run "))
    .map(({ path, text }) => {
      const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      return { path, lines: text.trimEnd().split("\n").length, isTest: path.startsWith("tests/"), tree };
    });
}

/** Calls `see` for every node of a tree. */
export function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => walk(child, see));
}
