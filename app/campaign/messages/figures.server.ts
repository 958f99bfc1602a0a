import type { Kysely } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

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
  read: Kysely<Schema>,
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
