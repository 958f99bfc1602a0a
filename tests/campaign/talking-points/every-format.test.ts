import fc from "fast-check";
import { expect, test } from "vitest";
import { type Document, type Line, noteNumbers, type Section, shownNotes } from "#app/documents/document.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { writeMarkdown } from "#app/documents/write-markdown.ts";
import { writeText } from "#app/documents/write-text.ts";
import { leavingPaper } from "../../support/builders/leaving-paper.ts";
import { block, footnote, paper } from "../../support/builders/paper.ts";
import { readPdf } from "../../support/read-pdf.ts";
import { wordParts, wordText } from "../../support/read-word.ts";

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

const lineOf = (line: Line) =>
  line.map((run) => (run.kind === "note" ? `[^${noteNumbers(run)}]` : run.text)).join("");

const linesOf = ({ blocks }: Section) =>
  blocks.flatMap((one) => {
    if (one.kind === "paragraph") return one.lines.map(lineOf);
    return one.kind === "list"
      ? one.items.flatMap(({ lines, marks }) => [...lines.map(lineOf), ...marks])
      : [];
  });

const sectionsOf = (sections: readonly Section[]) =>
  sections.flatMap((section) => [section.title, ...linesOf(section)]);

/** A paper in one string without blanks, as Word and PDF have it; the marks of footnotes stand as "[^3]". */
function bodyOf(document: Document): string {
  const { title, leaving, facts, sections, notes, annex } = document;
  const told = facts.map(({ name, text }) => (name === "" ? text : `${name}: ${text}`));
  const cited = shownNotes(notes).map(({ number, text, marks }) => [number, text, ...marks].join(""));
  const closing = cited.length > 0 && notes.closing !== "" ? `.${notes.closing}` : notes.closing;
  const behind = annex === null ? [] : [annex.title, ...sectionsOf(annex.sections)];
  return withoutBlanks(
    [
      `${leaving?.line} · ${leaving?.version}`,
      title,
      ...told,
      ...sectionsOf(sections),
      cited.join("·"),
      closing,
      ...behind,
    ].join(""),
  );
}

async function wordOf(document: Document) {
  const parts = wordParts(await writeDocument(document, "docx", { madeAt, paper: "A4" }));
  return { parts, body: withoutBlanks(wordText(parts["word/document.xml"] ?? "")) };
}

async function pdfOf(document: Document) {
  const pdf = await readPdf(await writeDocument(document, "pdf", { madeAt, paper: "A4" }));
  return { ...pdf, body: withoutBlanks(pdf.pages.map((page) => page.body).join("")) };
}

/** Markdown without its notation. */
function markdownOf(document: Document): string {
  const plain = writeMarkdown(document)
    .replaceAll(/^(?: {2,})?(?:\d+\.|-|##?) /gm, "")
    .replaceAll("<!-- -->", "")
    .replaceAll(/\]\(<[^>]*>\)/g, "]()")
    .replaceAll(/(?<!\\)\*/g, "")
    .replaceAll(/(?<!\\)\[((?:\\.|[^\]\\^])*)\]\(\)/g, "$1")
    .replaceAll(/\\(.)/g, "$1");
  return withoutBlanks(plain);
}

test("Word and PDF of one paper carry the same words, marks and notes", async () => {
  const body = bodyOf(six);
  expect(body).toContain(withoutBlanks(CZECH));
  expect((await wordOf(six)).body).toBe(body);
  expect((await pdfOf(six)).body).toBe(body);
});

test("Markdown has the same words, and every note where it has no pages", () => {
  const markdown = markdownOf(six);
  for (const said of sectionsOf([...six.sections, ...(six.annex?.sections ?? [])]))
    expect(markdown).toContain(withoutBlanks(said.replaceAll("▲]", "]▲")));
  for (const { number, text } of six.notes.each)
    expect(markdown).toContain(withoutBlanks(`[^${number}]: ${text}`));
});

