import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { listChanges } from "#db/history.server.ts";
import { findWish, type WishRecord, type WishTarget } from "../store.server.ts";
import { bestByOn } from "../wish.ts";

/** The wish that the address names; 404 where the campaign has none. */
export async function wishHere({ database, campaign, params }: CampaignArrival): Promise<WishRecord> {
  return (await findWish(database.read, campaign.id, params.wish ?? "")) ?? notFound();
}

/** Which wish a form changes; afterwards its page is shown. */
export function wishTarget({ campaign }: CampaignArrival, { id }: WishRecord): WishTarget {
  return { campaignId: campaign.id, wishId: id, location: addressOf.wish(campaign.id, id) };
}

/** Everything that the page of a wish shows. */
export async function readWishView(arrival: CampaignArrival) {
  const { campaign, database, today, may } = arrival;
  const wish = await wishHere(arrival);
  return {
    base: `/c/${campaign.id}`,
    wish,
    bestBy: bestByOn(wish.bestBy, today),
    changes: await listChanges(database.read, "event to place", wish.id),
    mayWrite: may("write"),
  };
}

export type WishView = Awaited<ReturnType<typeof readWishView>>;
