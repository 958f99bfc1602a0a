import { expect, test } from "vitest";
import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import type { LeavingPaper } from "#app/campaign/talking-points/documents/paper-document.ts";
import { markdownText, writeMarkdown } from "#app/documents/write-markdown.ts";

import { leavingPaper } from "../../support/builders/leaving-paper.ts";
import { block, footnote, paper } from "../../support/builders/paper.ts";

const text = paper([
  block("European capacity plugs into NATO.", { footnotes: [footnote("P8")] }),
  block("Agree.", {
    section: "if raised",
    heading: "Not capable",
    footnotes: [footnote("P9"), footnote("P8")],
  }),
]);

function markdownOf(of: TalkingPoints, given: Partial<LeavingPaper> = {}): string {
  return writeMarkdown(leavingPaper(of, given));
}

test("the file opens and ends with how it may travel, how it leaves and which text it is", () => {
  const file = markdownOf(text);
  const page = [
    "TLP:AMBER Need to know only · For our side · Not for classified information",
    "**NOT CLEARED** · Version 2",
  ];
  const lines = file.split("\n").map((line) => line.trimEnd());
  expect(lines.filter((line) => line !== "").slice(0, 2)).toEqual(page);
  expect(lines.slice(-4, -2)).toEqual([
    "**TLP:AMBER · NOT CLEARED · Version 2 · State, European bureau**",
    "European strategic autonomy in Washington",
  ]);
  expect(lines.at(-2)).toContain("Copy taken by Jana Malá, Tue 24 Nov 2026");
});

test("blocks stand word for word with their footnotes, numbered by first mention", () => {
  const file = markdownOf(text);
  expect(file).toContain("## Points to make\n\n1. European capacity plugs into NATO.[^1]\n");
  expect(file).toContain("**Not capable.** *Say:* “Agree.”[^1]\u202F[^2]");
  expect(file).toContain("[^2]: NATO, 10 Jan 2023");
  expect(file).toContain("2. Three joint declarations put the cooperation in writing (");
  expect(file).not.toContain("## Avoid");
});

test("stale and internal proof points are marked at the text and at the source, and their codes stay inside", () => {
  const cites = footnote("P17", { reviewBy: "2026-03-31", isInternal: true });
  const file = markdownOf(paper([block("A.", { footnotes: [cites] })]));
  expect(file).toMatch(
    /\[\^1\]: NATO, 10 Jan 2023 \*\*▲ stale since Wed 1 Apr; INTERNAL, not to be disclosed\*\*/,
  );
  expect(file).toContain("1. A.[^1]▲\n");
  expect(file).not.toContain("P17");
});

test("strong, emphasis, links and footnotes stand where they were marked", () => {
  const words = "Spent **486 billion**, *that* is [public](https://example.org/a)[^P8]. More.";
  const file = markdownOf(paper([block(words, { footnotes: [footnote("P8")] })]));
  expect(file).toContain(
    "1. Spent **486 billion**, *that* is [public](<https://example.org/a>)[^1]. More.\n",
  );
});

test("marks that touch letters or one another still read as they were meant", () => {
  const file = markdownOf(paper([block("**a.**b and **c***d*")]));
  expect(file).toContain("**a.**<!-- -->b and **c**<!-- -->*d*");
});

test("what a person typed shows as typed: no emphasis, link, list, heading or HTML is made of it", () => {
  expect(markdownText("a *b* [c](d) <script> `e` f_g _h_")).toBe(
    String.raw`a \*b\* \[c\](d) \<script\> \`e\` f_g \_h\_`,
  );
  expect(markdownText("# One\n- two\n3. three\n1914 was").split("  \n")).toEqual([
    String.raw`\# One`,
    String.raw`\- two`,
    String.raw`3\. three`,
    "1914 was",
  ]);
  expect(markdownText("R&D, 2 % of GDP, 3 & 4, &amp;")).toBe(String.raw`R\&D, 2 % of GDP, 3 & 4, \&amp;`);
});
