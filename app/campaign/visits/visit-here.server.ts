import { listColleagues } from "#app/campaign/campaigns/choices.server.ts";
import { ownerOptions } from "#app/campaign/campaigns/choices.ts";
import { addressOf } from "#app/http/addresses.ts";
import { type CampaignArrival, notFound } from "#app/http/page.server.ts";
import { narrowestHandling } from "#app/text/handling.ts";
import { programmeHash, programmeNumber } from "./copies/programme-version.ts";
import { papersInWords } from "./programme-words.ts";
import { findVisit, type VisitItem, type VisitRecord } from "./store.server.ts";
import type { VisitTarget } from "./target.server.ts";

/** A visit of this campaign, or 404. */
export async function visitHere({ campaign, params, database }: CampaignArrival): Promise<VisitRecord> {
  return (await findVisit(database.read, campaign.id, params.visit ?? "")) ?? notFound();
}

/** Our people whom a form of a visit may name: colleagues, and whom it names already. */
export async function colleaguesHere(
  { campaign, database }: CampaignArrival,
  present: { id: string; name: string } | null = null,
) {
  return ownerOptions(await listColleagues(database.read, campaign.id), present);
}

/** Which visit is changed; the browser goes back to its programme, or to a part of it. */
export function targetHere({ campaign, params }: CampaignArrival, part = ""): VisitTarget {
  const eventId = params.visit ?? "";
  return { campaignId: campaign.id, eventId, location: `${programmePath(campaign.id, eventId)}${part}` };
}

/** Where the programme of a visit is. */
export function programmePath(campaignId: string, eventId: string): string {
  return addressOf.programme(campaignId, eventId);
}

/** What stands at the head of a programme, on the screen, on paper and in every copy. */
export function headOf({ event, items, members, parts, copies }: VisitRecord) {
  const held = items.filter((item) => item.takesPlace);
  const handling = narrowestHandling([event.handling, ...held.map((item) => item.handling)]);
  const hash = programmeHash({ title: event.title, handling, members, items, parts });
  return {
    title: event.title,
    handling,
    hash,
    number: programmeNumber(copies, hash),
    papers: papersInWords(items.map((item) => ({ ...item, isPaperCleared: isPaperCleared(item) }))),
  };
}

/** Whether the paper of an item is cleared; null for what needs none: what is internal. */
export function isPaperCleared({ kind, paper }: VisitItem): boolean | null {
  return kind === "internal" ? null : paper?.isCleared === true;
}
