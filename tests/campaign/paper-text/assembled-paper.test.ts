import { expect, test } from "vitest";
import { assemblePaper, shortSource } from "#app/campaign/paper-text/assembled-paper.ts";
import { withoutCodes } from "#app/campaign/paper-text/without-codes.ts";
import { block, footnote, noteBlock, paper, replyBlock } from "../../support/builders/paper.ts";

const codes = { proofPoints: new Set<string>(), objections: new Map<string, string>() };
const around = { guidance: new Map(), held: new Map(), codes, today: "2026-11-24" } as const;

test("a source is told by who published it, its edition, and its date unless the edition has the year", () => {
  const source = (publisher: string) => ({ title: "A report", publisher, publishedOn: null, address: null });
  const anadolu = footnote("P4", {
    edition: "NATO annual report, April 2025",
    asOf: "2025-04-24",
    sources: [source("Anadolu, by A News"), source("Particle News")],
  });
  expect(shortSource(anadolu)).toBe("Anadolu: NATO annual report, April 2025");
  const declaration = footnote("P10", { sources: [source("Deutsche Welle; European Parliament")] });
  expect(shortSource(declaration)).toBe("Deutsche Welle, 10 Jan 2023");
  expect(shortSource(footnote("P9", { sources: [source("")] }))).toBe("A report, 10 Jan 2023");
  expect(shortSource(footnote("P9", { sources: [], edition: "SIPRI" }))).toBe("SIPRI, 10 Jan 2023");
});

test("sources are numbered once, and a stale one says since when", () => {
  const stale = footnote("P2", { reviewBy: "2026-03-31" });
  const { notes, parts } = assemblePaper(
    paper([
      block("A.", { footnotes: [footnote("P1"), stale] }),
      block("B.", { footnotes: [stale, footnote("P3", { reviewBy: "2026-11-24" })] }),
    ]),
    around,
  );
  expect(notes.map(({ number, stale }) => [number, stale])).toEqual([
    [1, ""],
    [2, "▲ stale since Wed 1 Apr"],
    [3, ""],
  ]);
  expect(parts("points to make").map(({ numbers }) => numbers)).toEqual([
    [1, 2],
    [2, 3],
  ]);
});

test("words to say and guidance stand apart, the library's beside the words it belongs to", () => {
  const guidance = new Map([["o1", "Ask which staff is meant."]]);
  const text = paper([replyBlock("It is done once.", "o1"), noteBlock("Do not improvise.", "o2")]);
  const said = assemblePaper(text, { ...around, guidance }).parts("if raised");
  expect(said.map(({ words, note }) => [words, note])).toEqual([
    ["It is done once.", "Ask which staff is meant."],
    ["", "Do not improvise."],
  ]);
});

test("a code in the words becomes the mark of its source or the name of the objection, and stays no code", () => {
  const known = {
    cited: new Set(["P7", "P11"]),
    proofPoints: new Set(["P5", "P7", "P11"]),
    objections: new Map([["O9", "Look at your own budget"]]),
  };
  expect(withoutCodes("About 60 % (P5, the other edition).", known)).toBe(
    "About 60 % (our source, the other edition).",
  );
  expect(withoutCodes("Point to shared assets (P7), and to mobility (P7, P11).", known)).toBe(
    "Point to shared assets[^P7], and to mobility[^P7][^P11].",
  );
  expect(withoutCodes("The loans are open (P18).", known)).toBe("The loans are open.");
  expect(withoutCodes("About 60 % (P7, the other edition). It brings O9 at once (O9).", known)).toBe(
    "About 60 % (our source[^P7], the other edition). It brings *Look at your own budget* at once (*Look at your own budget*).",
  );
});

test("what only looks like a code stays: an aircraft, a mark that stands already", () => {
  const known = { ...codes, cited: new Set(["P7"]) };
  expect(withoutCodes("The P8 flies[^P7]; O2 and P70 too.", known)).toBe(
    "The P8 flies[^P7]; O2 and P70 too.",
  );
});
