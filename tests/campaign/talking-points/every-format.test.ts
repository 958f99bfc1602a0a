import fc from "fast-check";
import { expect, test } from "vitest";
import type { Document, Section } from "#app/documents/document.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { writeMarkdown } from "#app/documents/write-markdown.ts";
import { writeText } from "#app/documents/write-text.ts";
import { leavingPaper } from "../../support/builders/leaving-paper.ts";
import { block, footnote, paper } from "../../support/builders/paper.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { wordFootnotes, wordParts, wordText } from "../../support/read-word.ts";

const madeAt = new Date("2026-11-24T15:40:00.000Z");
const CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy.";

/** Six pages and more: long points, each with a source of its own, one stale, one internal. */
const six = leavingPaper(
  paper(
    [
      ...Array.from({ length: 40 }, (_, index) =>
        block(
          `Point ${index}: **486 billion** dollars, *in 2024*[^P${index}]. ${CZECH.repeat(3)}\nSecond line.`,
          {
            footnotes: [
              footnote(`P${index}`, {
                claim: `Claim ${index}. ${CZECH}`,
                reviewBy: index === 7 ? "2026-11-23" : null,
                isInternal: index === 8,
              }),
            ],
          },
        ),
      ),
      block("Agree[^P1], and say so.", {
        section: "if raised",
        heading: "Not capable",
        footnotes: [footnote("P1")],
      }),
      block("Never say exit.", { section: "avoid" }),
      block("Some background.\n\nMore of it.", { section: "background" }),
    ],
    { title: `Štáb senátu. ${CZECH}`, ask: "One question", objective: "A hearing" },
  ),
  {
    mark: "CHANGED SINCE CLEARANCE",
    line: "CHANGED SINCE CLEARANCE. Cleared by Tomáš Beran for the ministry.",
  },
);

const withoutBlanks = (text: string) => text.replaceAll(/\s+/g, "");

const itemsOf = ({ blocks }: Section) => blocks.flatMap((one) => (one.kind === "list" ? one.items : []));

const said = ({ lines, marks }: ReturnType<typeof itemsOf>[number]) => [
  ...lines.map((line) => line.map((run) => (run.kind === "note" ? `[^${run.number}]` : run.text)).join("")),
  ...marks,
];

/** The body of a paper in one string without blanks; the marks of footnotes stand as "[^3]". */
function bodyOf({ title, leaving, facts, sections }: Document): string {
  const told = facts.map(({ name, text }) => (name === "" ? text : `${name}: ${text}`));
  const blocks = sections.flatMap((section) => [section.title, ...itemsOf(section).flatMap(said)]);
  return withoutBlanks([leaving?.line, leaving?.stale, title, ...told, ...blocks].join(""));
}

function notesOf({ notes }: Document): string {
  return withoutBlanks(notes.map(({ text, marks }) => [text, ...marks].join(" ")).join(""));
}

async function wordOf(document: Document) {
  const parts = wordParts(await writeDocument(document, "docx", madeAt));
  const notes = [...wordFootnotes(parts["word/footnotes.xml"] ?? "")].sort(([one], [other]) => one - other);
  return {
    parts,
    body: withoutBlanks(wordText(parts["word/document.xml"] ?? "")),
    notes: withoutBlanks(notes.map(([, text]) => text).join("")),
  };
}

async function pdfOf(document: Document) {
  const pdf = await readPdf(await writeDocument(document, "pdf", madeAt));
  const [body = "", notes = ""] = pdf.pages
    .map((page) => page.body)
    .join("")
    .split(/Sources(?=\s*P)/);
  return { ...pdf, body: withoutBlanks(body), notes: withoutBlanks(notes) };
}

/** Markdown without its notation, and without the head and foot of the page. */
function markdownOf(document: Document) {
  const plain = writeMarkdown(document)
    .replaceAll(/^(?: {2,})?(?:\d+\.|-|##?) /gm, "")
    .replaceAll("<!-- -->", "")
    .replaceAll(/\]\(<[^>]*>\)/g, "]()")
    .replaceAll(/(?<!\\)\*/g, "")
    .replaceAll(/(?<!\\)\[((?:\\.|[^\]\\^])*)\]\(\)/g, "$1")
    .replaceAll(/\\(.)/g, "$1");
  const [whole = ""] = plain.split("\n---\n");
  const [body = "", ...notes] = whole.split(/^\[\^\d+\]: /m);
  return { body: withoutBlanks(body), notes: withoutBlanks(notes.join("")) };
}

test("Word, PDF and Markdown of one paper carry the same words, marks and footnotes", async () => {
  const word = await wordOf(six);
  const pdf = await pdfOf(six);
  const markdown = markdownOf(six);
  const body = bodyOf(six);
  expect(body).toContain(withoutBlanks(CZECH));
  expect(word.body).toBe(body);
  expect(pdf.body).toBe(body);
  const { line = "", stale = "" } = six.leaving ?? {};
  expect(`${withoutBlanks(line)}${withoutBlanks(stale)}${markdown.body.split(withoutBlanks(stale))[1]}`).toBe(
    body,
  );
  for (const { notes } of [word, pdf, markdown]) expect(notes).toBe(notesOf(six));
});

