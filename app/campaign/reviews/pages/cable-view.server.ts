import { type Document, plainWords, reportOf } from "#app/documents/document.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import { type Cable, cableText, draftCable } from "../cable.ts";
import { findReviewBefore } from "../lists.server.ts";
import type { ReviewContent } from "../review-content.ts";
import { savedInWords } from "../review-document.ts";
import { leavingReview, reviewStanding } from "../review-standing.ts";
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

/** The draft of the monthly cable as a document with numbered paragraphs. */
function cableDocument(review: ReviewContent, before: ReviewContent | null): Document {
  const cable: Cable = draftCable(review, before);
  const about = {
    handling: cable.handling,
    campaign: review.campaign.name,
    asOf: `Draft of a cable, from the review of ${formatDayWithYear(review.day)}`,
    taken: savedInWords(review),
  };
  const document = reportOf(about, {
    title: cable.subject,
    opening: [],
    facts: [{ name: "Draft", text: "Built by rule from the frozen review. Nobody has read it yet" }],
    sections: cable.paragraphs.map(({ head, text }, at) => ({
      title: `${at + 1}. ${head}`,
      blocks: [plainWords(text)],
    })),
  });
  return { ...document, name: cable.subject };
}
