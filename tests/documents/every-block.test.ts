import { expect, test } from "vitest";
import { type DocumentBlock, plainRun } from "#app/documents/document.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { reportDocument } from "../support/builders/report-document.ts";
import { readPdf } from "../support/read-pdf.ts";
import { wordParts, wordText } from "../support/read-word.ts";

const madeAt = new Date("2026-11-26T15:40:00.000Z");
const document = reportDocument();
const withoutBlanks = (text: string) => text.replaceAll(/\s+/g, "");

/** What a block says in words, pictures by what somebody is told who does not see them. */
function saidBy(block: DocumentBlock): readonly string[] {
  switch (block.kind) {
    case "words":
      return [block.text];
    case "paragraph":
      return block.lines.flat().map((run) => (run.kind === "words" ? run.text : ""));
    case "list":
      return block.items.flatMap(({ lines }) =>
        lines.flat().map((run) => (run.kind === "words" ? run.text : "")),
      );
    case "table":
      return [
        block.caption,
        ...block.columns.map(({ text }) => text),
        ...block.rows.flat().flatMap(({ strong, text, detail }) => [strong, text, detail]),
      ];
    case "courses":
      return [block.note, ...block.charts.flatMap(({ title, subtitle }) => [title, subtitle])];
    case "ranges":
    case "bars":
      return [block.caption, block.heads.name, ...block.rows.flatMap(({ name, text }) => [name, text])];
  }
}

const SAID = [
  document.title,
  document.opening.join(" "),
  ...document.facts.flatMap(({ name, text }) => [`${name}:`, text]),
  ...document.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(saidBy)]),
  ...document.marks.first.head.map(({ text }) => text),
  document.marks.last,
].map(withoutBlanks);

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("every format says all that each kind of block says", async () => {
  const word = Object.values(wordParts(await writeDocument(document, "docx", { madeAt, paper: "A4" }))).map(
    wordText,
  );
  const pdf = await readPdf(await writeDocument(document, "pdf", { madeAt, paper: "A4" }));
  const markdown = decoded(await writeDocument(document, "md", { madeAt, paper: "A4" })).replaceAll(
    /\\(.)/g,
    "$1",
  );
  const plain = decoded(await writeDocument(document, "txt", { madeAt, paper: "A4" }));
  const files = {
    word: word.join(" "),
    pdf: pdf.pages.map(({ edges, body }) => `${edges} ${body}`).join(" "),
    markdown,
    plain,
  };
  for (const [format, file] of Object.entries(files)) {
    const whole = withoutBlanks(file).replaceAll(/\[\^(\d+)\]/g, "$1");
    expect(
      SAID.filter((words) => !whole.includes(words)),
      format,
    ).toEqual([]);
  }
});

test("each list of a Word file counts from one", async () => {
  const items = [{ lines: [[plainRun("One of them")]], marks: [] }];
  const section = { title: "Points", blocks: [{ kind: "list" as const, isNumbered: true, items }] };
  const bytes = await writeDocument(reportDocument({ sections: [section, section] }), "docx", {
    madeAt,
    paper: "A4",
  });
  const body = wordParts(bytes)["word/document.xml"] ?? "";
  const lists = [...body.matchAll(/<w:numId w:val="(\d+)"/g)].map(([, list]) => list);
  expect(lists).toHaveLength(2);
  expect(new Set(lists).size).toBe(2);
});

test("a letter without a title and without marks has neither heading nor head, foot nor number of a page", async () => {
  const none = { head: [], foot: [] };
  const marks = { handling: "" as const, subject: "Letter", first: none, further: none, last: "" };
  const paragraph = { kind: "paragraph" as const, lines: [[plainRun("Dear Claire Hadley:")]] };
  const sections = [{ title: "", blocks: [paragraph] }];
  const letter = reportDocument({ title: "", opening: [], facts: [], sections });
  const sent = { ...letter, look: "letter" as const, marks };
  const { pages } = await readPdf(await writeDocument(sent, "pdf", { madeAt, paper: "A4" }));
  expect(pages.map(({ edges, body }) => `${edges}${body}`.trim())).toEqual(["Dear Claire Hadley:"]);
  const word = wordParts(await writeDocument(sent, "docx", { madeAt, paper: "A4" }));
  expect(Object.keys(word).filter((part) => /header|footer/.test(part))).toEqual([]);
  expect(wordText(word["word/document.xml"] ?? "").trim()).toBe("Dear Claire Hadley:");
  expect(decoded(await writeDocument(sent, "txt", { madeAt, paper: "A4" }))).toBe("Dear Claire Hadley:\n");
});

test("the lines of a paragraph stay lines, and an empty one keeps its room", async () => {
  const lines = [[plainRun(" ")], [plainRun("Jana Malá")], [plainRun("Embassy of the Czech Republic")]];
  const sections = [{ title: "", blocks: [{ kind: "paragraph" as const, lines }] }];
  const signed = { ...reportDocument({ opening: [], facts: [], sections }), look: "letter" as const };
  const { pages } = await readPdf(await writeDocument(signed, "pdf", { madeAt, paper: "A4" }));
  expect(pages[0]?.body).toContain("Jana MaláEmbassy");
  const word = wordParts(await writeDocument(signed, "docx", { madeAt, paper: "A4" }));
  expect(word["word/document.xml"]).toMatch(
    /> <\/w:t><\/w:r><w:r><w:br\/><\/w:r><w:r><w:t[^>]*>Jana Malá<\/w:t><\/w:r><w:r><w:br\/>/,
  );
  const markdown = decoded(await writeDocument(signed, "md", { madeAt, paper: "A4" }));
  expect(markdown).toContain("Jana Malá  \nEmbassy");
  expect(decoded(await writeDocument(signed, "txt", { madeAt, paper: "A4" }))).toContain(
    "Jana Malá\nEmbassy",
  );
});

test("what somebody typed over several lines is one line on paper, and stays two in plain text", async () => {
  const typed = { ...document, facts: [{ name: "Ask", text: "One\nand two" }] };
  const { pages } = await readPdf(await writeDocument(typed, "pdf", { madeAt, paper: "A4" }));
  expect(withoutBlanks(pages[0]?.body ?? "")).toContain("Ask:Oneandtwo");
  expect(decoded(await writeDocument(typed, "txt", { madeAt, paper: "A4" }))).toContain("Ask: One\nand two");
});
