import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const HINT = /\bhint(?:=|: |=\{|:\n\s+)"([^"\n]+)"/g;

test("a hint of one sentence ends without a full stop, and one of several with it", () => {
  const hints = globSync("app/**/*.{ts,tsx}").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(HINT)].map(([, words = ""]) => words),
  );
  const isSeveral = (words: string) => /[.?!] ["“A-Z0-9]/.test(words);
  expect(hints.length).toBeGreaterThan(100);
  expect(hints.filter((words) => isSeveral(words) && !/[.…?]$/.test(words))).toEqual([]);
  expect(hints.filter((words) => !isSeveral(words) && words.endsWith("."))).toEqual([]);
});
