import type { CampaignArrival } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { readDayAsked } from "../day-asked.ts";
import { withMessagesShown } from "../messages-shown.ts";
import { readReceptionReport, readReceptionReportAsKnown } from "../reception-report.server.ts";
import { wordingsView } from "../wordings/pages/wordings-view.server.ts";

/**
 * Everything that the effectiveness page and its files show: as of today in Washington, or of the day and the knowledge
 * that the address asks for.
 */
export async function effectivenessView({ campaign, now, may, url, database }: CampaignArrival) {
  const asked = readDayAsked(url.searchParams, dateIn(now, WASHINGTON));
  const readReport = asked.knowledge === "then" ? readReceptionReportAsKnown : readReceptionReport;
  return {
    campaignId: campaign.id,
    asked,
    mayWrite: may("write") && asked.isToday,
    ...(await readReport(database.read, campaign, asked.day)),
  };
}

/** What the page shows beside: the wordings of one message, by all that is known now. */
export async function effectivenessPage(arrival: CampaignArrival) {
  const view = await effectivenessView(arrival);
  const isAsKnown = view.asked.knowledge === "then";
  const wordings = isAsKnown ? null : await wordingsView(arrival, view);
  return { ...withMessagesShown(view), ofMessages: view.messages.length, wordings };
}

export type EffectivenessView = Awaited<ReturnType<typeof effectivenessPage>>;
