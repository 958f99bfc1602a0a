import { leavingReview } from "#app/documents/leaving-review.ts";
import { reviewDocument } from "#app/documents/review-document.ts";
import { writtenFile } from "#app/documents/write-in-worker.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { reviewFile } from "./review-file.server.ts";

/** The review as a Word file. */
export const loader = campaignPage("read", (arrival) =>
  reviewFile(
    arrival,
    {
      ending: ".docx",
      type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      name: "Review",
    },
    (review) =>
      writtenFile({
        kind: "report",
        report: leavingReview(reviewDocument(review.content, review.erasedOn), [review]),
        format: "Word",
        madeAt: new Date(review.savedAt),
      }),
  ),
);
