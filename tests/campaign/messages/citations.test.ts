import { expect, test } from "vitest";
import {
  explainCited,
  hasSeveralEditions,
  mayDelete,
  sideBySide,
} from "#app/campaign/messages/proof-points/citations.ts";

const NOTHING = { messages: [], objections: [], papers: [] };

test("only a proof point that nothing cites may be deleted", () => {
  expect(mayDelete(NOTHING)).toBe(true);
  expect(mayDelete({ ...NOTHING, messages: [2] })).toBe(false);
  expect(mayDelete({ ...NOTHING, objections: ["O1"] })).toBe(false);
  expect(mayDelete({ ...NOTHING, papers: ["State"] })).toBe(false);
});

test("a refused deletion names what cites the proof point, eight at most, and says to retire it", () => {
  const P1 = { code: "P1", retiredAt: null };
  const by = { messages: [1, 2], objections: ["O1"], papers: ["State", "Pentagon"] };
  expect(explainCited(P1, by)).toBe(
    "P1 is cited by message 1, message 2, objection O1, the paper “State” and the paper “Pentagon”, so it cannot be deleted. Retire it instead, so that nothing new can cite it",
  );
  const retired = { code: "P1", retiredAt: "2026-11-10T12:00:00Z" };
  expect(explainCited(retired, { ...NOTHING, messages: [1] })).toBe(
    "P1 is cited by message 1, so it cannot be deleted",
  );
  const many = { ...NOTHING, papers: Array.from({ length: 10 }, (_, index) => `Paper ${index}`) };
  expect(explainCited(P1, many)).toContain("the paper “Paper 7” and 2 more, so");
});

test("one value in one edition, told by two proof points, is one edition; another value or edition is another", () => {
  const figure = {
    what: "Share",
    value: "3.19 %",
    edition: "April",
    code: "P1",
    asOf: "2025",
    reviewBy: null,
  };
  const several = (other: Partial<typeof figure>) =>
    sideBySide([figure, { ...figure, code: "P2", ...other }]).map(hasSeveralEditions);
  expect(several({})).toEqual([false]);
  expect(several({ value: "3.38 %" })).toEqual([true]);
  expect(several({ edition: "June" })).toEqual([true]);
  expect(several({ what: " SHARE " })).toEqual([false]);
  expect(several({ what: "Another" })).toEqual([false, false]);
});
