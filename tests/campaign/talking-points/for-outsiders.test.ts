import fc from "fast-check";
import { expect, test } from "vitest";
import {
  explainHandlingRefusal,
  explainLeftOut,
  forOutsiders,
  type KeptInside,
  mayGoToOutsiders,
} from "#app/campaign/talking-points/checks/for-outsiders.ts";
import { distinctiveNumbers, tellsClaim } from "#app/campaign/talking-points/checks/internal-facts.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { writeMarkdown } from "#app/documents/write-markdown.ts";
import { writeText } from "#app/documents/write-text.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { leavingPaper } from "../../support/builders/leaving-paper.ts";
import { block, footnote, noteBlock, paper, replyBlock } from "../../support/builders/paper.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { wordParts } from "../../support/read-word.ts";

const free = footnote("P3");
const secret = footnote("P23", {
  claim: "The 2026 budget gives the ministry just over 1.72 per cent. Nobody outside has that figure.",
  figures: [{ what: "share of GDP, 2026", value: "1.72 %", edition: "draft" }],
  isInternal: true,
});
const inside: KeptInside = { facts: [secret], difficultQuestions: new Set(["O9"]) };
const textsOf = (blocks: readonly { text: string }[]) => blocks.map(({ text }) => text);

test("speaker, ask, objective, the lines to avoid and the background stay inside, and each is named", () => {
  const whole = paper(
    [
      block("Europe does more.", { footnotes: [free] }),
      block("Never say exit.", { section: "avoid" }),
      block("One.", { section: "background" }),
      block("Two.", { section: "background" }),
    ],
    { ask: "A question", speaker: "Petr Dvořák", objective: "A hearing" },
  );
  const { paper: copy, leftOut } = forOutsiders(whole, inside);
  expect(copy).toMatchObject({ title: whole.title, ask: "", speaker: "", objective: "" });
  expect(textsOf(copy.blocks)).toEqual(["Europe does more."]);
  expect(leftOut.map(explainLeftOut)).toEqual([
    "The speaker",
    "The ask",
    "The objective",
    "Avoid: one block",
    "Background: 2 blocks",
  ]);
});

test("a block beside an internal source goes word for word without that footnote, and the sender is told", () => {
  const mixed = block("Europe does **more**[^P3][^P23].", { footnotes: [free, secret] });
  const { paper: copy, leftOut } = forOutsiders(paper([mixed]), inside);
  expect(copy.blocks).toEqual([{ ...mixed, footnotes: [free] }]);
  expect(leftOut.map(explainLeftOut)).toEqual([
    "The speaker",
    "The footnote to an internal fact (P23). The words stay in, so check them: Europe does more.",
  ]);
});

const told: [string, ReturnType<typeof block>][] = [
  ["internal sources only", block("We know what is coming.", { footnotes: [secret] })],
  [
    "internal claim",
    block("x", { origin: { kind: "proof point", id: secret.proofPointId, text: "x" }, footnotes: [free] }),
  ],
  ["internal claim", block(`As they say: ${secret.claim.toUpperCase()}`)],
  ["internal claim", block("The 2026 budget gives the ministry **just**\nover\u00a01.72 per\u200b cent!")],
  ["internal claim", block("x", { heading: "Nobody outside has that figure" })],
  ["internal figure", block("Next year it is 1,72 per cent.")],
  ["difficult question", replyBlock("Agree.", "O9")],
  ["note to the speaker", noteBlock("Admit the late start.", "O5")],
];

test.each(told)("a block stays inside: %s", (why, telling) => {
  const { paper: copy, leftOut } = forOutsiders(paper([telling], { speaker: "" }), inside);
  expect(copy.blocks).toEqual([]);
  expect(leftOut).toMatchObject([{ part: "block", why }]);
});

test("an internal fact that the library has retired from the paper's view is known by its citation alone", () => {
  const cited = block(secret.claim, { footnotes: [secret, free] });
  expect(forOutsiders(paper([cited]), { facts: [], difficultQuestions: new Set() }).paper.blocks).toEqual([]);
});

