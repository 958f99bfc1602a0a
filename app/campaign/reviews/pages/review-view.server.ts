import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { narrowestHandling } from "#app/text/handling.ts";
import { listLaterChanges } from "../history.server.ts";
import { findReview, listReviews, type StoredReview } from "../lists.server.ts";
import { reviewDocument } from "../review-document.ts";
import { changedSinceInWords } from "../review-standing.ts";

/**
 * The review that the address names; 404 where it is not of this campaign. Where the campaign's handling has become
 * narrower since it was saved, it travels by that one.
 */
export async function openReview({ database, campaign, params }: CampaignArrival): Promise<StoredReview> {
  const found = await findReview(database.read, {
    campaignId: campaign.id,
    reviewId: params.review ?? "",
  });
  if (found === null) notFound();
  const frozen = found.content.campaign;
  const handling = narrowestHandling([frozen.handling, campaign.handling]);
  return { ...found, content: { ...found.content, campaign: { ...frozen, handling } } };
}

/** The frozen part of a review as a document, and beside it what has come since. */
export async function readReviewPage(arrival: CampaignArrival) {
  const { database, campaign, may, kept, home } = arrival;
  const review = await openReview(arrival);
  const { content, historyStamp, ...head } = review;
  const [later, others] = await Promise.all([
    listLaterChanges(database.read, { campaignId: campaign.id, stamp: historyStamp, day: review.day }),
    listReviews(database.read, campaign.id),
  ]);
  return {
    campaignId: campaign.id,
    homeZone: home.homeZone,
    head,
    report: reviewDocument(content, review.erasedOn),
    changedSince: changedSinceInWords(later),
    others: others
      .filter(({ id, withdrawn }) => id !== review.id && withdrawn === null)
      .map(({ id, day, savedBy }) => ({ id, day, savedBy })),
    mayWrite: may("write"),
    kept,
  };
}

export type ReviewPage = Awaited<ReturnType<typeof readReviewPage>>;
