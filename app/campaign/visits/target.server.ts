import type { Queries } from "#db/schema.ts";

/** Which visit is meant, by its event, and where the browser goes after the change. */
export type VisitTarget = { campaignId: string; eventId: string; location: string };

/** Whether that event of the campaign is a visit. */
export async function isVisit(
  read: Queries,
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
