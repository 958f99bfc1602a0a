import { writtenFile } from "#app/documents/write-in-worker.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { leavingReview } from "../leaving-review.ts";
import { reviewDocument } from "../review-document.ts";
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
