import { expect, test } from "vitest";
import {
  receptionOfRevision,
  type WordedNote,
  wordingReport,
  wordingsInWords,
  workOutWordings,
} from "#app/campaign/effectiveness/wordings/wordings-used.ts";

import { DEFAULT_PARAMETERS } from "#app/method/parameters.ts";

const question = { asOfDay: 20_000, parameters: DEFAULT_PARAMETERS };
const AUDIENCES = [
  { id: "a1", priority: 1 },
  { id: "a2", priority: 2 },
];

const said = (
  wording: WordedNote["wording"],
  sum: number,
  daysAgo: number,
  more: Partial<WordedNote> = {},
): WordedNote => ({
  day: question.asOfDay - daysAgo,
  raterId: "jana",
  kind: "meeting note",
  ratings: 1,
  sum,
  wording,
  revisionId: null,
  framingId: null,
  ...more,
});

const report = (notes: readonly WordedNote[]) =>
  wordingReport([workOutWordings("a1", notes, question)], AUDIENCES, question);

test("a message's ratings are told apart by the words in which it was said, those of a framing by themselves", () => {
  const { ratings, recorded, wordings } = report([
    said("as written", 1, 3),
    said("as written", 2, 5, { framingId: "f1" }),
    said("in other words", 0, 8, { framingId: "f1" }),
    said(null, -2, 9),
    said("as written", -2, -4),
  ]);
  expect([ratings, recorded]).toEqual([4, 3]);
  expect(wordings.map(({ key, figure }) => [key, figure.notes])).toEqual([
    ["f1", 1],
    ["as written", 1],
    ["in other words", 1],
  ]);
});

test("wordings that §7 has no word for cannot be told apart", () => {
  const alike = report([said("as written", 1, 3), said("in other words", 1, 3)]);
  expect(wordingsInWords(alike, ["As written", "In other words"])).toBe("cannot tell them apart");
  const clear = report([
    ...[1, 9, 17, 25].map((ago) => said("in other words", 2, ago)),
    ...[2, 10, 18, 26].map((ago) => said("as written", -2, ago)),
  ]);
  expect(wordingsInWords(clear, ["In other words", "As written"])).toMatch(
    /^“In other words” is almost surely better received than “As written” \(/,
  );
  expect(wordingsInWords(report([]), [])).toBe("none recorded yet");
  expect(wordingsInWords(report([said("as written", 1, 3)]), ["As written"])).toBe("one so far");
});

test("the present wording stands by itself, and audiences that have left are left out", () => {
  const notes = [
    said("as written", -2, 300, { revisionId: "r1" }),
    said("as written", 2, 3, { revisionId: "r2" }),
    said("as written", 2, 2, { revisionId: "r2" }),
  ];
  const cells = [workOutWordings("a1", notes, question), workOutWordings("gone", notes, question)];
  const newest = receptionOfRevision(cells, AUDIENCES, "r2", question);
  expect(newest).toMatchObject({ notes: 2, raw: 2 });
  expect(newest!.mean).toBeGreaterThan(0.5);
  expect(receptionOfRevision(cells, AUDIENCES, "r3", question)).toBeNull();
});
