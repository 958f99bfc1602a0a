import type { Kysely } from "kysely";
import type { Change } from "#db/change.server.ts";
import type { Schema } from "#db/schema.ts";

/** Which visit is meant, by its event, and where the browser goes after the change. */
export type VisitTarget = { campaignId: string; eventId: string; location: string };

/** Whether that event of the campaign is a visit. */
export async function isVisit(
  read: Kysely<Schema>,
  { campaignId, eventId }: Pick<VisitTarget, "campaignId" | "eventId">,
): Promise<boolean> {
  const row = await read
    .selectFrom("outreach_event")
    .select("id")
    .where("id", "=", eventId)
    .where("campaign_id", "=", campaignId)
    .where("kind", "=", "delegation visit")
    .executeTakeFirst();
  return row !== undefined;
}

/** Says of the visit what a change did to a part of it. */
export function describeVisit(
  change: Change,
  { eventId, location }: Pick<VisitTarget, "eventId" | "location">,
  action: string,
  summary: string,
): void {
  change.describe({ recordKind: "outreach event", recordId: eventId, action, summary, location });
}
