import fc from "fast-check";
import { expect, test } from "vitest";
import { explainControlCharacter, findControlCharacter } from "#app/text/text-limits.ts";

test("a control character is named with its place", () => {
  const found = findControlCharacter("First line\nšČ👩\u000bnext");
  expect(found).toEqual({ codePoint: "U+000B", line: 2, character: 4 });
  expect(found && explainControlCharacter(found)).toBe(
    "Remove the control character U+000B on line 2, at character 4: a paper cannot contain it",
  );
  expect(findControlCharacter("a\rb")).toMatchObject({ codePoint: "U+000D" });
  expect(findControlCharacter("a\u0085")).toMatchObject({ codePoint: "U+0085" });
});

test("what Word puts on the clipboard is text: quotes, tabs between cells, hard spaces, invisible characters", () => {
  expect(findControlCharacter("“Šest”\tz\u00a0deseti\n– ’\u200b\u00ad\ufeff 👩‍💻")).toBeNull();
});

test("a text without control characters is never refused", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const clean = text.replaceAll(/[^\P{Cc}\t\n]/gu, "");
      expect(findControlCharacter(clean)).toBeNull();
    }),
  );
});
