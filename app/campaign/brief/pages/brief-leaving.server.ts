import { redirect } from "@remix-run/node";
import { markedStatusLine, statusMark } from "#app/campaign/holds/what-a-hold-marks.ts";
import { eventHere } from "#app/campaign/outreach-events/event-page.server.ts";
import { findPaperOfEvent, type PaperWithStatus } from "#app/campaign/outreach-events/paper-parts.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import { listPaperCopies, recordPaperCopy } from "#app/campaign/talking-points/copies/paper-copies.server.ts";
import { copyInWords, versionInWords, versionOf } from "#app/campaign/talking-points/copies/paper-copy.ts";
import { listVersions } from "#app/campaign/talking-points/lists.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { CampaignArrival, Sent } from "#app/http/page.server.ts";

/** How the paper of an event leaves on its brief: the line, the mark, which text it is, and who has it on paper. */
export type BriefLeaving = NonNullable<Awaited<ReturnType<typeof briefLeaving>>>;

/** Reads how the paper of an event leaves now; null where the event has none. */
export async function briefLeaving(arrival: CampaignArrival, found: PaperWithStatus | null) {
  if (found === null) return null;
  const { paper, status, holds } = found;
  const { read } = arrival.database;
  const versions = await listVersions(read, paper.id);
  const hash = paperHash(paper.text);
  return {
    line: markedStatusLine(status, holds, arrival.home.homeZone, arrival.today),
    mark: statusMark(status, holds),
    version: versionInWords(hash, versions),
    versionNumber: versionOf(hash, versions),
    hash,
    paperPath: addressOf.paper(paper.campaignId, paper.id),
    copies: await listPaperCopies(read, { paperId: paper.id }),
  };
}

/** Records that the reader prints the brief, and leads back to it ready to be printed. Nothing is kept without a paper. */
export async function printBrief(arrival: CampaignArrival & Sent): Promise<Response> {
  const { campaign, database, author, submission } = arrival;
  const event = await eventHere(arrival);
  const found = await findPaperOfEvent(database.read, event.id);
  const leaving = await briefLeaving(arrival, found);
  if (found !== null && leaving !== null) {
    const { hash, versionNumber, line: statusLine } = leaving;
    const manner = "printed brief";
    const copy = { manner, isForOutsiders: false, hash, versionNumber, statusLine } as const;
    await database.change(author, submission, (change) =>
      recordPaperCopy(change, found.paper, { ...copy, summary: copyInWords(manner, false) }),
    );
  }
  return redirect(`${addressOf.brief(campaign.id, event.id)}?print=yes`, 303);
}
