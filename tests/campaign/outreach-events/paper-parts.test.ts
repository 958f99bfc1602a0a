import { expect, test } from "vitest";
import { paperParts } from "#app/campaign/outreach-events/paper-parts.server.ts";
import { block, footnote, paper } from "../../support/builders/paper.ts";

const codes = { proofPoints: new Set<string>(), objections: new Map<string, string>() };

function pointsOf(...blocks: Parameters<typeof paper>[0]) {
  const text = paper(blocks);
  return paperParts(
    { paper: { text, handling: "TLP:AMBER" } as never, status: { status: "draft" } as never, holds: [] },
    { heard: new Map(), numbers: new Map(), codes, today: "2026-11-24" },
  ).points;
}

test("an event tells the sources of a point in words, and of many how many more; a code means nothing at a meeting", () => {
  const source = (publisher: string) => ({ title: "A report", publisher, publishedOn: null, address: null });
  const cited = [
    footnote("P7", { sources: [source("EEAS")], reviewBy: "2026-03-31" }),
    ...["P8", "P9", "P11"].map((code) => footnote(code, { sources: [source("NATO")] })),
  ];
  const points = pointsOf(block("A.", { footnotes: cited }), block("B.", { footnotes: cited.slice(0, 1) }));
  expect(points.map(({ sources, stale }) => [sources, stale])).toEqual([
    [
      "EEAS, 10 Jan 2023; NATO, 10 Jan 2023; and 2 more",
      ["EEAS, 10 Jan 2023 has been stale since Wed 1 Apr"],
    ],
    ["EEAS, 10 Jan 2023", ["EEAS, 10 Jan 2023 has been stale since Wed 1 Apr"]],
  ]);
});

test("of many stale sources two are named, and on the brief their numbers stand in one mark", () => {
  const of = (count: number) =>
    Array.from({ length: count }, (_, at) => footnote(`P${at + 1}`, { reviewBy: "2026-03-31" }));
  const [one, four] = [
    pointsOf(block("A.", { footnotes: of(1) })),
    pointsOf(block("A.", { footnotes: of(4) })),
  ];
  expect(one[0]?.staleNotes).toEqual(["Source 1 stale since Wed 1 Apr"]);
  expect(four[0]?.staleNotes).toEqual(["Sources 1, 2, 3 and 4 are stale"]);
  expect(four[0]?.stale.at(-1)).toBe("2 more of its sources are stale");
});
