import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import {
  type Document,
  plainCell,
  plainList,
  plainRun,
  plainWords,
  reportColumns,
} from "#app/documents/document.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { densitiesOf, runsOf } from "#app/documents/write-pdf.ts";
import { reportDocument } from "../support/builders/report-document.ts";
import { readPdf } from "../support/read-pdf.ts";
import { wordParts, wordText } from "../support/read-word.ts";

const folder = mkdtempSync(join(tmpdir(), "demarche-report-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Found on some machines only. */
const OFFICE = "soffice";
const madeAt = new Date("2026-11-26T15:40:00.000Z");
const document = reportDocument();

test("the Word file has its headings, tables with heads that repeat, tints, and its marks on every page", async () => {
  const parts = wordParts(await writeDocument(document, "docx", { madeAt, paper: "A4" }));
  const body = parts["word/document.xml"] ?? "";
  expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(document.sections.length);
  expect(body.match(/<w:tbl>/g)).toHaveLength(4);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(4);
  for (const fill of ["9C4A1A", "E3A878", "8FB8D2", "1F5F8B", "F3DDCB", "D3E2EC"])
    expect(body).toContain(`w:fill="${fill}"`);
  const { first, further, last } = document.marks;
  const heads = ["word/header1.xml", "word/header2.xml"].map((part) => wordText(parts[part] ?? ""));
  for (const { head } of [first, further])
    for (const { text } of head) expect(heads.some((said) => said.includes(text))).toBe(true);
  for (const part of ["word/footer1.xml", "word/footer2.xml"])
    expect(wordText(parts[part] ?? "")).toContain(last);
  expect(wordText(body)).toContain("žluťoučký");
});

test("a table of many columns is set as several, each with its heads and the names of its rows", async () => {
  const messages = Array.from({ length: 12 }, (_, at) => `Message ${at + 1}`);
  const rows = ["Pentagon", "Senate"].map((name) => [name, ...messages].map(plainCell));
  const table = { kind: "table" as const, caption: "By audience", columns: reportColumns(["", ...messages]) };
  const wide = reportDocument({ sections: [{ title: "Wide", blocks: [{ ...table, rows }] }] });
  const { "word/document.xml": body = "" } = wordParts(
    await writeDocument(wide, "docx", { madeAt, paper: "A4" }),
  );
  expect(body.match(/<w:tbl>/g)).toHaveLength(2);
  expect(wordText(body)).toMatch(
    /Message 6\s*Pentagon.*Continued\s*Message 7.*Message 12\s*Pentagon.*Senate/s,
  );
});

test("each chart is a picture of its own, as SVG and as PNG, with a text for who does not see it", async () => {
  const parts = wordParts(await writeDocument(document, "docx", { madeAt, paper: "A4" }));
  const body = parts["word/document.xml"] ?? "";
  expect(body).toContain("Message 1: +0.6 at the start and +0.7 now");
  expect(body).toContain("European pillar: +0.2 (2)");
  const ids = [...body.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(8);
  const pictures = Object.keys(parts).filter((path) => path.startsWith("word/media/"));
  expect(pictures.filter((path) => path.endsWith(".svg"))).toHaveLength(8);
  expect(pictures.filter((path) => path.endsWith(".png"))).toHaveLength(8);
});

test("the same report made at the same instant is the same file to the byte, and says when", async () => {
  const linked = { ...plainRun("a source"), address: "https://e.org/x" };
  const withLink = (): Document => {
    const section = { title: "Sources", blocks: [{ kind: "paragraph" as const, lines: [[linked]] }] };
    return { ...reportDocument(), sections: [...reportDocument().sections, section] };
  };
  const once = await writeDocument(withLink(), "docx", { madeAt, paper: "A4" });
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const again = await writeDocument(withLink(), "docx", { madeAt, paper: "A4" });
  expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  expect(wordParts(once)["word/_rels/document.xml.rels"]).toContain('Target="https://e.org/x"');
  const properties = wordParts(once)["docProps/core.xml"] ?? "";
  expect(properties.match(/2026-11-26T15:40:00\.000Z/g)).toHaveLength(2);
});

test("LibreOffice, where it is found, opens the Word file with its marks on every page", {
  timeout: 240_000,
}, async ({ skip }) => {
  const file = join(folder, "report.docx");
  writeFileSync(file, await writeDocument(document, "docx", { madeAt, paper: "A4" }));
  const home = `-env:UserInstallation=${pathToFileURL(join(folder, "office"))}`;
  const options = ["--headless", home, "--convert-to", "pdf", "--outdir", folder, file];
  const { error, status } = spawnSync(OFFICE, options, { encoding: "utf8" });
  skip(
    error !== undefined && "code" in error && error.code === "ENOENT",
    "LibreOffice is not on this machine",
  );
  expect(error).toBeUndefined();
  expect(status).toBe(0);
  const { pages } = await readPdf(readFileSync(join(folder, "report.pdf")));
  for (const { body, edges } of pages) expect(`${edges}${body}`).toContain(document.marks.last);
});

test("sections stand in two columns in Word where they do in the PDF, and nowhere else", async () => {
  const remark = { title: "What we make of it", blocks: [plainWords("Staff ask for figures. ".repeat(20))] };
  const cells = ["Raises the budget unasked in a hearing", "0 of 1 meetings", "On course until June"].map(
    plainCell,
  );
  const table = {
    kind: "table" as const,
    caption: "Objectives",
    columns: reportColumns(["What", "Read", "Where"]),
  };
  const objectives = {
    title: "Objectives",
    blocks: [{ ...table, rows: Array.from({ length: 12 }, () => cells) }],
  };
  const lists = ["One", "Two"].map((title) => ({ title, blocks: [plainList(["a", "b", "c"])] }));
  const columnsOf = async (sections: Document["sections"]) => {
    const report = reportDocument({ sections });
    const { "word/document.xml": body = "" } = wordParts(
      await writeDocument(report, "docx", { madeAt, paper: "A4" }),
    );
    const runs = runsOf(report, "A4", densitiesOf(report, "A4").text);
    expect(body.match(/<w:cols [^>]*w:num="2"/g) ?? []).toHaveLength(
      runs.filter(({ columns }) => columns === 2).length,
    );
    return runs.map(({ columns, sections: those }) => ({ columns, titles: those.map(({ title }) => title) }));
  };
  expect(await columnsOf(lists)).toEqual([{ columns: 2, titles: ["One", "Two"] }]);
  expect(await columnsOf([remark, objectives])).toEqual([
    { columns: 1, titles: ["What we make of it"] },
    { columns: 1, titles: ["Objectives"] },
  ]);
});
