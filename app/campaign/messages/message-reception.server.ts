import { type Reported, readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import type { MessageReception, ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
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

/** How a message is received: over all audiences, null where the report does not hold it, and by each audience. */
export type ReceptionOfMessage = {
  overAll: MessageReception | null;
  byAudience: readonly { audience: { id: string; name: string }; figure: Figure }[];
};

/** The report's own figures of today in Washington. */
export function readReport({ database, campaign, today }: CampaignArrival): Promise<ReceptionReport> {
  return readReceptionReport(database.read, campaign, today);
}

/** What the report says of one message. */
export function receptionOfMessage(
  { messages, rows, byMessage }: ReceptionReport,
  messageId: string,
): ReceptionOfMessage {
  const at = messages.findIndex(({ id }) => id === messageId);
  return {
    overAll: byMessage.find(({ message }) => message.id === messageId) ?? null,
    byAudience: rows.flatMap(({ audience, figures }) => {
      const figure = figures[at];
      return figure === undefined ? [] : [{ audience, figure }];
    }),
  };
}

/** How the newest revision of a message is received by itself, over the audiences that have rated the message. */
export function receptionOfNewest(
  { database, campaign: { id, startsOn } }: CampaignArrival,
  message: KeyMessage,
  { day }: ReceptionReport,
): Promise<Figure | null> {
  return receptionIn(database.read, { id, startsOn }, { id: message.id, revision: message.newest.id }, day);
}

const receptionIn = keptAnswer(
  async (read, campaign: Reported, { id, revision }: { id: string; revision: string }, day: CalendarDate) => {
    const { inUse, rows } = await readReceptionReport(read, campaign, day);
    const question = { asOfDay: dayNumber(day), parameters: inUse.parameters };
    const cells = await workOutWordingsUsed(read, campaign.id, id, question);
    const audiences = rows.map(({ audience }) => audience);
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
    .orderBy("audience.name")
    .orderBy("audience.id"),
);
