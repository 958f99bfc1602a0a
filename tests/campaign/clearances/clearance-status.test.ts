import fc from "fast-check";
import { expect, test } from "vitest";
import { standingOf } from "#app/campaign/clearances/clearance-status.ts";
import { type Block, type Footnote, paperHash, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";

import { HANDLINGS } from "#app/text/handling.ts";
import {
  block,
  clearanceOf,
  footnote,
  messageBlock,
  paper,
  statusOfText,
} from "../../support/builders/paper.ts";

const NINTH = footnote("P9", { claim: "Twenty-three allies belong to both." });
const SPEND = "Allies spend more. Most meet the guideline.";
const cleared = paper(
  [
    messageBlock("European capacity is built to plug into NATO.", {
      footnotes: [footnote("P8"), NINTH],
    }),
    messageBlock(SPEND),
    block("Agree. The offer is to take over the conventional part first.", {
      section: "if raised",
      heading: "Not capable",
    }),
    block("That Europe prepares for an American exit.", { section: "avoid" }),
  ],
  { ask: "One sentence in the joint readout." },
);
const onRecord = [clearanceOf(cleared)];

function statusOf(text: TalkingPoints) {
  return statusOfText(text, onRecord).status;
}

function changesOf(text: TalkingPoints) {
  const status = statusOfText(text, onRecord);
  return status.status === "changed since clearance" ? status.changes : [];
}

function withBlock(index: number, given: Partial<Block>): TalkingPoints {
  return { ...cleared, blocks: cleared.blocks.map((one, at) => (at === index ? { ...one, ...given } : one)) };
}

function withFootnote(given: Partial<Footnote>): TalkingPoints {
  return withBlock(0, { footnotes: [footnote("P8", given), NINTH] });
}

test("a paper that nobody ever cleared is a draft", () => {
  expect(statusOfText(cleared, [])).toEqual({ status: "draft" });
});

test("the text that was cleared is cleared, and says by whom", () => {
  expect(statusOfText(cleared, onRecord)).toMatchObject({
    status: "cleared",
    clearance: { clearedBy: "Tomáš Beran" },
  });
});

test("one other letter makes it changed since clearance, and the sentence is named", () => {
  const edited = withBlock(1, { text: SPEND.replace("Most", "All") });
  expect(changesOf(edited)).toEqual([
    {
      place: "points to make",
      part: "sentence",
      before: "Most meet the guideline.",
      after: "All meet the guideline.",
    },
  ]);
});

test("a text that is typed back is cleared again, by the same clearance", () => {
  const edited = withBlock(1, { text: `${SPEND} Nearly.` });
  expect(statusOf(edited)).toBe("changed since clearance");
  expect(statusOf(withBlock(1, { text: SPEND }))).toBe("cleared");
});

test("going back to an older cleared text is cleared even where a newer text was cleared since", () => {
  const newer = withBlock(1, { text: "Allies spend much more." });
  const later = clearanceOf(newer, { id: "clearance-2", clearedAt: new Date("2026-11-08T10:00:00.000Z") });
  const status = statusOfText(cleared, [...onRecord, later]);
  expect(status).toMatchObject({ status: "cleared", clearance: { id: "clearance-1" } });
});

test("the order of two points is part of what was cleared", () => {
  const [first, second, ...rest] = cleared.blocks;
  if (!first || !second) throw new Error("The paper has two points.");
  expect(statusOf({ ...cleared, blocks: [second, first, ...rest] })).toBe("changed since clearance");
});

test("the order of two footnotes is part of what was cleared", () => {
  expect(statusOf(withBlock(0, { footnotes: [NINTH, footnote("P8")] }))).toBe("changed since clearance");
});

test("a footnote's claim, figures, date, edition and sources are part of what was cleared", () => {
  const source = { title: "Joint declaration", publisher: "NATO", publishedOn: "2023-01-10", address: null };
  const others: readonly Partial<Footnote>[] = [
    { claim: "Two joint declarations put the cooperation in writing." },
    { figures: [{ what: "declarations", value: "2", edition: "NATO" }] },
    { figures: [{ what: "declarations", value: "3", edition: "August 2025" }] },
    { asOf: "2023-01-11" },
    { edition: "August 2025" },
    { sources: [] },
    { sources: [{ ...source, title: "Joint declarations" }] },
    { sources: [{ ...source, address: "https://nato.int" }] },
    { sources: [source, source] },
  ];
  for (const given of others) {
    expect(statusOf(withFootnote(given))).toBe("changed since clearance");
    expect(changesOf(withFootnote(given))).toMatchObject([{ part: "footnote" }]);
  }
});

test("checking a proof point again, its caveat and where a block came from leave the clearance alone", () => {
  expect(statusOf(withFootnote({ reviewBy: "2030-01-01", caveat: "Estimates.", isInternal: true }))).toBe(
    "cleared",
  );
  expect(statusOf(withBlock(1, { id: "another", origin: { kind: "own words" } }))).toBe("cleared");
});

test("a footnote added or taken away is named", () => {
  expect(changesOf(withBlock(0, { footnotes: [footnote("P8")] }))).toMatchObject([
    { part: "footnote", after: null },
  ]);
  expect(changesOf(withBlock(1, { footnotes: [footnote("P1")] }))).toMatchObject([
    { part: "footnote", before: null },
  ]);
});

test("a block added, removed or put in another section is changed since clearance", () => {
  expect(statusOf({ ...cleared, blocks: [...cleared.blocks, block("One more.")] })).toBe(
    "changed since clearance",
  );
  expect(statusOf({ ...cleared, blocks: cleared.blocks.slice(1) })).toBe("changed since clearance");
  expect(statusOf(withBlock(3, { section: "background" }))).toBe("changed since clearance");
});

test("one point divided in two is changed since clearance although no word is", () => {
  const [first, second, ...rest] = cleared.blocks;
  if (!first || !second) throw new Error("The paper has two points.");
  const halves = [block("Allies spend more. "), block("Most meet the guideline.")];
  expect(changesOf({ ...cleared, blocks: [first, ...halves, ...rest] }).length).toBeGreaterThan(0);
});

test("another ask, speaker, objective or title is changed since clearance", () => {
  for (const given of [
    { ask: "" },
    { speaker: "Jana Malá" },
    { objective: "A readout" },
    { title: "State" },
  ]) {
    expect(statusOf({ ...cleared, ...given })).toBe("changed since clearance");
  }
});

test("CRLF counts as LF, a lone CR does not", () => {
  const lines = paper([block("One line\nand another")]);
  const record = [clearanceOf(lines)];
  expect(statusOfText(paper([block("One line\r\nand another")]), record).status).toBe("cleared");
  expect(statusOfText(paper([block("One line\rand another")]), record).status).toBe(
    "changed since clearance",
  );
});

test("a look-alike with an invisible character, a hard space or a decomposed accent is changed", () => {
  const text = "Dvořák speaks for both.";
  const record = [clearanceOf(paper([block(text)]))];
  const lookAlikes = [
    `${text}\u200B`,
    text.replace(" ", "\u00A0"),
    text.normalize("NFD"),
    ` ${text}`,
    `${text}\n`,
  ];
  for (const lookAlike of lookAlikes) {
    const status = statusOfText(paper([block(lookAlike)]), record);
    expect(status.status).toBe("changed since clearance");
  }
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "A.", "B.", "A. B.", "A. ", "A\r\nB", "A\nB"),
);
const anyBlock = fc.record({
  text: anyText,
  heading: fc.oneof(fc.constant(""), anyText),
  section: fc.constantFrom("points to make", "if raised", "avoid", "background"),
  footnotes: fc.array(fc.record({ code: fc.constantFrom("P1", "P2", "P3"), claim: anyText }), {
    maxLength: 3,
  }),
});
const anyPaper = fc.array(anyBlock, { maxLength: 6 }).map((blocks) =>
  paper(
    blocks.map(({ text, heading, section, footnotes }, index) =>
      block(text, {
        id: String(index),
        heading,
        section,
        footnotes: footnotes.map(({ code, claim }) => footnote(code, { claim })),
      }),
    ),
  ),
);

test("two papers have one hash exactly when no change between them can be named", () => {
  fc.assert(
    fc.property(anyPaper, anyPaper, (one, other) => {
      const status = statusOfText(other, [clearanceOf(one)]);
      const isSame = paperHash(one) === paperHash(other);
      expect(status.status).toBe(isSame ? "cleared" : "changed since clearance");
      if (status.status === "changed since clearance") expect(status.changes.length).toBeGreaterThan(0);
    }),
  );
});

test("any one character put into any text of a cleared paper is changed; taken out again it is cleared", () => {
  const inserted = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(anyPaper, inserted, fc.nat(), fc.nat(), (text, character, whichBlock, whichPlace) => {
      fc.pre(text.blocks.length > 0);
      const target = text.blocks[whichBlock % text.blocks.length];
      if (!target) return;
      const points = Array.from(target.text);
      const at = whichPlace % (points.length + 1);
      const edited = [...points.slice(0, at), character, ...points.slice(at)].join("");
      fc.pre(edited.replaceAll("\r\n", "\n") !== target.text.replaceAll("\r\n", "\n"));
      const changed = {
        ...text,
        blocks: text.blocks.map((one) => (one === target ? { ...one, text: edited } : one)),
      };
      const status = statusOfText(changed, [clearanceOf(text)]);
      expect(status).toMatchObject({ status: "changed since clearance" });
      expect(statusOfText(structuredClone(text), [clearanceOf(text)]).status).toBe("cleared");
    }),
  );
});

