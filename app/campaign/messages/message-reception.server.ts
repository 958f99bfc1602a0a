import { type Reported, readPooledReception } from "#app/campaign/effectiveness/reception-report.server.ts";
import { type ReceptionOfMessage, receptionOfMessage } from "#app/campaign/effectiveness/reception-report.ts";
import { workOutWordingsUsed } from "#app/campaign/effectiveness/wordings/wordings-used.server.ts";
import { receptionOfRevision } from "#app/campaign/effectiveness/wordings/wordings-used.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Figure } from "#app/method/figure.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { keptAnswer } from "#db/kept-answer.server.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { KeyMessage } from "./list.server.ts";

/** What the report of today in Washington says of one message. */
export async function readReceptionOf(
  { database, campaign, today }: CampaignArrival,
  messageId: string,
): Promise<ReceptionOfMessage> {
  return receptionOfMessage(await readPooledReception(database.read, campaign, today), messageId);
}

/** How the newest revision of a message is received by itself, over the audiences that have rated the message. */
export function receptionOfNewest(
  { database, campaign: { id, startsOn }, today }: CampaignArrival,
  message: KeyMessage,
): Promise<Figure | null> {
  return receptionIn(database.read, { id, startsOn }, { id: message.id, revision: message.newest.id }, today);
}

const receptionIn = keptAnswer(
  async (read, campaign: Reported, { id, revision }: { id: string; revision: string }, day: CalendarDate) => {
    const { inUse, audiences } = await readPooledReception(read, campaign, day);
    const question = { asOfDay: dayNumber(day), parameters: inUse.parameters };
    const cells = await workOutWordingsUsed(read, campaign.id, id, question);
    return receptionOfRevision(cells, audiences, revision, question);
  },
);

/** How often one audience has rated one message so far, the sum of the ratings, and the day of the last. */
export type AudienceReception = {
  messageId: string;
  audienceId: string;
  audienceName: string;
  n: number;
  total: number;
  lastOn: CalendarDate;
};

/** The receptions of these messages, summed for each audience, the newest first. */
export async function listReceptionsOfMessages(
  read: Queries,
  campaignId: string,
  messageIds: readonly string[],
): Promise<AudienceReception[]> {
  if (messageIds.length === 0) return [];
  return receptionsOfMessages(read, { campaign: campaignId, messages: JSON.stringify(messageIds) });
}

const receptionsOfMessages = keptQuery((read, place: Place<"campaign" | "messages">) =>
  read
    .selectFrom("observation_cell as cell")
    .innerJoin("audience", "audience.id", "cell.audience_id")
    .select([
      "cell.key_message_id as messageId",
      "cell.audience_id as audienceId",
      "audience.name as audienceName",
    ])
    .select(["cell.n", "cell.total", "cell.last_on as lastOn"])
    .where("cell.campaign_id", "=", place("campaign"))
    .where("cell.key_message_id", "in", eachIn(place("messages")))
    .orderBy("cell.last_on", "desc")
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);
