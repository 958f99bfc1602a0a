import { expect, test } from "vitest";
import { withHoldingLines } from "#app/campaign/holds/holding-lines/in-its-place.ts";
import { block, footnote, paper } from "../../support/builders/paper.ts";

const LINE = "We have no comment on the report. Our commitment to NATO stands.";
const origin = (id: string) => ({ kind: "key message", id, revisionId: "r1", text: "" }) as const;
const said = (line: string | null) =>
  withHoldingLines(papers, new Map([["m2", { marks: ["ON HOLD"], instead: line }]]));

const papers = paper([
  block("Autonomy strengthens NATO.", {
    origin: origin("m2"),
    heading: "Autonomy",
    footnotes: [footnote("P3")],
  }),
  block("The burden is shared.", { origin: origin("m3") }),
  block("Once more: it strengthens NATO.", { origin: origin("m2") }),
  block("The bare word autonomy.", { section: "avoid", origin: origin("m2") }),
  block("In a framing.", {
    section: "background",
    origin: { kind: "framing", id: "f", messageId: "m2", revisionId: "r1", text: "" },
  }),
]);

test("a cleared holding line stands in the place of the held words, once in a section, without their footnotes", () => {
  const { blocks } = said(LINE);
  expect(blocks.map(({ section, text }) => [section, text])).toEqual([
    ["points to make", LINE],
    ["points to make", "The burden is shared."],
    ["avoid", "The bare word autonomy."],
    ["background", LINE],
  ]);
  expect(blocks[0]).toMatchObject({ heading: "", footnotes: [] });
});

test("where no line may be said, the words stay as they were", () => {
  expect(said(null)).toEqual(papers);
});
