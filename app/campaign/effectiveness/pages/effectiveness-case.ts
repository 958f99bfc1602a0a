import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { campaignPage } from "#app/http/page.server.ts";
import { dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { caseFile } from "../case-file.ts";
import { readDayAsked } from "../day-asked.ts";
import { readCampaignCase } from "../reception-report.server.ts";

/** The notes behind the effectiveness page as a case of the published method, so that anybody can check its figures. */
export const loader = campaignPage("read", async ({ campaign, now, url, database }) => {
  const asked = readDayAsked(url.searchParams, dateIn(now, WASHINGTON));
  const found = await readCampaignCase(database.read, campaign, asked);
  return new Response(createReadableStreamFromReadable(Readable.from(caseFile(found))), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="effectiveness-${campaign.id}-${asked.day}.json"`,
    },
  });
});
