import { attachmentHeader } from "./attachment.ts";
import type { ReportDocument } from "./report-document.ts";
import { type ReportFormat, writtenFile } from "./write-in-worker.ts";

const FORMATS = {
  Word: {
    ending: ".docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  PDF: { ending: ".pdf", type: "application/pdf" },
} as const;

/** A report as a file that is called after what it is, of which campaign and day. */
export async function reportFile(
  document: ReportDocument,
  format: ReportFormat,
  madeAt: Date,
): Promise<Response> {
  const { ending, type } = FORMATS[format];
  const { asOf, campaign } = document.marks;
  return new Response(await writtenFile({ kind: "report", report: document, format, madeAt }), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": attachmentHeader(`${asOf}, ${campaign}`, ending),
    },
  });
}
