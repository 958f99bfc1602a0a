import fc from "fast-check";
import { expect, test } from "vitest";
import {
  canonicalJson,
  eraseFromFrozen,
  type Json,
  sealOf,
  thawReview,
} from "#app/campaign/reviews/freeze-review.ts";
import { escapeMarks, type NamedPerson, namesOf, withNamesIn } from "#app/campaign/reviews/names-apart.ts";

const claire = { id: "c1", kind: "contact", name: "Claire Dvořák" } as const;
const clara = { id: "c2", kind: "contact", name: "Claire Dvořák Nová" } as const;
const will = { id: "c3", kind: "contact", name: "Will" } as const;

function takeNamesOut(
  content: Json,
  people: readonly NamedPerson[],
  written = (text: string) => text,
): { content: Json; found: (NamedPerson & { number: number })[] } {
  const names = namesOf(people);
  const json = canonicalJson(content, (text) => names.numbered(written(text)));
  return { content: JSON.parse(json), found: names.found() };
}

function back(content: Json, people: readonly { number: number; name: string }[]): Json {
  return JSON.parse(canonicalJson(content), (_, value: unknown) =>
    typeof value === "string" ? withNamesIn(value, people) : value,
  );
}

test("a name is taken out wherever it stands, also in what somebody typed", () => {
  const content = { by: "Claire Dvořák", note: "Call\nClaire Dvořák, says the desk.", n: 2 };
  const { content: apart, found } = takeNamesOut(content, [claire]);
  expect(apart).toEqual({ by: "[person:1]", note: "Call\n[person:1], says the desk.", n: 2 });
  expect(found).toEqual([{ ...claire, number: 1 }]);
  expect(back(apart, [{ number: 1, name: "" }])).toEqual({
    by: "erased person",
    note: "Call\nerased person, says the desk.",
    n: 2,
  });
});

test("a longer name goes before the one that it contains, and a part of a longer word is no name", () => {
  const { content } = takeNamesOut(
    ["Claire Dvořák Nová", "Claire Dvořáková", "Claire Dvořák"],
    [claire, clara],
  );
  expect(content).toEqual(["[person:1]", "Claire Dvořáková", "[person:2]"]);
});

test("a name of one word counts only where it is the whole text", () => {
  const { content } = takeNamesOut(["Will", "Will use it."], [will]);
  expect(content).toEqual(["[person:1]", "Will use it."]);
});

test("a name may hold any sign", () => {
  const names = ["Curtis Mayfield-Ross", "Ann O'Neil (staff)", "A. B. [C] {D} ^$|*+?/\\ E"];
  const people = names.map((name, at) => ({ id: `c${at}`, kind: "contact" as const, name }));
  const { content, found } = takeNamesOut([`Met ${names.join(" and ")} again`], people);
  expect(content).toEqual(["Met [person:1] and [person:2] and [person:3] again"]);
  expect(found.map(({ name }) => name)).toEqual(names);
});

test("of two people with one name the first stands for both", () => {
  const twin = { ...claire, id: "c9" };
  expect(takeNamesOut(["Claire Dvořák"], [claire, twin]).found).toEqual([{ ...claire, number: 1 }]);
});

test("every text comes back as it was, also one that looks like a person's number", () => {
  const words = fc.constantFrom(
    " Claire Dvořák ",
    "[person:1]",
    "[person::",
    "[person:",
    "Will",
    " ",
    "\n",
    "x",
    "]",
  );
  const text = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const { content, found } = takeNamesOut(texts, [claire, clara, will], escapeMarks);
      expect(canonicalJson(content)).not.toContain("Claire Dvořák");
      expect(back(content, found)).toEqual(texts);
    }),
  );
});

test("the same content has the same text and seal, in whatever order it was written", () => {
  expect(canonicalJson({ b: 1, a: [-0, null, "é"] })).toBe('{"a":[0,null,"é"],"b":1}');
  expect(sealOf(canonicalJson({ b: 1, a: 2 }))).toBe(sealOf(canonicalJson({ a: 2, b: 1 })));
  expect(() => canonicalJson([Number.NaN])).toThrow("not finite");
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test("a frozen text comes back, and loses a name, as if each of its values were looked at by itself", () => {
  const people = [claire, { id: "q", kind: "contact", name: 'Ann "Q" \\ O\'Neil' }] as const;
  const piece = fc.constantFrom(
    ...people.map(({ name }) => name),
    ' "',
    "\\",
    ":",
    "\n",
    "[person:",
    "[person:1]",
    "ř😀",
    "{a}",
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      text,
      fc.integer(),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom("by", "note", 'a "key":'), tie("value"), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, fc.constantFrom(...people), (content, person) => {
      const { content: apart, found } = takeNamesOut(content, people, escapeMarks);
      expect(thawReview(canonicalJson(apart), found)).toEqual(back(apart, found));
      const names = namesOf([person], 7);
      const looked = canonicalJson(content, names.numbered);
      expect(eraseFromFrozen(canonicalJson(content), person, 7)).toBe(
        names.found().length === 0 ? null : looked,
      );
    }),
  );
});
