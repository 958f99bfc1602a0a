import { fileAnswer } from "#app/documents/file-answer.ts";
import { writtenFile } from "#app/documents/write-in-worker.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { noteExport } from "../import.server.ts";

type ToLibrary = { path: string; campaignId: string; today: CalendarDate; madeAt: Date };

declare module "#app/documents/write-in-worker.ts" {
  interface ToWrite {
    library: ToLibrary;
  }
}

/** The library of the campaign as its files, in one zip. */
export const loader = campaignPage("read", zipOfCampaign);

/** The same, and notes that the files say what the product says: later edits of the files go on from there. */
export const action = campaignAction("write", async (arrival) => {
  const answer = await zipOfCampaign(arrival);
  await noteExport(arrival.database, arrival.author, arrival.campaign.id);
  return answer;
});

async function zipOfCampaign({ database, campaign, now, today }: CampaignArrival): Promise<Response> {
  const { path } = database;
  const zip = await writtenFile({ kind: "library", path, campaignId: campaign.id, today, madeAt: now });
  return fileAnswer(`messages-${campaign.id}-${today}`, "zip", zip);
}
