import { expect, test } from "vitest";
import { footnoteText } from "#app/campaign/paper-text/footnotes.ts";
import { footnote } from "../../support/builders/paper.ts";

test("a footnote tells its dates in words, as exact as they are known", () => {
  const source = { title: "Declaration", publisher: "NATO", address: null };
  const texts = ["2023-01-10", "2023-01", "2023"].map((asOf) =>
    footnoteText(footnote("P8", { asOf, sources: [{ ...source, publishedOn: asOf }] })),
  );
  expect(texts.map((text) => text.match(/as of ([^;)]+)/)?.[1])).toEqual(["10 Jan 2023", "Jan 2023", "2023"]);
  expect(texts.map((text) => text.match(/NATO, (.+)$/)?.[1])).toEqual(["10 Jan 2023", "Jan 2023", "2023"]);
});

test("a footnote without an edition names none", () => {
  const noted = footnote("P8", { asOf: "2025", edition: null, figures: [], sources: [] });
  expect(footnoteText(noted)).toBe(`${noted.claim} (as of 2025) `);
  expect(footnoteText({ ...noted, edition: "2nd edition" })).toBe(
    `${noted.claim} (as of 2025; 2nd edition) `,
  );
});
