import { expect, test } from "vitest";
import { PAPER_SIZES, SHEETS } from "#app/documents/paper-size.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { reportDocument } from "../support/builders/report-document.ts";
import { readPdf } from "../support/read-pdf.ts";
import { wordParts } from "../support/read-word.ts";

test.each(PAPER_SIZES)("every page of a file is %s, and a table as wide as its text", async (paper) => {
  const made = { madeAt: new Date(0), paper };
  const { sections } = reportDocument();
  const document = reportDocument({ sections: Array.from({ length: 6 }, () => sections).flat() });
  const { width, height } = SHEETS[paper];
  const bytes = await writeDocument(document, "pdf", made);
  const { pages } = await readPdf(bytes);
  expect(pages.length).toBeGreaterThan(1);
  const boxes = Buffer.from(bytes)
    .toString("latin1")
    .match(/\/MediaBox \[[^\]]+\]/g);
  expect(boxes).toEqual(pages.map(() => `/MediaBox [0 0 ${width} ${height}]`));
  const body = wordParts(await writeDocument(document, "docx", made))["word/document.xml"] ?? "";
  const parts = [...body.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)];
  expect(parts.length).toBeGreaterThan(1);
  for (const [, wide, high] of parts) {
    expect(Number(wide) / 20).toBeCloseTo(width, 0);
    expect(Number(high) / 20).toBeCloseTo(height, 0);
  }
  const [, side = ""] = /<w:pgMar [^>]*w:left="(\d+)"/.exec(body) ?? [];
  const tables = [...body.matchAll(/<w:tblW w:type="dxa" w:w="(\d+)"/g)].map(([, wide]) => Number(wide));
  expect(tables.length).toBeGreaterThan(0);
  expect(Math.max(...tables)).toBe(Math.round(width * 20) - 2 * Number(side));
});
