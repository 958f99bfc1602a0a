import type { BriefReply } from "#app/domain/outreach-events/brief.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { countObjectionsHeard, type PaperWithStatus } from "#db/queries/outreach-event-papers.server.ts";
import type { EventRecord } from "#db/queries/outreach-event-record.server.ts";
import { listRaisedWithoutWords } from "#db/queries/planned-paper.server.ts";
import { objectionsOf } from "./event-page.server.ts";

/** What these audiences have raised and the paper cannot answer, since nobody has given words to say to it yet. */
export async function raisedWithoutWords(
  { campaign, database: { read } }: CampaignArrival,
  event: EventRecord,
  paper: PaperWithStatus | null,
): Promise<BriefReply[]> {
  if (paper === null) return [];
  const audienceIds = event.audiences.map(({ id }) => id);
  const open = await listRaisedWithoutWords(read, campaign.id, audienceIds);
  const missing = open.filter(({ id }) => !objectionsOf(paper).includes(id));
  const heard = await countObjectionsHeard(
    read,
    missing.map(({ id }) => id),
  );
  return missing.map(({ id, name, noteToSpeaker }) => ({
    objection: name,
    words: "",
    note: noteToSpeaker,
    footnotes: [],
    endNotes: [],
    isDifficultQuestion: heard.get(id)?.isDifficultQuestion ?? false,
    timesHeard: heard.get(id)?.timesHeard ?? 0,
    stale: ["No words to say yet"],
  }));
}
