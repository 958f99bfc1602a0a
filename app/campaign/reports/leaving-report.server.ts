import type { LeavingReport } from "#app/documents/page-edges.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { takenInWords } from "#app/time/format.ts";

/** What a report carries of the campaign and of the reader who takes it. */
export function leavingReport({ account, campaign, home, now }: CampaignArrival): LeavingReport {
  const taken = takenInWords("Copy taken", account.name, now, home.homeZone);
  return { handling: campaign.handling, campaign: campaign.name, taken };
}