test("the copy for e-mail has the same words, its addresses beside them", () => {
  const mail = withoutBlanks(writeText(six).replaceAll(/ \[(\d+▲?)\]/g, "[^$1]"));
  for (const section of six.sections) {
    for (const said of linesOf(section)) expect(mail).toContain(withoutBlanks(said));
  }
  expect(mail.startsWith(withoutBlanks(six.marks.first.head.map(({ text }) => text).join("")))).toBe(true);
  expect(mail.endsWith(withoutBlanks(six.marks.last))).toBe(true);
});

test("how it may travel and how it leaves stand once on the first page, and small on each further one", async () => {
  const { pages } = await pdfOf(six);
  expect(pages.length).toBeGreaterThanOrEqual(4);
  for (const [index, { body, edges }] of pages.entries()) {
    const { head } = index === 0 ? six.marks.first : six.marks.further;
    for (const { text } of head) expect(withoutBlanks(edges).split(withoutBlanks(text))).toHaveLength(2);
    expect(edges).toContain(`Page ${index + 1} of ${pages.length}`);
    expect(edges).toContain("TLP:AMBER");
    expect(`${edges}${body}`.match(/CHANGED SINCE CLEARANCE/g)).toHaveLength(1);
  }
});

test("the Word file has a head and a foot of its first page and one of every further page", async () => {
  const { parts } = await wordOf(six);
  const said = (part: string) =>
    ["1", "2"].map((number) => wordText(parts[`word/${part}${number}.xml`] ?? ""));
  for (const { head } of [six.marks.first, six.marks.further])
    for (const { text } of head) expect(said("header").filter((one) => one.includes(text))).toHaveLength(1);
  for (const one of said("footer")) expect(one).toContain(six.marks.last);
  expect(parts["word/document.xml"]).toContain("<w:titlePg/>");
});

test("a usual paper is one page and its annex the second; without the annex it is one page", async () => {
  const text = "Most European allies keep one set of forces and one defence budget. ".repeat(3);
  const points = ["P1", "P2", "P3"].map((code) => block(text, { footnotes: [footnote(code)] }));
  const replies = ["P4", "P5"].map((code) =>
    block(text, { section: "if raised", heading: "Duplication", footnotes: [footnote(code)] }),
  );
  const usual = paper([...points, ...replies, block("Never say exit.", { section: "avoid" })], {
    ask: "One question",
  });
  const pagesOf = async (hasAnnex: boolean) => (await pdfOf(leavingPaper(usual, { hasAnnex }))).pages.length;
  expect(await pagesOf(true)).toBe(2);
  expect(await pagesOf(false)).toBe(1);
});

test("of forty sources ten stand on the page, and the annex has all; left away, the page says so", async () => {
  const notes = six.notes;
  expect(shownNotes(notes)).toHaveLength(10);
  expect(notes.closing).toBe("Sources 11 to 40 and the full records are in the annex.");
  const alone = leavingPaper(
    paper([block("A.", { footnotes: Array.from({ length: 40 }, (_, at) => footnote(`P${at}`)) })]),
    {
      hasAnnex: false,
    },
  );
  expect(alone.notes.closing).toBe("Sources 11 to 40 are in the annex, which this copy omits.");
  expect(alone.annex).toBeNull();
  const { pages, body } = await pdfOf(alone);
  expect(pages).toHaveLength(1);
  expect(body).toContain("A.[^1–40]");
});

test("in the annex a source says once who published it and when, where its title says so already", () => {
  const named = (title: string, publisher: string, publishedOn: string) => {
    const sources = [{ title, publisher, publishedOn, address: null }];
    const { annex } = leavingPaper(paper([block("A.", { footnotes: [footnote("P1", { sources })] })]));
    return (annex?.sections ?? []).flatMap(linesOf).join(" ");
  };
  const twice = "Anadolu via A News, 24 April 2025, on the report";
  expect(named(twice, "Anadolu, by A News", "2025-04-24")).toContain(`${twice}.`);
  expect(named(twice, "Reuters, by A News", "2025-04-25")).toContain(
    `${twice}, Reuters, by A News, 25 Apr 2025.`,
  );
  expect(named("EEAS page, May 2025", "EEAS", "2025-05")).toContain("EEAS page, May 2025.");
  expect(named("The estimates of March 2025", "NATO", "2025-03")).toContain("of March 2025, NATO, Mar 2025.");
});

