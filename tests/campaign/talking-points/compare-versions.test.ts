import { expect, test } from "vitest";
import { compareVersions } from "#app/campaign/talking-points/versions/compare-versions.ts";
import { unseenDifference, wordDifference } from "#app/campaign/talking-points/versions/word-difference.ts";
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

test("versions that differ in more words than anybody reads are shown as replaced whole, the more blocks the sooner", () => {
  const words = Array.from({ length: 1_900 }, (_, at) => `word${at}`);
  const every = (count: number) => words.map((word, at) => (at % count === 0 ? `new${at}` : word)).join(" ");
  const blocks = (count: number) => [1, 2, 3, 4].map((id) => block(every(count), { id: `b${id}` }));
  const kindsOf = (changed: number) =>
    compareVersions(paper(blocks(10_000)), paper(blocks(changed))).map((row) => row.words.length);
  expect(kindsOf(3)).toEqual([2, 2, 2, 2]);
  expect(Math.min(...kindsOf(20))).toBeGreaterThan(100);
});

test("two texts that differ in very much that cannot be seen have all of it named", () => {
  const hidden = "\u200B\u200C".repeat(5_000);
  expect(unseenDifference("ab", `a${hidden}b`)).toEqual(["U+200B", "U+200C"]);
});
