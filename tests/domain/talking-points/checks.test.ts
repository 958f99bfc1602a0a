import { expect, test } from "vitest";
import { checkPaper, readingMinutes } from "#app/domain/talking-points/checks.ts";
import { type CurrentWording, isAllClearedWording } from "#app/domain/talking-points/cleared-wording.ts";
import type { Block } from "#app/domain/talking-points/talking-points.ts";
import { block, footnote, messageBlock, paper } from "../../support/builders/paper.ts";

const TODAY = "2026-11-24";
const sourced = { footnotes: [footnote()] };

function wordingToday(of: Block, given: Partial<CurrentWording> = {}): CurrentWording {
  const text = of.origin.kind === "own words" ? "" : of.origin.text;
  return { blockId: of.id, text, isCleared: true, revisionId: "revision-1", ...given };
}

function checksOf(
  blocks: readonly Block[],
  wordings: readonly CurrentWording[] = blocks.map((one) => wordingToday(one)),
) {
  return checkPaper(paper(blocks), wordings, TODAY);
}

test("six points are enough, the seventh is warned about", () => {
  const points = Array.from({ length: 7 }, (_, index) => messageBlock(`Point ${index}.`, sourced));
  expect(checksOf(points.slice(0, 6))).toEqual([]);
  expect(checksOf(points)).toEqual([{ check: "too many points", count: 7 }]);
});

test("a point to make needs a source, a line to avoid does not", () => {
  expect(checksOf([messageBlock("A claim.")])).toMatchObject([{ check: "no source" }]);
  expect(checksOf([messageBlock("Not this.", { section: "avoid" })])).toEqual([]);
});

test("a proof point is stale from the day after its review date, and named once", () => {
  const cites = (reviewBy: string) => ({ footnotes: [footnote("P17", { reviewBy })] });
  expect(checksOf([messageBlock("A.", cites(TODAY))])).toEqual([]);
  const stale = cites("2026-11-23");
  expect(checksOf([messageBlock("A.", stale), messageBlock("B.", stale)])).toMatchObject([
    { check: "stale source", since: "2026-11-23" },
  ]);
});

test("a proof point that must not be disclosed is named", () => {
  const internal = { footnotes: [footnote("P16", { isInternal: true })] };
  expect(checksOf([messageBlock("A.", internal)])).toMatchObject([{ check: "internal source" }]);
});

test("own words, altered words and wording that is not cleared at its origin are told apart", () => {
  const own = block("Ours.", sourced);
  const altered = messageBlock("As it was.", { text: "As it is.", ...sourced });
  const uncleared = messageBlock("Draft.", sourced);
  const wordings = [wordingToday(altered, { text: "Draft." }), wordingToday(uncleared, { isCleared: false })];
  const alteredNow = { ...altered, origin: { kind: "objection", id: "O1", text: "Draft." } } as const;
  const kinds = checksOf([own, alteredNow, uncleared], wordings).map(
    (one) => one.check === "wording" && one.wording.wording,
  );
  expect(kinds).toEqual(["own words", "altered", "not cleared at its origin"]);
});

test("a newer cleared wording at the origin is offered, a newer draft is not", () => {
  const point = messageBlock("As it was.", sourced);
  const newer = wordingToday(point, { text: "As it is now.", revisionId: "revision-2" });
  expect(checksOf([point], [newer])).toMatchObject([
    { wording: { wording: "changed at its origin", current: { revisionId: "revision-2" } } },
  ]);
});

test("only cleared wording used unaltered in every block is all cleared wording", () => {
  const point = messageBlock("A.", sourced);
  expect(isAllClearedWording([point], [wordingToday(point)])).toBe(true);
  expect(isAllClearedWording([point, block("Ours.")], [wordingToday(point)])).toBe(false);
  expect(isAllClearedWording([point], [])).toBe(false);
});

test("points to make are read aloud at 130 words a minute; what is only raised is not counted", () => {
  const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
  const text = paper([block(words(260)), block(words(500), { section: "if raised" })]);
  expect(readingMinutes(text)).toBe(2);
});
