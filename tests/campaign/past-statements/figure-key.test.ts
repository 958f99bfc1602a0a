import fc from "fast-check";
import { expect, test } from "vitest";
import {
  editionKey,
  figureKey,
  numbersIn,
  saysTheSame,
  valueKey,
} from "#app/campaign/past-statements/figure-key.ts";

test("a figure is of the same thing however it is written, and of another in another year", () => {
  const key = figureKey("United States, share of GDP, 2024");
  for (const what of [
    "united states – share of GDP (2024)",
    "US: share of  GDP, 2024",
    "U.S. share of GDP 2024",
    "U. S. share of GDP—2024",
    "Uníted Stătes, share of GDP,\u00a02024",
  ]) {
    expect([what, figureKey(what)]).toEqual([what, key]);
  }
  expect(figureKey("United States, share of GDP, 2023")).not.toBe(key);
  expect(figureKey("United States, share of GDP, 2024, estimate")).not.toBe(key);
  expect(figureKey("Výdaje na obranu, Česko, 2024")).toBe("vydaje na obranu cesko 2024");
});

test("a value is its numbers and units", () => {
  const same = [
    ["3.19 %", "3.19%", "3,19 per cent", "about 3.190\u00a0percent"],
    ["1,404 billion dollars", "1404 bn USD", "$1 404 billion", "1\u202f404 billion dollars"],
    ["559 billion dollars", "About 559 billion US dollars"],
    ["none seen", "None  seen."],
  ];
  for (const group of same) expect([group, new Set(group.map(valueKey)).size]).toEqual([group, 1]);
  for (const [one, other] of [
    ["3.19 %", "3.38 %"],
    ["138 billion euros", "138 billion dollars"],
    ["138 billion euros", "138 million euros"],
    ["5 %", "5"],
    ["60–64 %", "60 %"],
    ["2.1 %", "21 %"],
  ] as const) {
    expect([one, valueKey(one)]).not.toEqual([one, valueKey(other)]);
  }
});

test("an edition is its publisher and date, whatever words stand around them", () => {
  expect(editionKey("NATO report of April 2025")).toBe(editionKey("NATO, Apr. 2025"));
  expect(editionKey("NATO, April 2025")).not.toBe(editionKey("NATO, August 2025"));
  expect(editionKey("NATO, mid-2024")).not.toBe(editionKey("NATO, 2024"));
  expect(editionKey(null)).toBe("");
});

test("numbers of a text stand alike: thousands without a mark, decimals behind a point", () => {
  expect(numbersIn("In 2024: 1,404 of 3 000,5, then 3,38 and 1.4; F-35.")).toEqual([
    "2024",
    "1404",
    "3000.5",
    "3.38",
    "1.4",
    "35",
  ]);
});

test("what a figure is of does not change with case, blanks and punctuation; every figure says the same as itself", () => {
  const word = fc.stringMatching(/^[a-zá-ž]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(", ", " – ", "  ", "; "),
      (words, mark) => {
        expect(figureKey(words.join(mark).toUpperCase())).toBe(figureKey(words.join(" ").toUpperCase()));
      },
    ),
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (what, value, edition) => {
      expect(saysTheSame({ what, value, edition }, { what, value, edition })).toBe(true);
    }),
  );
});
