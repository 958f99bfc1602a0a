import type { ClearanceStatus } from "#app/campaign/clearances/clearance-status.ts";
import type { TextToClear } from "#app/campaign/clearances/text-to-clear.server.ts";
import { listWriters } from "#app/campaign/clearances/writers.server.ts";
import { paperHash } from "#app/campaign/paper-text/paper.ts";
import type { StoredPaper } from "#app/campaign/paper-text/papers.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import type { Queries } from "#db/schema.ts";
import { listCurrentWordings } from "../shelves/current-wordings.server.ts";
import { isAllClearedByMinistry } from "../shelves/wording-against-origin.ts";
import { countOpenComments } from "./comments.server.ts";

/** A paper as what can be cleared. */
export function subjectOf(paper: { id: string }) {
  return { kind: "talking points", id: paper.id } as const;
}

/** Everything about a paper's present text that decides whether and by whom it can be cleared. */
export async function textOfPaper(
  read: Queries,
  paper: StoredPaper,
  status: ClearanceStatus["status"],
): Promise<TextToClear> {
  const wordings = await listCurrentWordings(read, paper.text.blocks);
  return {
    campaignId: paper.campaignId,
    subject: subjectOf(paper),
    hash: paperHash(paper.text),
    content: paper.text,
    status,
    title: paper.text.title,
    handling: paper.handling,
    path: addressOf.paper(paper.campaignId, paper.id),
    drafterId: paper.draftedBy.id,
    writers: await listWriters(read, subjectOf(paper)),
    isAllClearedByMinistry: isAllClearedByMinistry(paper.text.blocks, wordings),
    openObjections: await countOpenComments(read, paper.id),
  };
}
