import { beforeAll, expect, test } from "vitest";
import { readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import { findReview } from "#app/campaign/reviews/lists.server.ts";
import { reviewDocument } from "#app/campaign/reviews/review-document.ts";
import { PAPER_SIZES } from "#app/documents/paper-size.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { type Figure, levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { DEMO_CAMPAIGN, type Demo, demoCookie, startedDemo } from "../support/demo.ts";
import { formsOf } from "../support/forms-of.ts";
import { readPdf } from "../support/read-pdf.ts";
import { wordParts, wordText } from "../support/read-word.ts";
import { openPage, sendForm } from "../support/signed-in.ts";

const REPORTS = `/c/${DEMO_CAMPAIGN}/reports`;
let demo: Demo;
let cookie: string;

beforeAll(async () => {
  demo = await startedDemo();
  cookie = await demoCookie(demo, "officer");
});

async function fileOf(path: string): Promise<Uint8Array> {
  const answer = await fetch(`${demo.address}${REPORTS}/${path}`, { headers: { cookie } });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

const plain = (text: string) => text.replaceAll(/\s+/g, "");

test("Word and PDF give every figure that the page gives, in the same words", async () => {
  const report = await readReceptionReport(
    demo.database.read,
    { id: DEMO_CAMPAIGN, startsOn: "2025-07-01" },
    "2026-11-10",
  );
  const figures: Figure[] = [
    ...report.byMessage.map(({ figure }) => figure),
    ...report.rows.flatMap((row) => row.figures),
  ];
  const word = plain(wordText(wordParts(await fileOf("effectiveness.docx"))["word/document.xml"] ?? ""));
  const { pages } = await readPdf(await fileOf("effectiveness.pdf"));
  const pdf = plain(pages.map(({ body }) => body).join(""));
  expect(pages).toHaveLength(2);
  for (const text of [word, pdf]) {
    expect(text).toContain(plain(report.finding.join(" ")));
    for (const figure of figures.filter(({ notes }) => notes > 0)) {
      expect(text).toContain(plain(rangeInWords(figure)));
      expect(text.replaceAll("rawaverage", "raw")).toContain(`raw${levelInDigits(figure.raw ?? 0)}`);
    }
    const cells = report.rows.flatMap((row) => row.figures).filter(({ notes }) => notes > 0);
    for (const { mean, verdict } of cells) expect(text).toContain(plain(`${levelInDigits(mean)}${verdict}`));
  }
});

test("coverage and activity leave as Word and PDF, with who took them on every page", async () => {
  for (const name of ["coverage", "activity"]) {
    const { pages, isTagged } = await readPdf(await fileOf(`${name}.pdf`));
    expect(isTagged).toBe(true);
    expect(pages).toHaveLength(2);
    for (const { edges } of pages) expect(edges).toMatch(/Copy taken by .* in Washington, .* in Prague/);
    const parts = wordParts(await fileOf(`${name}.docx`));
    expect(wordText(parts["word/footer1.xml"] ?? "")).toMatch(/Copy taken by .* in Washington, .* in Prague/);
  }
});

test("the review of ten audiences and twelve objectives is two pages, and leaves no figure out", async () => {
  const saved = await demo.database.read
    .selectFrom("review")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .executeTakeFirstOrThrow();
  const review = await findReview(demo.database.read, { campaignId: DEMO_CAMPAIGN, reviewId: saved.id });
  if (review === null) throw new Error("The sample has a review");
  const { reception, objectives, coverage } = review.content;
  expect([reception.rows.length, reception.messages.length, objectives.length]).toEqual([10, 3, 12]);
  const { pages, isTagged } = await readPdf(await fileOf(`reviews/${saved.id}.pdf`));
  expect(isTagged).toBe(true);
  expect(pages).toHaveLength(2);
  // A figure that stands alone is read back as the number of a note.
  const pdf = plain(pages.map(({ body }) => body).join("")).replaceAll(/\[\^(\d+)\]/g, "$1");
  for (const figure of reception.rows.flatMap((row) => row.figures)) {
    expect(pdf).toContain(plain(rangeInWords(figure)));
    if (figure.notes > 0) expect(pdf).toContain(plain(`${levelInDigits(figure.mean)} ${figure.verdict}`));
  }
  for (const { sentence, figure, word, reason } of objectives)
    for (const text of [sentence, figure, word, reason]) expect(pdf).toContain(plain(text));
  for (const { name, priority, meetings } of coverage.audiences)
    expect(pdf).toContain(plain(`${name}Priority ${priority}, ${meetings} meetings`));
});

test("a review with a remark of 1,500 characters is two pages as well", async () => {
  const saved = await demo.database.read
    .selectFrom("review")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .executeTakeFirstOrThrow();
  const review = await findReview(demo.database.read, { campaignId: DEMO_CAMPAIGN, reviewId: saved.id });
  if (review === null) throw new Error("The sample has a review");
  const remark = "Message 3 carries the campaign; message 2 needs an answer. ".repeat(26).slice(0, 1500);
  const document = reviewDocument({ ...review.content, remark }, null);
  for (const paper of PAPER_SIZES) {
    const { pages } = await readPdf(await writeDocument(document, "pdf", { madeAt: new Date(0), paper }));
    expect(pages).toHaveLength(2);
  }
});

/** How wide and high the first page of each file is, in points. */
async function sheetsOf(files: readonly string[]): Promise<string[]> {
  const sheets = await Promise.all(
    files.flatMap((file) => [
      fileOf(`${file}.pdf`).then((bytes) => sheetOf(Buffer.from(bytes).toString("latin1"), PDF_SHEET, 1)),
      fileOf(`${file}.docx`).then((bytes) =>
        sheetOf(wordParts(bytes)["word/document.xml"] ?? "", WORD_SHEET, 20),
      ),
    ]),
  );
  return [...new Set(sheets)];
}

const PDF_SHEET = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/;
const WORD_SHEET = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/;

function sheetOf(file: string, sheet: RegExp, perPoint: number): string {
  const [, width, height] = sheet.exec(file) ?? [];
  return `${Math.round(Number(width) / perPoint)} × ${Math.round(Number(height) / perPoint)}`;
}

test("an officer chooses the paper of a campaign: every file follows, a saved review too, until it is undone", async () => {
  const { id } = await demo.database.read
    .selectFrom("review")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .executeTakeFirstOrThrow();
  const letter = await demo.database.read
    .selectFrom("correspondence")
    .select("id")
    .where("campaign_id", "=", DEMO_CAMPAIGN)
    .executeTakeFirstOrThrow();
  const files = ["coverage", `reviews/${id}`, `../correspondence/${letter.id}`];
  expect(await sheetsOf(files)).toEqual(["595 × 842"]);
  const settings = `/c/${DEMO_CAMPAIGN}/settings`;
  const { text } = await openPage(demo.address, settings, cookie);
  const form = formsOf(text, settings).find(({ action }) => action === settings);
  const saved = await sendForm(demo.address, settings, cookie, {
    ...Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value])),
    paperSize: "US Letter",
  });
  expect(saved.status).toBe(303);
  expect(await sheetsOf(files)).toEqual(["612 × 792"]);
  const change = new URL(String(saved.headers.location), demo.address).searchParams.get("done") ?? "";
  const undone = await sendForm(demo.address, `/c/${DEMO_CAMPAIGN}/undo`, cookie, { change });
  expect(undone.status).toBe(303);
  expect(await sheetsOf(files)).toEqual(["595 × 842"]);
});
