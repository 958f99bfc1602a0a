import { expect, test } from "vitest";
import { piecesOf } from "#app/documents/pdf-fonts.ts";
import { linesOf } from "#app/documents/pdf-lines.ts";
import { writeDocument } from "#app/documents/write-document.ts";
import { reportDocument } from "../support/builders/report-document.ts";
import { readPdf } from "../support/read-pdf.ts";

const words = (text: string) => ({ text, face: "serif" as const, size: 11, note: null, address: null });
const drawn = (text: string) =>
  linesOf([words(text)], 1000).map((line) => line.map(({ text }) => text).join(""));

test("each sign is drawn in a face that has it: Czech and Greek in that of the text, Arabic in its own, others as boxes", () => {
  expect(piecesOf("Ďuriš, Ελένη", "serif")).toEqual([{ text: "Ďuriš, Ελένη", face: "serif" }]);
  expect(piecesOf("عبد", "serifStrong")).toEqual([{ text: "عبد", face: "arabicStrong" }]);
  expect(piecesOf("王 🙂\u200d🙂 e\u0301", "serif").map(({ face }) => face)).toContain("none");
  expect(piecesOf("co\u2011op", "sans")).toEqual([{ text: "co\u2010op", face: "sans" }]);
});

test("an Arabic name stands from right to left within a line of English, what comes after it where it was", () => {
  expect(drawn("With محمد عبد, Adviser")).toEqual(["With عبد محمد, Adviser"]);
  expect(drawn("Both محمد عبد, عبد: 12 said")).toEqual(["Both عبد محمد, عبد: 12 said"]);
  expect(drawn("Plain English (12)")).toEqual(["Plain English (12)"]);
  const [line = []] = linesOf([words("With محمد عبد, Adviser")], 1000);
  for (const [at, { x, width }] of line.entries())
    expect(line[at + 1]?.x ?? x + width).toBeCloseTo(x + width, 6);
});

test("a PDF says what its boxes stand for, never a number in a name, and copies out the text itself", async () => {
  const made = { madeAt: new Date(0), paper: "A4" } as const;
  const written = async (title: string) => {
    const bytes = await writeDocument(reportDocument({ title, sections: [] }), "pdf", made);
    const { pages } = await readPdf(bytes);
    return { text: pages.map(({ body }) => body).join(" "), file: Buffer.from(bytes).toString("latin1") };
  };
  const emoji = await written("Call on 🙂 Smith");
  expect(emoji.text).toContain("Call on □ Smith");
  expect(emoji.text).toContain("□ stands for a character");
  expect(emoji.text).not.toContain("U+");
  const arabic = await written("Call on محمد الأنصاري");
  expect(arabic.text).not.toMatch(/□|U\+/);
  expect(arabic.file).toContain("NotoNaskhArabic");
});
