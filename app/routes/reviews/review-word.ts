import { leavingReview } from "#app/documents/leaving-review.ts";
import { reportWord } from "#app/documents/report-word.ts";
import { reviewDocument } from "#app/documents/review-document.ts";
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
      reportWord(
        leavingReview(reviewDocument(review.content, review.erasedOn), [review]),
        new Date(review.savedAt),
      ),
  ),
);
