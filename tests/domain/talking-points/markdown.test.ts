import { expect, test } from "vitest";
import { markdownText } from "#app/documents/markdown-text.ts";
import { type TalkingPointsPaper, talkingPointsMarkdown } from "#app/documents/talking-points-markdown.ts";
import { clearanceStatus } from "#app/domain/talking-points/clearance-status.ts";
import type { TalkingPoints } from "#app/domain/talking-points/talking-points.ts";
import { block, clearanceOf, footnote, paper } from "../../support/builders/paper.ts";

const text = paper([
  block("European capacity plugs into NATO.", { footnotes: [footnote("P8")] }),
  block("Agree.", {
    section: "if raised",
    heading: "Not capable",
    footnotes: [footnote("P9"), footnote("P8")],
  }),
]);

function markdownOf(of: TalkingPoints, given: Partial<TalkingPointsPaper> = {}): string {
  return talkingPointsMarkdown({
    paper: of,
    status: { status: "draft" },
    handling: "TLP:AMBER",
    version: 2,
    when: "Fri 13 Nov, 13:00 · 19:00 in Prague",
    homeZone: "Europe/Prague",
    today: "2026-11-24",
    ...given,
  });
}

test("the file opens with how it may travel, its version and that it is not cleared", () => {
  const [handling, , version] = markdownOf(text).split("\n");
  expect(handling).toContain("TLP:AMBER");
  expect(version).toBe("Version 2. **NOT CLEARED**");
});

test("a paper changed since clearance says so and whom the earlier text was cleared by", () => {
  const status = clearanceStatus(text, [clearanceOf(paper([block("Another text.")]))]);
  expect(markdownOf(text, { status })).toContain(
    "**CHANGED SINCE CLEARANCE. Cleared by Tomáš Beran for the ministry",
  );
});

test("a cleared paper names who cleared it, when, on both clocks, and carries no other mark", () => {
  const status = clearanceStatus(text, [clearanceOf(text, { isOwnDraft: true })]);
  const file = markdownOf(text, { status });
  expect(file).toContain(
    "Cleared by Tomáš Beran for the ministry, Fri 6 Nov 2026, 16:05 in Washington, 22:05 in Prague. The clearer wrote part of the text.",
  );
  expect(file).not.toMatch(/NOT CLEARED|CHANGED SINCE/);
});

test("blocks stand word for word with their footnotes, numbered by first mention", () => {
  const file = markdownOf(text);
  expect(file).toContain("## Points to make\n\n- European capacity plugs into NATO.[^1]\n");
  expect(file).toContain("- **Not capable**  \n  Agree.[^2][^1]");
  expect(file).toContain("[^2]: P9. Three joint declarations put the cooperation in writing.");
  expect(file).not.toContain("## Avoid");
});

test("stale and internal proof points are marked where they are cited", () => {
  const cites = footnote("P17", { reviewBy: "2026-03-31", isInternal: true });
  const file = markdownOf(paper([block("A.", { footnotes: [cites] })]));
  expect(file).toMatch(
    /\[\^1\]: P17\..*\*\*STALE since 2026-03-31\*\* \*\*INTERNAL, not to be disclosed\*\*/,
  );
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
