import { makeOfferedAudiences } from "#app/campaign/contacts/audiences-of-contact.server.ts";
import type { Reply } from "#app/campaign/outreach-events/participants/participation.ts";
import { planSeries, type SeriesPlan } from "#app/campaign/outreach-events/series/store.server.ts";
import type { EventDetails, Planned } from "#app/campaign/outreach-events/store.server.ts";
import { placeWishIn } from "#app/campaign/outreach-wishes/store.server.ts";
import { planWithDeadlines } from "#app/campaign/visits/deadlines/store.server.ts";
import type { Change } from "#db/change.server.ts";
import { rememberMeantWhole } from "./both-sides.server.ts";

/** What is planned at once: the event, all of its times where it repeats, who is asked and has replied, and the wish that it places. */
export type Plan = {
  details: EventDetails;
  series: SeriesPlan | null;
  contactIds: readonly string[];
  replies: ReadonlyMap<string, Reply>;
  wishId: string | null;
  /** Audiences that are made of whoever is asked, as the form sends them. */
  make: readonly string[];
  /** Bodies of which the line says both sides: so they are meant from now on. */
  meantWhole: readonly string[];
};

export type RefusedPlan =
  | { ok: false; reason: "no-time-at-all" }
  | { ok: false; reason: "not-of-this-campaign"; field: string };

/** Plans an event, or what repeats, and places a wish in it, or in its first time: one Undo takes back all of it. */
export async function planAndPlace(
  change: Change,
  campaignId: string,
  { details: typed, series, contactIds, replies, wishId, make, meantWhole }: Plan,
): Promise<Planned | RefusedPlan> {
  const made = await makeOfferedAudiences(change, campaignId, contactIds, make);
  const details = { ...typed, audienceIds: [...new Set([...typed.audienceIds, ...made.values()])] };
  await rememberMeantWhole(change, campaignId, meantWhole);
  const planned =
    series === null
      ? await planWithDeadlines(change, campaignId, details, contactIds, replies)
      : await planSeries(change, campaignId, details, series, contactIds, replies);
  if (!planned.ok || wishId === null) return planned;
  const placed = await placeWishIn(change, campaignId, wishId, planned.eventId);
  return placed.ok ? planned : { ok: false, reason: "not-of-this-campaign", field: "wish" };
}
