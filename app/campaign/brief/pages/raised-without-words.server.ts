import type { BriefReply } from "#app/campaign/outreach-events/brief.ts";
import { objectionsOf } from "#app/campaign/outreach-events/event-page.server.ts";
import type { EventRecord } from "#app/campaign/outreach-events/outreach-event-record.server.ts";
import { countObjectionsHeard, type PaperWithStatus } from "#app/campaign/outreach-events/papers.server.ts";
import { listRaisedWithoutWords } from "#app/campaign/talking-points/from-event/planned-paper.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";

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
