import fc from "fast-check";
import { expect, test } from "vitest";
import { placeInJson } from "#app/campaign/contacts/congress/json-place.ts";

const list = `[
  { "name": "one", "seats": [1, 2] },
  {
    "name": "two",
    "seats": [
      3,
      { "deep": null }
    ]
  }
]`;

test("a value is found on its own line", () => {
  expect(placeInJson(list, [1, "name"])).toEqual({ line: 4, fault: null });
  expect(placeInJson(list, [1, "seats", 1, "deep"])).toEqual({ line: 7, fault: null });
});

test("a missing value is placed at the record that lacks it", () => {
  expect(placeInJson(list, [1, "owner"])).toEqual({ line: 3, fault: null });
});

test("the first fault of syntax is named with its line", () => {
  expect(placeInJson('{\n"a" 1}', [])).toEqual({ line: 2, fault: 'a colon is expected, but "1}" was found' });
  expect(placeInJson("[1,\n2,\n]", []).line).toBe(3);
  expect(placeInJson('["a",\n"b]', [])).toEqual({ line: 2, fault: "a quotation mark is not closed" });
});

test("a text cut off names the line on which it ends", () => {
  expect(placeInJson(list.slice(0, list.indexOf("3,")).trimEnd(), [])).toEqual({
    line: 5,
    fault: "the file ends too early",
  });
});

test("a fault is seen exactly where the language's own parser sees one", () => {
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "]", "{", '"', "0", "x", " "))
    .map(
      ([text, at, put]) =>
        text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1),
    );
  fc.assert(
    fc.property(damaged, (text) => {
      expect(placeInJson(text, []).fault === null, text).toBe(isJson(text));
    }),
    { numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
