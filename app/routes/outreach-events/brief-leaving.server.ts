import { type LeavingMark, leavingLine, leavingMark } from "#app/domain/talking-points/leaving.ts";
import { type PaperCopy, versionInWords, versionOf } from "#app/domain/talking-points/paper-copy.ts";
import { paperHash } from "#app/domain/talking-points/paper-hash.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { PaperWithStatus } from "#db/queries/outreach-event-papers.server.ts";
import { listPaperCopies } from "#db/queries/paper-copies.server.ts";
import { listVersions } from "#db/queries/talking-points-lists.server.ts";

/** How the paper of an event leaves on its brief: the line, the mark, which text it is, and who has it on paper. */
export type BriefLeaving = {
  line: string;
  mark: LeavingMark | null;
  version: string;
  versionNumber: number | null;
  hash: string;
  paperPath: string;
  copies: readonly PaperCopy[];
};

/** Reads how the paper of an event leaves now; null where the event has none. */
export async function briefLeaving(
  arrival: CampaignArrival,
  found: PaperWithStatus | null,
): Promise<BriefLeaving | null> {
  if (found === null) return null;
  const { paper, status, holds } = found;
  const { read } = arrival.database;
  const versions = await listVersions(read, paper.id);
  const hash = paperHash(paper.text);
  return {
    line: leavingLine(status, holds, arrival.home.homeZone),
    mark: leavingMark(status, holds),
    version: versionInWords(hash, versions),
    versionNumber: versionOf(hash, versions),
    hash,
    paperPath: `/c/${paper.campaignId}/talking-points/${paper.id}`,
    copies: await listPaperCopies(read, { paperId: paper.id }),
  };
}
