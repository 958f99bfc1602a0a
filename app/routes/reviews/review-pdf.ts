import { leavingReview } from "#app/documents/leaving-review.ts";
import { reportPdf } from "#app/documents/report-pdf.ts";
import { reviewDocument } from "#app/documents/review-document.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { reviewFile } from "./review-file.server.ts";

/** The review as a tagged PDF. */
export const loader = campaignPage("read", (arrival) =>
  reviewFile(arrival, { ending: ".pdf", type: "application/pdf", name: "Review" }, (review) =>
    reportPdf(
      leavingReview(reviewDocument(review.content, review.erasedOn), [review]),
      new Date(review.savedAt),
    ),
  ),
);
