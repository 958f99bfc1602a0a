import { redirect } from "@remix-run/node";
import { eventHere } from "#app/campaign/outreach-events/event-page.server.ts";
import { findPaperOfEvent } from "#app/campaign/outreach-events/papers.server.ts";
import { recordPaperCopy } from "#app/campaign/talking-points/copies/paper-copies.server.ts";
import { copyInWords } from "#app/campaign/talking-points/copies/paper-copy.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";
import { briefLeaving } from "./brief-leaving.server.ts";

/** Records that the reader prints the brief, and leads back to it ready to be printed. Nothing is kept without a paper. */
export async function printBrief(arrival: CampaignArrival & Sent): Promise<Response> {
  const { campaign, database, author, submission } = arrival;
  const event = await eventHere(arrival);
  const found = await findPaperOfEvent(database.read, event.id);
  const leaving = await briefLeaving(arrival, found);
  if (found !== null && leaving !== null) {
    const { hash, versionNumber, line: leavingLine } = leaving;
    const manner = "printed brief";
    const copy = { manner, isForOutsiders: false, hash, versionNumber, leavingLine } as const;
    await database.change(author, submission, (change) =>
      recordPaperCopy(change, found.paper, { ...copy, summary: copyInWords(manner, false) }),
    );
  }
  return redirect(`/c/${campaign.id}/events/${event.id}/brief?print=yes`, 303);
}
