import { expect, test } from "vitest";
import { termsInWords } from "#app/campaign/new-congress/next-congress.ts";

const house = (ending: number, held: number) => ({ chamber: "house", ending, held });
const senate = (ending: number, held: number) => ({ chamber: "senate", ending, held });

test.for([
  [
    [house(435, 435), senate(33, 100)],
    "the terms for all 435 seats in the House and 33 of the 100 seats in the Senate end on that day.",
  ],
  [[house(1, 1), senate(0, 1)], "the term for the one seat in the House ends on that day."],
  [[house(0, 1), senate(1, 2)], "the term for one of the two seats in the Senate ends on that day."],
  [[house(0, 1), senate(0, 2)], "no term ends on that day."],
] as const)("%j", ([terms, words]) => {
  expect(termsInWords(terms)).toBe(`According to the list of Congress, ${words}`);
});
