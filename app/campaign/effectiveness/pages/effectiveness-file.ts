import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { documentAnswer, fileAnswer, formatAsked } from "#app/documents/file-answer.ts";
import { type CampaignArrival, campaignPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { caseFile } from "../case-file.ts";
import { readDayAsked } from "../day-asked.ts";
import { effectivenessCsv } from "../effectiveness-csv.ts";
import { effectivenessDocument } from "../effectiveness-document.ts";
import { readCampaignCase } from "../reception-report.server.ts";
import { effectivenessPage, effectivenessView } from "./effectiveness-view.server.ts";

/** The effectiveness page of the same day: every figure or the notes behind them as data, or the page as a document. */
export const loader = campaignPage("read", async (arrival) => {
  const format = formatAsked(arrival.url);
  if (format === "json") return caseAnswer(arrival);
  if (format === "csv") {
    const view = await effectivenessView(arrival);
    const csv = effectivenessCsv(view, arrival.campaign.handling);
    return fileAnswer(`effectiveness-${view.campaignId}-${view.asked.day}`, format, csv);
  }
  const view = await effectivenessPage(arrival);
  const shown = { knowledge: view.asked.knowledge, wordings: view.wordings };
  return documentAnswer(effectivenessDocument(view, shown, leavingReport(arrival)), format, arrival.now);
});

/** The notes as a case of the published method, so that anybody can check the figures. */
async function caseAnswer({ campaign, now, url, database }: CampaignArrival): Promise<Response> {
  const asked = readDayAsked(url.searchParams, dateIn(now, WASHINGTON));
  const found = await readCampaignCase(database.read, campaign, asked);
  const notes = createReadableStreamFromReadable(Readable.from(caseFile(found)));
  return fileAnswer(`effectiveness-${campaign.id}-${asked.day}`, "json", notes);
}
