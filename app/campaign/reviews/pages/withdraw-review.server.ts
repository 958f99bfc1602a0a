import { z } from "zod";
import { line } from "#app/http/fields.ts";
import { afterChange, refuseByRule, refuseForm } from "#app/http/form.server.ts";
import { type CampaignArrival, notFound, type Sent } from "#app/http/page.server.ts";
import { readForm } from "#app/http/read-form.ts";
import { explainReviewRefusal } from "../review-refusals.ts";
import { withdrawReview } from "../store.server.ts";

const schema = z.object({ reason: line(500, "Write why it is withdrawn, in a sentence") });

/** Withdraws the review that the address names. */
export async function answerWithdrawal(arrival: CampaignArrival & Sent) {
  const { form, database, author, submission, campaign, params } = arrival;
  const read = readForm(form, schema);
  if (!read.ok) return refuseForm(form, read.errors);
  const target = { campaignId: campaign.id, reviewId: params.review ?? "" };
  const withdrawn = await database.change(author, submission, (change) =>
    withdrawReview(change, target, read.value.reason),
  );
  if (withdrawn.ok) return afterChange(withdrawn);
  if (withdrawn.reason === "not-found") notFound();
  return refuseByRule(form, explainReviewRefusal(withdrawn.reason));
}
