import { attachmentHeader } from "#app/documents/attachment.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { StoredReview } from "../lists.server.ts";
import { openReview } from "./review-view.server.ts";

type Kind = { ending: string; type: string; name: string };

/** A file made from a frozen review alone: the same bytes whenever it is asked for, but for an erased name. */
export async function reviewFile(
  arrival: CampaignArrival,
  { ending, type, name }: Kind,
  write: (review: StoredReview) => Promise<BodyInit> | BodyInit,
): Promise<Response> {
  const review = await openReview(arrival);
  const { campaign, day } = review.content;
  return new Response(await write(review), {
    headers: {
      "Content-Type": type,
      "Content-Disposition": attachmentHeader(`${name} ${campaign.name} ${day}`, ending),
    },
  });
}
