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
    ({ content, erasedOn, savedAt }) => reportWord(reviewDocument(content, erasedOn), new Date(savedAt)),
  ),
);
