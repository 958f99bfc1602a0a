import fc from "fast-check";
import { expect, test } from "vitest";
import { indexQuery, markMatches, searchWords } from "#app/text/search-words.ts";

test("what is no letter or digit only separates the words looked for", () => {
  expect(searchWords('armed "services" OR (x) NEAR/2 -y*')).toEqual([
    "armed",
    "services",
    "OR",
    "x",
    "NEAR",
    "2",
    "y",
  ]);
});

test("every word is quoted and looked for as the beginning of a word", () => {
  expect(indexQuery(["armed", "OR"])).toBe('"armed"* "OR"*');
});

test("no typed text brings a quote or a NUL into the query of the index", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
      expect(indexQuery(searchWords(typed))).toMatch(/^("[\p{L}\p{M}\p{N}]{1,40}"\*( |$)){0,8}$/u);
    }),
  );
});

test("eight words are looked for at most", () => {
  expect(searchWords("1 2 3 4 5 6 7 8 9")).toHaveLength(8);
});

test("a match is marked blind to case and diacritics, at the beginning of a word only", () => {
  expect(markMatches("Jiří Černý, černá, nečerný", searchWords("cern"))).toEqual([
    { text: "Jiří ", isMatch: false },
    { text: "Čern", isMatch: true },
    { text: "ý, ", isMatch: false },
    { text: "čern", isMatch: true },
    { text: "á, nečerný", isMatch: false },
  ]);
});

test("the marked parts put together are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, typed) => {
      const parts = markMatches(text, searchWords(typed));
      expect(parts.map((part) => part.text).join("")).toBe(text.normalize("NFC"));
    }),
  );
});
