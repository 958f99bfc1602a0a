import { redirect } from "@remix-run/node";
import { findReview } from "#app/campaign/reviews/lists.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { campaignPage, notFound } from "#app/http/page.server.ts";
import { coveredMonth } from "../cable/cable.ts";
import { findWritten } from "../lists.server.ts";

/** Where the draft of a cable stood before cables were kept: the cable of that month, or the page on which it is begun. */
export const loader = campaignPage("read", async ({ campaign, database, params }) => {
  const target = { campaignId: campaign.id, reviewId: params.review ?? "" };
  const review = (await findReview(database.read, target)) ?? notFound();
  const { from } = coveredMonth(review.day);
  const about = { monthFrom: from, daysTo: null, eventId: null, contactId: null };
  const written = await findWritten(database.read, campaign.id, "cable", about);
  const to = written === null ? `?review=${review.id}` : `/${written}`;
  return redirect(`${addressOf.correspondence(campaign.id)}${to}`);
});
