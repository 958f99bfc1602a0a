import { readDayAsked } from "#app/campaign/effectiveness/day-form.tsx";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { readCoverageReport } from "../store.server.ts";

/** Everything that the coverage page and its files show: as of today in Washington, or of the day that the address asks for. */
export async function coverageView({ campaign, today, may, url, database }: CampaignArrival) {
  const asked = readDayAsked(url.searchParams, today);
  return {
    campaignId: campaign.id,
    asked,
    mayPlan: may("write") && asked.isToday,
    report: await readCoverageReport(database.read, campaign, asked.day),
  };
}

export type CoverageView = Awaited<ReturnType<typeof coverageView>>;
