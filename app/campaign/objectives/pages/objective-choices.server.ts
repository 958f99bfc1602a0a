import { listAudienceChoices } from "#app/campaign/audiences/lists.server.ts";
import { listMessagesReadOver } from "#app/campaign/effectiveness/read-over.server.ts";
import { listObjectionsInUse } from "#app/campaign/messages/objections/list.server.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import { cut } from "#app/text/cut.ts";
import { sourceOptions } from "./source-choice.ts";

const MOST_OBJECTIONS = 200;

/** What the form of an objective offers: the campaign's audiences, and what may read the indicator. */
export async function readObjectiveChoices(read: CampaignArrival["database"]["read"], campaignId: string) {
  const [audiences, messages, found] = await Promise.all([
    listAudienceChoices(read, campaignId),
    listMessagesReadOver(read, campaignId),
    listObjectionsInUse(read, campaignId, { offset: 0, limit: MOST_OBJECTIONS + 1 }),
  ]);
  const objections = cut(found, MOST_OBJECTIONS);
  const sources = sourceOptions(
    messages.map(({ id, number, title }) => ({ id, name: `${number}, ${title}` })),
    objections.rows.map(({ id, code, name }) => ({ id, name: `${code}, ${name}` })),
  );
  return { audiences, sources, objectionsCutAt: objections.cutAt };
}

export type ObjectiveChoices = Awaited<ReturnType<typeof readObjectiveChoices>>;
