import { expect, test } from "vitest";
import { compareVersions } from "#app/domain/talking-points/compare-versions.ts";
import { unseenDifference, wordDifference } from "#app/domain/talking-points/word-difference.ts";
import { block, paper } from "../../support/builders/paper.ts";

const first = block("Allies spend more.", { id: "first" });
const second = block("Most meet the guideline.", { id: "second" });

test("a block is compared with itself, word by word", () => {
  const [row] = compareVersions(paper([first]), paper([{ ...first, text: "Allies spend much more." }]));
  expect(row?.words.filter((part) => part.kind === "added").map((part) => part.text.trim())).toEqual([
    "much",
  ]);
});

test("blocks that came and went stand alone in their row", () => {
  const rows = compareVersions(paper([first]), paper([second]));
  expect(rows.map((row) => [row.before?.id ?? null, row.after?.id ?? null])).toEqual([
    [null, "second"],
    ["first", null],
  ]);
});

test("blocks that changed places are marked as moved, those beside a removed one are not", () => {
  const moved = compareVersions(paper([first, second]), paper([second, first]));
  expect(moved.map((row) => row.isMoved)).toEqual([true, true]);
  const shortened = compareVersions(paper([first, second]), paper([second]));
  expect(shortened.map((row) => row.isMoved)).toEqual([false, false]);
});

test("the two texts can be read back from their difference", () => {
  const parts = wordDifference("One  two\nthree.", "One two\nfour.");
  const side = (leftOut: string) =>
    parts
      .filter((part) => part.kind !== leftOut)
      .map((part) => part.text)
      .join("");
  expect(side("added")).toBe("One  two\nthree.");
  expect(side("removed")).toBe("One two\nfour.");
});

test("a difference that nobody can see is named by its code points, one that can be seen is not", () => {
  expect(unseenDifference("a b", "a\u00A0b")).toEqual(["U+0020", "U+00A0"]);
  expect(unseenDifference("ab", "a\u200Bb")).toEqual(["U+200B"]);
  expect(unseenDifference("ab", "ac")).toEqual([]);
  expect(unseenDifference("ab", "ab")).toEqual([]);
});
