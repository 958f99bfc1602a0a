import type { CampaignArrival } from "#app/http/page.server.ts";
import { cableText, draftCable } from "../cable.ts";
import { cableDocument } from "../cable-document.ts";
import { leavingReview } from "../leaving-review.ts";
import { findReviewBefore } from "../lists.server.ts";
import { reviewStanding } from "../review-standing.ts";
import { openReview } from "./review-view.server.ts";

/** The draft from a review and the one before it, as text and as a document. */
export async function readCable(arrival: CampaignArrival) {
  const { campaign, database } = arrival;
  const review = await openReview(arrival);
  const before = await findReviewBefore(database.read, campaign.id, review.savedAt);
  return {
    campaignId: campaign.id,
    review: { id: review.id, day: review.day, savedAt: review.savedAt },
    dayBefore: before?.day ?? null,
    text: [...reviewStanding(review), cableText(draftCable(review.content, before?.content ?? null))].join(
      "\n\n",
    ),
    document: leavingReview(cableDocument(review.content, before?.content ?? null), [review]),
  };
}
