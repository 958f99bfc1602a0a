import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { findVisitOfItem } from "./store.server.ts";
import { programmePath } from "./visit-here.server.ts";

export type VisitLink = { isOwn: boolean; title: string; programme: string };

/** The programme of an event that is a visit, or the one to which an event belongs; null for any other event. */
export async function visitLink(
  { campaign, database }: CampaignArrival,
  { id, kind, title }: EventRecord,
): Promise<VisitLink | null> {
  if (kind === "delegation visit") return { isOwn: true, title, programme: programmePath(campaign.id, id) };
  const visit = await findVisitOfItem(database.read, id);
  return visit === null
    ? null
    : { isOwn: false, title: visit.title, programme: programmePath(campaign.id, visit.id) };
}
