import { documentAnswer, formatAsked, textAnswer } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import { reviewCsv } from "../review-csv.ts";
import { reviewDocument } from "../review-document.ts";
import { leavingReview, reviewStanding } from "../review-standing.ts";
import { openReview } from "./review-view.server.ts";

/** A review as a file, made of what was frozen alone: the same bytes whenever it is asked for, but for an erased name. */
export const loader = campaignPage("read", async (arrival) => {
  const review = await openReview(arrival);
  const { content, erasedOn, savedAt } = review;
  const name = `Review ${content.campaign.name} ${content.day}`;
  const format = formatAsked(arrival.url);
  if (format === "csv") return textAnswer(name, format, reviewCsv(content, reviewStanding(review)));
  const document = leavingReview(reviewDocument(content, erasedOn), [review]);
  return documentAnswer({ ...arrival, now: new Date(savedAt) }, { ...document, name }, format);
});
