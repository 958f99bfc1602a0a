import { expect, test } from "vitest";
import { countMisses, missesNamed } from "#app/campaign/reviews/misses.ts";
import { wordsOf } from "#app/documents/document.ts";
import { leavingPaper } from "../../support/builders/leaving-paper.ts";
import { block, footnote, paper, replyBlock } from "../../support/builders/paper.ts";
import { NO_MISSES } from "../../support/builders/review-in-words.ts";

const internal = footnote("P2", { isInternal: true, reviewBy: "2026-03-31" });
const written = leavingPaper(
  paper([
    block("First.", { footnotes: [footnote("P1")] }),
    replyBlock("We do.", "o1", { heading: "Who pays?", footnotes: [internal, footnote("P1")] }),
  ]),
  { line: "Cleared by Petr Dvořák for the Embassy.", mark: null },
);

test("pieces of a paper that are joined end once: a title that asks, how it leaves, a claim before its date", () => {
  const said = written.sections.flatMap(({ blocks }) =>
    blocks.flatMap((one) => (one.kind === "paragraph" ? one.lines.map(wordsOf) : [])),
  );
  expect(said).toContain("Who pays? Say: “We do.” [1]\u202f [2▲]");
  expect(written.leaving?.line).toBe("Cleared by Petr Dvořák for the Embassy");
  expect(written.marks.further.head[0]?.text).toContain("for the Embassy · Version 2");
  const records = JSON.stringify(written.annex);
  expect(records).toContain("put the cooperation in writing (declarations");
});

test("what is said of one source stands apart", () => {
  expect(written.notes.each[1]?.marks).toEqual(["▲ stale since Wed 1 Apr; INTERNAL, not to be disclosed"]);
});

test("a promise that ends with a full stop is told with its day", () => {
  const late = { id: "p", text: "Send the map.", day: "2026-11-03" } as const;
  const told = countMisses({ ...NO_MISSES, "follow-ups overdue": [late] }).find(({ count }) => count > 0);
  expect(told && missesNamed(told, "2026-11-10")).toBe("Send the map, due Tue 3 Nov");
});
