import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { printableDocument, reportOf } from "#app/documents/document.ts";

import { writeDocument } from "#app/documents/write-document.ts";
import { reportDocument } from "../support/builders/report-document.ts";

const TYPED = "a\u000bb\u0001c\ufffe\ud800 <x>&\n\"d'";
const NO_XML = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/u;

test("a report without such signs stays as it is", () => {
  expect(printableDocument(reportDocument(), " ")).toEqual(reportDocument());
});

test("signs that XML cannot carry leave in no part of a Word file, and the text round them does", async () => {
  const about = { handling: "TLP:AMBER" as const, campaign: TYPED, asOf: TYPED, taken: "Taken today" };
  const { opening, facts, sections } = reportDocument();
  const report = reportOf(about, { title: TYPED, opening, facts, sections });
  const parts = Object.entries(
    unzipSync(await writeDocument(report, "docx", { madeAt: new Date(0), paper: "A4" })),
  );
  const texts = parts.filter(([name]) => name.endsWith(".xml")).map(([, part]) => strFromU8(part));
  for (const text of texts) expect(text).not.toMatch(NO_XML);
  const bodies = texts.filter((text) => text.includes("a bc\ufffd &lt;x&gt;&amp; &quot;d&apos;"));
  expect(bodies.length).toBeGreaterThan(1);
});

test("words that no line holds are set all the same", async () => {
  const name = "漢".repeat(120);
  const row = [name, "n", "−0.4"].map((text) => ({ strong: "", text, detail: "", tint: null }));
  const columns = ["Audience", "Ratings", "Level"].map((text) => ({ text, isFigure: false, share: 1 }));
  const table = {
    kind: "table" as const,
    caption: name,
    columns,
    rows: Array.from({ length: 12 }, () => row),
  };
  const pdf = await writeDocument(
    reportDocument({ title: name, sections: [{ title: name, blocks: [table] }] }),
    "pdf",
    { madeAt: new Date(0), paper: "A4" },
  );
  expect(strFromU8(pdf.slice(0, 5))).toBe("%PDF-");
});
