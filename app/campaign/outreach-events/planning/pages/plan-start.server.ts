import { findWish, type WishRecord } from "#app/campaign/outreach-wishes/store.server.ts";
import type { FormValues } from "#app/http/form-values.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { findEvent } from "../../outreach-event-record.server.ts";
import { valuesOfCopy, valuesOfNewEvent, valuesOfWish } from "../../pages/event-form-values.ts";

/** Where a plan starts from: a gap, a contact, an event that is copied, or a wish that is placed. */
export type PlanStart = { values: FormValues; copiedFrom: string | null; wish: WishRecord | null };

/** What stands in the form before anything is typed: what the address says, else the usual. */
export async function planStart(arrival: CampaignArrival, search: URLSearchParams): Promise<PlanStart> {
  const { campaign, account, database } = arrival;
  const usual = valuesOfNewEvent(search, account.id, campaign.handling);
  const copied = await findEvent(database.read, campaign.id, search.get("copy") ?? "");
  if (copied !== null) return { values: valuesOfCopy(copied), copiedFrom: copied.title, wish: null };
  const wish = await findWish(database.read, campaign.id, search.get("wish") ?? "");
  if (wish === null) return { values: usual, copiedFrom: null, wish: null };
  return { values: valuesOfWish(wish, usual), copiedFrom: null, wish };
}
