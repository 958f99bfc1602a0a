import { type Reported, readReceptionReport } from "#app/campaign/effectiveness/reception-report.server.ts";
import type { MessageReception, ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import { workOutWordingsUsed } from "#app/campaign/effectiveness/wordings/wordings-used.server.ts";
import { receptionOfRevision } from "#app/campaign/effectiveness/wordings/wordings-used.ts";
import type { CampaignArrival } from "#app/http/page.server.ts";
import type { Figure } from "#app/method/figure.ts";
import { dayNumber } from "#app/time/calendar-date.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";
import { keptAnswer } from "#db/kept-answer.server.ts";
import type { KeyMessage } from "./list.server.ts";

/** How a message is received: over all audiences, null where the report does not hold it, and by each audience. */
export type ReceptionOfMessage = {
  overAll: MessageReception | null;
  byAudience: readonly { audience: { id: string; name: string }; figure: Figure }[];
};

/** The report's own figures of today in Washington. */
export function readReport({ database, campaign, now }: CampaignArrival): Promise<ReceptionReport> {
  return readReceptionReport(database.read, campaign, dateIn(now, WASHINGTON));
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
