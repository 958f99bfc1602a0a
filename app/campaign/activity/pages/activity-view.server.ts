import type { CampaignArrival } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { readActivityReport } from "../store.server.ts";
import { readPeriodAsked } from "./period-asked.ts";

/** Everything that the activity page and its files show, of the period that the address asks for. */
export async function activityView({ campaign, now, home, url, database }: CampaignArrival) {
  const asked = readPeriodAsked(url.searchParams, campaign.startsOn, dateIn(now, WASHINGTON));
  return {
    campaignId: campaign.id,
    homeZone: home.homeZone,
    asked,
    report: await readActivityReport(database.read, campaign, { ...asked.period, now }),
  };
}

export type ActivityView = Awaited<ReturnType<typeof activityView>>;
