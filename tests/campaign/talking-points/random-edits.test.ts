import fc from "fast-check";
import { expect, test } from "vitest";
import { blocksInOrder, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import {
  block,
  clearanceOf,
  footnote,
  messageBlock,
  paper,
  statusOfText,
} from "../../support/builders/paper.ts";
import { anyEdit, edited } from "../../support/random-edits.ts";

const CLEARED = paper(
  [
    messageBlock("Europeans should carry more of their own defence.[^P8] Most do.", {
      id: "point-1",
      footnotes: [footnote("P8"), footnote("P9", { claim: "Another." })],
    }),
    block("Capacity is **built** to plug into NATO: 3.38 %.", {
      id: "point-2",
      footnotes: [footnote("P10")],
    }),
    block("Point to shared assets.", { id: "reply-1", section: "if raised", heading: "Duplication" }),
    block("Šest let — “více”.", { id: "avoid-1", section: "avoid" }),
    block("Ellen Voss\nClaire Hadley", { id: "facts-1", section: "background", heading: "Who takes part" }),
  ],
  { ask: "One sentence in the joint readout.", objective: "Complementarity named." },
);
const clearance = clearanceOf(CLEARED);
const statusOf = (text: TalkingPoints) => statusOfText(text, [clearance]).status;

/** What a reader sees of a paper: where something differs here, another text stands on the page. */
function asRead(text: TalkingPoints): string {
  const { title, ask, speaker, objective } = text;
  const blocks = blocksInOrder(text).map((one) => [
    one.section,
    one.heading,
    one.text,
    one.footnotes.map(({ claim, figures, asOf, edition, sources }) => [
      claim,
      figures,
      asOf,
      edition,
      sources,
    ]),
  ]);
  return JSON.stringify([title, ask, speaker, objective, blocks]);
}

test("after any of 1,000 random edits a cleared paper is changed, and typed back it is cleared again", () => {
  let different = 0;
  fc.assert(
    fc.property(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), (edits) => {
      const now = edits.reduce(
        (text, edit) => (text.blocks.length === 0 ? text : edited(text, edit)),
        CLEARED,
      );
      const isSame = asRead(now) === asRead(CLEARED);
      if (!isSame) different += 1;
      expect(statusOf(now)).toBe(isSame ? "cleared" : "changed since clearance");
      const typedBack = {
        ...now,
        ...CLEARED,
        blocks: CLEARED.blocks.map((one) => ({ ...one, id: `again ${one.id}` })),
      };
      expect(statusOf(typedBack)).toBe("cleared");
    }),
    { numRuns: 1_200 },
  );
  expect(different).toBeGreaterThan(1_000);
});

test("a block that is marked as judgement is the same text", () => {
  const [first, ...rest] = CLEARED.blocks;
  const judged = first === undefined ? [] : [{ ...first, isJudgement: true }, ...rest];
  expect(statusOf({ ...CLEARED, blocks: judged })).toBe("cleared");
});
