import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { writeDocument } from "#app/documents/write-document.ts";
import { leavingPaper } from "../support/builders/leaving-paper.ts";
import { block, footnote, paper } from "../support/builders/paper.ts";
import { readPdf } from "../support/read-pdf.ts";
import { wordParts, wordText } from "../support/read-word.ts";

/**
 * The files are opened by programs that are not ours: a reader of PDF from npm wherever the tests run, and poppler and
 * LibreOffice besides where they are found on the machine.
 */
const folder = mkdtempSync(join(tmpdir(), "demarche-documents-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy";
const document = leavingPaper(
  paper(
    Array.from({ length: 45 }, (_, index) =>
      block(`Point ${index}: **${CZECH}**, and *more* of it. ${`${CZECH}. `.repeat(4)}[^P${index}]`, {
        footnotes: [footnote(`P${index}`, { reviewBy: index === 3 ? "2026-03-31" : null })],
      }),
    ),
    { title: `Porada: ${CZECH}` },
  ),
);

/** What the program prints; null where it is not on this machine. */
function printedBy(program: string, ...options: string[]): string | null {
  const { error, stdout, stderr, status } = spawnSync(program, options, { encoding: "utf8" });
  if (error !== undefined && "code" in error && error.code === "ENOENT") return null;
  expect(status, `${program}: ${stderr}`).toBe(0);
  return stdout;
}

const plain = (text: string) => text.replaceAll(/\s+/g, " ");

/** What stands at the head of a page, counted from 0. */
const headAt = (at: number) => (at === 0 ? document.marks.first : document.marks.further).head;

test("other programs find the PDF tagged, titled and in English, and read its Czech on every page", async () => {
  const bytes = await writeDocument(document, "pdf", {
    madeAt: new Date("2026-11-24T15:40:00.000Z"),
    paper: "A4",
  });
  const file = join(folder, "paper.pdf");
  writeFileSync(file, bytes);
  const { pages, isTagged, language, title } = await readPdf(bytes);
  expect([isTagged, language, title]).toEqual([true, "en-GB", document.title]);
  expect(pages.length).toBeGreaterThanOrEqual(5);
  const facts =
    printedBy("pdfinfo", file) ??
    `Title: ${title}\nTagged: ${isTagged ? "yes" : "no"}\nPages: ${pages.length}`;
  expect(facts).toMatch(/Tagged:\s+yes/);
  expect(facts).toContain(document.title);
  expect(facts).toMatch(new RegExp(`Pages:\\s+${pages.length}\\b`));
  const read = printedBy("pdftotext", file, "-")?.split("\f").slice(0, -1);
  for (const [at, page] of (read ?? pages.map(({ body, edges }) => `${edges} ${body}`)).entries()) {
    for (const { text } of headAt(at)) expect(plain(page)).toContain(text);
    expect(plain(page)).toMatch(/žluťoučký kůň|Sources|Claim|declarations/);
  }
});

test("other programs find every face of the PDF embedded", async () => {
  const file = join(folder, "faces.pdf");
  const bytes = await writeDocument(document, "pdf", { madeAt: new Date(0), paper: "A4" });
  writeFileSync(file, bytes);
  const embedded =
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/FontFile2 \d+ 0 R/g) ?? [];
  const faces =
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/Subtype \/CIDFontType2/g) ?? [];
  expect(embedded.length).toBeGreaterThanOrEqual(4);
  expect(embedded).toHaveLength(faces.length);
  const listed = printedBy("pdffonts", file)?.split("\n").slice(2).filter(Boolean);
  if (listed !== undefined) expect(listed).toHaveLength(faces.length);
  for (const line of listed ?? [])
    expect(line).toMatch(/Source(Serif4|Sans3)\S+\s+CID TrueType\s+Identity-H\s+yes yes yes/);
});

test("LibreOffice, where it is found, opens the Word file with its head and foot on every page", async () => {
  const file = join(folder, "paper.docx");
  const bytes = await writeDocument(document, "docx", { madeAt: new Date(0), paper: "A4" });
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const made = printedBy(
    "soffice",
    profile,
    "--headless",
    "--convert-to",
    "pdf:writer_pdf_Export",
    "--outdir",
    folder,
    file,
  );
  const pages =
    made === null
      ? [Object.values(wordParts(bytes)).map(wordText).join(" ")]
      : (await readPdf(readFileSync(join(folder, "paper.pdf")))).pages.map(
          ({ body, edges }) => `${body} ${edges}`,
        );
  expect(pages.length).toBeGreaterThanOrEqual(made === null ? 1 : 5);
  for (const [at, page] of pages.entries()) {
    const words = page.replaceAll(/\s+/g, "");
    for (const { text } of headAt(at)) expect(words).toContain(text.replaceAll(/\s+/g, ""));
  }
  const whole = pages.join(" ").replaceAll(/\s+/g, "");
  expect(whole).toContain(CZECH.replaceAll(" ", ""));
  expect(whole).toContain("Threejointdeclarations");
});
