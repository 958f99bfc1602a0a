import fc from "fast-check";
import { expect, test } from "vitest";
import { citedCodes, parseMarks, plainWords, type Run } from "#app/text/marks.ts";
import { unbroken } from "#app/ui/marked-text.tsx";

/** A run in short: words with b for strong, i for emphasis, and where they link to. */
function short(run: Run): string {
  if (run.kind === "footnote") return `^${run.code}`;
  const look = `${run.isStrong ? "b" : ""}${run.isEmphasis ? "i" : ""}`;
  return `${look}(${run.text})${run.address === null ? "" : ` ${run.address}`}`;
}
const read = (text: string) => parseMarks(text).map(short);

test("strong, emphasis, a link and a footnote are read", () => {
  expect(read("Europe **can** carry *more*[^P3], see [NATO](https://nato.int/a).")).toEqual([
    "(Europe )",
    "b(can)",
    "( carry )",
    "i(more)",
    "^P3",
    "(, see )",
    "(NATO) https://nato.int/a",
    "(.)",
  ]);
});

test("marks stand in one another, around and in a link, and in a word", () => {
  expect(read("***both***")).toEqual(["bi(both)"]);
  expect(read("**a *b***")).toEqual(["b(a )", "bi(b)"]);
  expect(read("*a **b***")).toEqual(["i(a )", "bi(b)"]);
  expect(read("**see [*it*](https://a.cz)**")).toEqual(["b(see )", "bi(it) https://a.cz"]);
  expect(read("ne**vidím**")).toEqual(["(ne)", "b(vidím)"]);
});

test("a mark without its partner stands as it was typed", () => {
  for (const text of [
    "**a",
    "a**",
    "* a *",
    "2 * 3 * 4",
    "2*3*4",
    "****",
    "*a\nb*",
    "[a]",
    "[a](b",
    "[^]",
    "[^P 3]",
    "[](https://a.cz)",
  ]) {
    expect(read(text)).toEqual([`(${text})`]);
  }
  expect(read("*a **b*")).toEqual(["i(a **b)"]);
});

test("only web and mail addresses are links; anything else is plain text", () => {
  expect(read("[write](mailto:press@mzv.cz)")).toEqual(["(write) mailto:press@mzv.cz"]);
  expect(read("[a](https://en.wikipedia.org/wiki/A_(b))")).toEqual([
    "(a) https://en.wikipedia.org/wiki/A_(b)",
  ]);
  for (const address of [
    "javascript:alert(1)",
    "JAVASCRIPT:x",
    "data:text/html,x",
    "//a.cz",
    "/a",
    "https://u:p@a.cz",
  ]) {
    expect(read(`[a](${address})`)).toEqual([`([a](${address}))`]);
  }
});

test("a backslash makes a mark a plain character, and is one before anything else", () => {
  expect(read(String.raw`\*a\* \[^P3] \\ C:\x`)).toEqual([String.raw`(*a* [^P3] \ C:\x)`]);
  expect(read(String.raw`[a\]b](https://a.cz)`)).toEqual(["(a]b) https://a.cz"]);
});

test("the words are what is read aloud; a proof point cited twice is named once", () => {
  expect(plainWords("**Europe** [pays](https://a.cz)[^P2] more[^P1][^P2].")).toBe("Europe pays more.");
  expect(citedCodes("a[^P2] b[^P1] c[^P2]")).toEqual(["P2", "P1"]);
});

const PIECES = [
  "*",
  "**",
  "***",
  "[",
  "]",
  "](",
  ")",
  "[^P3]",
  "\\",
  "\n",
  " ",
  "a",
  "š",
  "https://a.cz",
  "javascript:",
  "🙂",
];
const notated = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(""));

test("every text is read, no text is made up, and no run is empty or like its neighbour", () => {
  fc.assert(
    fc.property(fc.oneof(notated, fc.string({ unit: "binary" })), (text) => {
      const runs = parseMarks(text);
      expect(text.length).toBeGreaterThanOrEqual(plainWords(text).length);
      for (const [index, run] of runs.entries()) {
        if (run.kind === "footnote") continue;
        expect(run.text).not.toBe("");
        expect(run.address ?? "https:").toMatch(/^(https?:|mailto:)/);
        const before = runs[index - 1];
        if (before?.kind === "words") expect({ ...before, text: "" }).not.toEqual({ ...run, text: "" });
      }
    }),
  );
});

test("text without a mark is its own words, and any text is once its marks are escaped", () => {
  const escaped = (text: string) => text.replaceAll(/[\\*[\]]/g, String.raw`\$&`);
  fc.assert(
    fc.property(fc.oneof(notated, fc.string({ unit: "grapheme" })), (text) => {
      expect(plainWords(escaped(text))).toBe(text);
      const unmarked = text.replaceAll(/[\\*[\]]/g, "");
      expect(read(unmarked)).toEqual(unmarked === "" ? [] : [`(${unmarked})`]);
    }),
  );
});

test.for(["*a ", "**a *b ", "[", "[a](", "("])(
  "a text of nothing but “%s”, without partners, stands as it was typed",
  { timeout: 30_000 },
  (piece) => {
    const typed = piece.repeat(3_000);
    expect(plainWords(typed)).toBe(typed);
  },
);

test("a measure keeps to the line of its number, and a word that begins like one does not", () => {
  expect(unbroken("9 of 10 (90 %), half of them within 17 h or 45 min (n 24); EUR 5 billion")).toBe(
    "9 of 10 (90\u00a0%), half of them within 17\u00a0h or 45\u00a0min (n\u00a024); EUR 5\u00a0billion",
  );
  expect(unbroken("Last: Fri 6 Nov 2025; by 30 June")).toBe(
    "Last: Fri\u00a06\u00a0Nov 2025; by 30\u00a0June",
  );
  expect(unbroken("5 hearings, 2 ministers, message 3")).toBe("5 hearings, 2 ministers, message 3");
});
