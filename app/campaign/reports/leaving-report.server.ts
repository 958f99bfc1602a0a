import type { LeavingReport } from "#app/documents/page-edges.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { momentInWords } from "#app/time/format.ts";

/** What a report carries of the campaign and of the reader who takes it. */
export function leavingReport({ account, campaign, home, now }: CampaignArrival): LeavingReport {
  const taken = `Copy taken by ${account.name}, ${momentInWords(now, home.homeZone)}`;
  return { handling: campaign.handling, campaign: campaign.name, taken };
}
