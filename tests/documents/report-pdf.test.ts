import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { plainList } from "#app/documents/document.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { densitiesOf } from "#app/documents/write-pdf.ts";
import { reportDocument } from "../support/builders/report-document.ts";
import { readPdf } from "../support/read-pdf.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const madeAt = new Date("2026-11-26T15:40:00.000Z");
const document = reportDocument();

/** What the program prints; null where it is not on this machine. */
function printedBy(program: string, ...options: string[]): string | null {
  const { error, stdout, stderr, status } = spawnSync(program, options, { encoding: "utf8" });
  if (error !== undefined && "code" in error && error.code === "ENOENT") return null;
  expect(status, `${program}: ${stderr}`).toBe(0);
  return stdout;
}

test("ten audiences by three messages are one page, tagged, titled, in English, with their marks on each", async () => {
  const { pages, isTagged, language, title } = await readPdf(
    await writeDocument(document, "pdf", { madeAt, paper: "A4" }),
  );
  expect(pages).toHaveLength(1);
  expect([isTagged, language, title]).toEqual([true, "en-GB", document.title]);
  const { first, last } = document.marks;
  for (const { text } of first.head) expect(pages[0]?.edges).toContain(text);
  expect(pages[0]?.edges).toContain(`${last} · Page 1 of 1`);
});

test("a report is set as small as it may be before it takes a third page", () => {
  const chosen = [25, 29, 33].map((more) => {
    const sections = [
      ...document.sections,
      ...Array.from({ length: more }, () => document.sections.slice(-1)),
    ];
    return densitiesOf(reportDocument({ sections: sections.flat() }), "US Letter").text;
  });
  expect(chosen).toEqual([0.66, 0.56, 0.93]);
});

test("a heading stands on the page on which its charts or its table begin", async () => {
  const begins = { "Over time": "Now +0.7", "By audience": "Štáb výboru" };
  const headed = document.sections.filter(({ title }) => title in begins);
  for (let lines = 38; lines < 54; lines += 2)
    for (const section of headed) {
      const filler = { title: "", blocks: [plainList(Array.from({ length: lines }, () => "A line."))] };
      const written = reportDocument({ sections: [filler, section] });
      const { pages } = await readPdf(await writeDocument(written, "pdf", { madeAt, paper: "A4" }));
      const page = pages.find(({ body }) => body.includes(section.title));
      expect(page?.body, `${lines} lines`).toContain(begins[section.title as keyof typeof begins]);
    }
});

test("tables have heads of columns and rows, charts a text, and Czech is read", async () => {
  const file = join(folder, "report.pdf");
  writeFileSync(file, await writeDocument(document, "pdf", { madeAt, paper: "A4" }));
  const tags = printedBy("pdfinfo", "-struct-text", file);
  if (tags !== null) {
    expect(tags).toMatch(/TH:\s+\/Scope \/Column\s+"Audience"/);
    expect(tags).toMatch(/TH:\s+\/Scope \/Row\s+"Štáb výboru, menšina"/);
    expect(tags.match(/^ +Figure:/gm)).toHaveLength(3);
    for (const tag of ["H1", "H2", "H3", "L", "LI", "LBody", "Table", "TR", "TD"])
      expect(tags).toMatch(new RegExp(`^ +${tag}\\b`, "m"));
  }
  expect(printedBy("pdftotext", file, "-") ?? "žluťoučký").toContain("žluťoučký");
});

test("the same report made at the same instant is the same file to the byte", async () => {
  const once = await writeDocument(document, "pdf", { madeAt, paper: "A4" });
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect(
    Buffer.from(once).equals(
      Buffer.from(await writeDocument(reportDocument(), "pdf", { madeAt, paper: "A4" })),
    ),
  ).toBe(true);
});

test("a table longer than a page repeats its heads for the eye, and reads them out once", async () => {
  const [table] = document.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "table"));
  if (table?.kind !== "table") throw new Error("The sample has a table");
  const rows = Array.from({ length: 12 }, () => table.rows).flat();
  const long = reportDocument({ sections: [{ title: "By audience", blocks: [{ ...table, rows }] }] });
  const { pages } = await readPdf(await writeDocument(long, "pdf", { madeAt, paper: "A4" }));
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.every(({ edges, body }) => `${edges}${body}`.includes("2 Autonomy and NATO"))).toBe(true);
  expect(pages.filter(({ body }) => body.includes("2 Autonomy and NATO"))).toHaveLength(1);
  for (const { text } of long.marks.further.head) expect(pages[1]?.edges).toContain(text);
});
