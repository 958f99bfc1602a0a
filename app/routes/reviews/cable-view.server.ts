import { cableDocument } from "#app/documents/cable-document.ts";
import { leavingReview } from "#app/documents/leaving-review.ts";
import { cableText, draftCable } from "#app/domain/reviews/cable.ts";
import { reviewStanding } from "#app/domain/reviews/review-standing.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { findReviewBefore } from "#db/queries/review-lists.server.ts";
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
