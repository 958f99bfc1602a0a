import { exportedZip } from "#app/documents/export-zip.ts";
import { formatLibrary } from "#app/domain/messages/format-library.ts";
import { READ_ME } from "#app/domain/messages/library-kinds.ts";
import { staleReadMe } from "#app/domain/messages/stale-read-me.ts";
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
  const library = await readLibrary(database.read, campaign.id);
  const stale = staleReadMe(library, dateIn(now, WASHINGTON));
  const beside = stale === null ? [] : [{ name: READ_ME, text: stale }];
  const zip = await exportedZip([...formatLibrary(library), ...beside], now);
  return new Response(Uint8Array.from(zip), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="messages-${campaign.id}-${dateIn(now, WASHINGTON)}.zip"`,
    },
  });
}
