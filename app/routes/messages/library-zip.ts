import { exportedZip } from "#app/documents/export-zip.ts";
import { formatLibrary } from "#app/domain/messages/format-library.ts";
import { dateIn, WASHINGTON } from "#app/domain/time/wall-time.ts";
import { type CampaignArrival, campaignAction, campaignPage } from "#app/http/page.server.ts";
import { readLibrary } from "#db/queries/message-library.server.ts";
import { noteExport } from "#db/queries/message-library-import.server.ts";

/** The library of the campaign as its files, in one zip. */
export const loader = campaignPage("read", zipOfCampaign);

/** The same, and notes that the files say what the product says: later edits of the files go on from there. */
export const action = campaignAction("write", async (arrival) => {
  const answer = await zipOfCampaign(arrival);
  await noteExport(arrival.database, arrival.author, arrival.campaign.id);
  return answer;
});

async function zipOfCampaign({ database, campaign, now }: CampaignArrival): Promise<Response> {
  const files = formatLibrary(await readLibrary(database.read, campaign.id));
  const zip = await exportedZip(files, now);
  return new Response(Uint8Array.from(zip), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="messages-${campaign.id}-${dateIn(now, WASHINGTON)}.zip"`,
    },
  });
}