test("a point of 1,200 words runs on over pages in the type as designed, nothing lost", async () => {
  const long = leavingPaper(paper([block("word ".repeat(1_200).trim())]));
  const { pages, body } = await pdfOf(long);
  expect(pages.length).toBeGreaterThan(1);
  expect(body).toBe(bodyOf(long));
});

test("the Word file brings its faces along, and names what stands in for them", async () => {
  const { parts } = await wordOf(six);
  const table = parts["word/fontTable.xml"] ?? "";
  expect(table.match(/<w:embed(Regular|Bold|Italic|BoldItalic) /g)).toHaveLength(6);
  for (const instead of ["Georgia", "Calibri"]) expect(table).toContain(`<w:altName w:val="${instead}"/>`);
  expect(Object.keys(parts).filter((path) => path.endsWith(".odttf"))).toHaveLength(6);
  expect(parts["word/settings.xml"]).toContain("<w:embedTrueTypeFonts/>");
});

test("the PDF is tagged, with language, title, headings, lists, sources and links", async () => {
  const { isTagged, language, title, pages } = await pdfOf(six);
  expect({ isTagged, language, title }).toEqual({ isTagged: true, language: "en-GB", title: six.title });
  const tags = new Set(pages.flatMap((page) => page.tags));
  expect([...tags].sort()).toEqual(["Artifact", "H1", "H2", "Lbl", "Link", "P"]);
});

test("the Word file has styles, notes that its numbers lead to, British English and its title", async () => {
  const { parts } = await wordOf(six);
  const text = parts["word/document.xml"] ?? "";
  for (const style of ["Title", "Heading1", "Item", "Warned", "Sources"])
    expect(text).toContain(`w:val="${style}"`);
  expect(text).toContain('w:anchor="source2"');
  expect(text).toContain('w:name="source2"');
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
    fc.asyncProperty(fc.array(typed, { minLength: 4, maxLength: 4 }), async (texts) => {
      const document = leavingPaper(paper(texts.map((text) => block(text, { footnotes: [footnote("P8")] }))));
      const body = bodyOf(document);
      const word = await wordOf(document);
      expect(word.body).toBe(body);
      const xml = Object.entries(word.parts).filter(([path]) => !path.endsWith(".odttf"));
      for (const [, part] of xml) expect(part).not.toMatch(/[^\P{Cc}\n\r\t]/u);
    }),
    { numRuns: 15 },
  );
});

test("signs that a face of the PDF does not have are drawn in another, or as a box that the end explains", async () => {
  const typed = "non\u2011breaking a\u200bb\ufeff 中 😀 → Київ Αθήνα €";
  const { body } = await pdfOf(leavingPaper(paper([block(typed)])));
  expect(body).toContain(withoutBlanks("non\u2010breaking ab □ □ → Київ Αθήνα €"));
  expect(body).toContain(withoutBlanks("□ stands for a character"));
});

test("a copy for outsiders has the box, and no word on how the file was made", async () => {
  const given = { isForOutsiders: true, lastTime: null };
  const { body } = await pdfOf(leavingPaper(paper([block("Thank you 😀")]), given));
  expect(body).toContain(withoutBlanks("Thank you □"));
  expect(body).not.toContain(withoutBlanks("stands for a character"));
});

test("a long word without blanks, and a paper without a block, are pages like others", async () => {
  const long = leavingPaper(paper([block("x".repeat(2_000)), block("https://example.org/".repeat(20))]));
  expect((await pdfOf(long)).body).toBe(bodyOf(long));
  const empty = leavingPaper(paper([]));
  expect((await pdfOf(empty)).pages).toHaveLength(1);
  expect((await wordOf(empty)).body).toBe(bodyOf(empty));
});
