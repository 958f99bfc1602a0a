import { attachmentHeader } from "./attachment.ts";
import type { ReportDocument } from "./report-document.ts";
import { reportPdf } from "./report-pdf.ts";
import { reportWord } from "./report-word.ts";

/** The formats in which a report leaves as a document. */
const FORMATS = {
  Word: {
    ending: ".docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: reportWord,
  },
  PDF: { ending: ".pdf", type: "application/pdf", write: reportPdf },
} as const;

export type ReportFormat = keyof typeof FORMATS;

/** A report as a file that is called after what it is, of which campaign and day. */
export async function reportFile(
  document: ReportDocument,
  format: ReportFormat,
  madeAt: Date,
): Promise<Response> {
  const { ending, type, write } = FORMATS[format];
  const { asOf, campaign } = document.marks;
  return new Response(await write(document, madeAt), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": attachmentHeader(`${asOf}, ${campaign}`, ending),
    },
  });
}