test("a figure that a free source of the block gives too is no secret", () => {
  const open = footnote("P4", { claim: "The budget is 1.72 per cent.", figures: [] });
  const { paper: copy } = forOutsiders(paper([block("It is 1.72 per cent.", { footnotes: [open] })]), inside);
  expect(copy.blocks).toHaveLength(1);
});

test("years and small whole numbers give nothing away; decimals and thousands are one however they are written", () => {
  expect(distinctiveNumbers("In 2024, 23 of 32 spent 2.1, or 1,500 or 1 500 or 2,1 of 486 billion.")).toEqual(
    ["2.1", "1500", "1500", "2.1", "486"],
  );
});

test("a claim is recognised whole or by a sentence, not by a few words of it", () => {
  const claim = "Short. The second sentence is long enough.";
  expect(tellsClaim("Yes: the second sentence — is long enough", claim)).toBe(true);
  expect(tellsClaim("Short is the night, and the second sentence too.", claim)).toBe(false);
  expect(tellsClaim("anything", "")).toBe(false);
});

test("no copy of what is for named people or for the service alone goes to outsiders", () => {
  expect(HANDLINGS.filter(mayGoToOutsiders)).toEqual(["TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"]);
  expect(explainHandlingRefusal("TLP:RED")).toContain(
    "The paper is TLP:RED, so no copy of it may go to outsiders.",
  );
});

const SECRETS = [
  "Nobody outside",
  "1.72",
  "P23",
  "Petr Dvořák",
  "A question for them",
  "Never say exit",
  "Background words",
  "INTERNAL",
  "late start",
];

async function everyWordOf(blocks: ReturnType<typeof block>[]): Promise<string[]> {
  const whole = paper(
    [
      ...blocks,
      block("Never say exit.", { section: "avoid" }),
      block("Background words.", { section: "background" }),
    ],
    {
      ask: "A question for them",
    },
  );
  const document = leavingPaper(forOutsiders(whole, inside).paper, {
    isForOutsiders: true,
    taken: "Made on Tuesday",
  });
  const pdf = await writeDocument(document, "pdf", { madeAt: new Date(0), paper: "A4" });
  const { pages } = await readPdf(pdf);
  return [
    Object.values(
      wordParts(await writeDocument(document, "docx", { madeAt: new Date(0), paper: "A4" })),
    ).join("\n"),
    pages.map(({ body, edges }) => body + edges).join("\n"),
    Buffer.from(pdf).toString("latin1"),
    writeMarkdown(document),
    writeText(document),
  ];
}

test("in no file for outsiders is anything internal, wherever one looks in it", async () => {
  const files = await everyWordOf([
    block("Europe does more[^P23][^P3].", { footnotes: [free, secret] }),
    ...told.map(([, telling]) => telling),
  ]);
  for (const file of files) {
    for (const words of SECRETS) expect(file).not.toContain(words);
  }
  expect(files[0]).toContain("Europe does more");
  expect(files[3]).toContain("Excerpt for outsiders: internal parts are left out");
});

test("an excerpt of which every block stays inside says so, and not that nothing was written", () => {
  const document = leavingPaper(forOutsiders(paper([noteBlock("Admit it.", "O5")]), inside).paper, {
    isForOutsiders: true,
  });
  expect(writeText(document)).toContain("Nothing in this paper may go to outsiders.");
  expect(writeText(document)).not.toContain("No points have been written yet.");
});

test("wherever the internal claim stands in a block, the block stays inside", () => {
  const around = fc.stringMatching(/^[A-Za-z ,.!?*\n]{0,20}$/);
  fc.assert(
    fc.property(around, around, fc.subarray([free, secret]), (before, after, footnotes) => {
      const words = `${before} ${secret.claim} ${after}`;
      expect(forOutsiders(paper([block(words, { footnotes })]), inside).paper.blocks).toEqual([]);
    }),
  );
});
