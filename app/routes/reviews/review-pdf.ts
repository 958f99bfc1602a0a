import { reportPdf } from "#app/documents/report-pdf.ts";
import { reviewDocument } from "#app/documents/review-document.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { reviewFile } from "./review-file.server.ts";

/** The review as a tagged PDF. */
export const loader = campaignPage("read", (arrival) =>
  reviewFile(
    arrival,
    { ending: ".pdf", type: "application/pdf", name: "Review" },
    ({ content, erasedOn, savedAt }) => reportPdf(reviewDocument(content, erasedOn), new Date(savedAt)),
  ),
);