test("any removal, doubling or other order of the blocks of a cleared paper is changed", () => {
  fc.assert(
    fc.property(anyPaper, fc.nat(), (text, which) => {
      fc.pre(text.blocks.length > 1);
      const at = which % text.blocks.length;
      const without = { ...text, blocks: text.blocks.filter((_, index) => index !== at) };
      const doubled = {
        ...text,
        blocks: text.blocks.flatMap((one, index) => (index === at ? [one, one] : [one])),
      };
      const record = [clearanceOf(text)];
      expect(statusOfText(without, record).status).toBe("changed since clearance");
      expect(statusOfText(doubled, record).status).toBe("changed since clearance");
    }),
  );
});

const anyHandling = fc.constantFrom(...HANDLINGS);

test("a list decides from hashes alone as the page does from the texts", () => {
  fc.assert(
    fc.property(
      anyPaper,
      anyPaper,
      anyPaper,
      anyHandling,
      anyHandling,
      (one, other, present, handling, then) => {
        const later = { id: "clearance-2", clearedAt: new Date("2026-11-08T10:00:00.000Z") };
        const record = [clearanceOf(one, { handling: then }), clearanceOf(other, later)];
        for (const text of [one, other, present]) {
          const standing = standingOf({ hash: paperHash(text), handling }, record);
          expect(standing.status).toBe(statusOfText(text, record, handling).status);
        }
        expect(standingOf({ hash: paperHash(present), handling }, [])).toEqual({
          status: "draft",
          clearedBy: null,
          manner: null,
        });
      },
    ),
  );
});