test("the copy for e-mail has the same words, its addresses beside them", () => {
  const mail = withoutBlanks(writeText(six).replaceAll(/ \[(\d+)\]/g, "[^$1]"));
  for (const section of six.sections) {
    for (const item of itemsOf(section)) expect(mail).toContain(withoutBlanks(said(item).join("")));
  }
  const edge = six.marks.head.map(({ text }) => text);
  expect(edge.length).toBeGreaterThan(1);
  expect(mail.startsWith(withoutBlanks(edge.join("")))).toBe(true);
  expect(mail.endsWith(withoutBlanks([...edge, six.marks.last].join("")))).toBe(true);
});

test("every page of the PDF says at its head and foot how it may travel, how it leaves and what is stale", async () => {
  const { pages } = await pdfOf(six);
  expect(pages.length).toBeGreaterThanOrEqual(6);
  for (const [index, { edges }] of pages.entries()) {
    for (const { text } of six.marks.head) expect(edges.split(text)).toHaveLength(3);
    expect(edges).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(edges).toContain("TLP:AMBER");
    expect(edges).toContain("STALE SOURCES: P7 since 23 Nov 2026");
  }
});

test("every page of the Word file says the same, in a header and a footer that no page goes without", async () => {
  const { parts } = await wordOf(six);
  for (const part of ["word/header1.xml", "word/footer1.xml"]) {
    for (const { text } of six.marks.head) expect(wordText(parts[part] ?? "")).toContain(text);
  }
  expect(parts["word/document.xml"]).toMatch(/<w:headerReference w:type="default"/);
  expect(parts["word/document.xml"]).toMatch(/<w:footerReference w:type="default"/);
  expect(parts["word/document.xml"]).not.toContain("<w:titlePg/>");
  expect(
    Object.keys(parts).filter((path) => /header|footer/.test(path) && !path.includes("_rels")),
  ).toHaveLength(2);
});

test("the PDF is tagged, with language, title, headings, lists, sources and links", async () => {
  const { isTagged, language, title, pages } = await pdfOf(six);
  expect({ isTagged, language, title }).toEqual({ isTagged: true, language: "en-GB", title: six.title });
  const tags = new Set(pages.flatMap((page) => page.tags));
  expect([...tags].sort()).toEqual(["Artifact", "H1", "H2", "Lbl", "Link", "P"]);
});

test("the Word file has styles, real footnotes, British English and its title", async () => {
  const { parts } = await wordOf(six);
  const text = parts["word/document.xml"] ?? "";
  for (const style of ["Title", "Heading1", "ListParagraph", "Standing"])
    expect(text).toContain(`w:val="${style}"`);
  expect(text.match(/<w:footnoteReference w:id="2"\/>/g)).toHaveLength(1);
  expect(parts["word/styles.xml"]).toContain('<w:lang w:val="en-GB"/>');
  expect(parts["docProps/core.xml"]).toContain(`<dc:title>${six.title}</dc:title>`);
});

test("whatever is typed, the Word file carries it and stays whole", async () => {
  const pieces = fc.constantFrom(
    "a",
    "ž",
    " ",
    "\n",
    "*",
    "**",
    "[",
    "](https://e.org/x)",
    "\\",
    "[^P8]",
    "1. ",
    "- ",
    "_",
    "<b>",
    "&amp;",
    "\u0007",
    "\u00a0",
    "`",
    "#",
  );
  const typed = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((all) => `x${all.join("")}y`);
  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const document = leavingPaper(paper([block(words, { footnotes: [footnote("P8")] })]));
      const body = bodyOf(document);
      const word = await wordOf(document);
      expect(word.body).toBe(body);
      for (const part of Object.values(word.parts)) expect(part).not.toMatch(/[^\P{Cc}\n\r\t]/u);
    }),
    { numRuns: 60 },
  );
});

test("signs that a face of the PDF does not have are drawn as what they are, or by their number", async () => {
  const typed = "non\u2011breaking a\u200bb\ufeff 中 😀 → Київ Αθήνα €";
  const { body } = await pdfOf(leavingPaper(paper([block(typed)])));
  expect(body).toContain(withoutBlanks("non\u2010breaking ab [U+4E2D] [U+1F600] → Київ Αθήνα €"));
});

test("a long word without blanks, and a paper without a block, are pages like others", async () => {
  const long = leavingPaper(paper([block("x".repeat(2_000)), block("https://example.org/".repeat(20))]));
  expect((await pdfOf(long)).body).toBe(bodyOf(long));
  const empty = leavingPaper(paper([]));
  expect((await pdfOf(empty)).pages).toHaveLength(1);
  expect((await wordOf(empty)).body).toBe(bodyOf(empty));
});
