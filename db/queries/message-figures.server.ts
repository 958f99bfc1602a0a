import type { Kysely } from "kysely";
import type { ReceptionCell } from "#app/domain/messages/reception-average.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** How one audience has taken one message so far. */
export type AudienceReception = ReceptionCell & {
  messageId: string;
  audienceId: string;
  audienceName: string;
};

/** The receptions of a campaign's messages (or of one), summed for each audience, the newest first. */
export async function listReceptions(
  read: Kysely<Schema>,
  campaignId: string,
  messageId: string | null = null,
): Promise<AudienceReception[]> {
  return messageId === null
    ? receptionsOfCampaign(read, { campaign: campaignId })
    : receptionsOfMessage(read, { campaign: campaignId, message: messageId });
}

const receptionsOfCampaign = keptQuery((read, place: Place<"campaign">) =>
  receptions(read, place("campaign")),
);

const receptionsOfMessage = keptQuery((read, place: Place<"campaign" | "message">) =>
  receptions(read, place("campaign")).where("cell.key_message_id", "=", place("message")),
);

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
  receptions(read, place("campaign")).where("cell.key_message_id", "in", eachIn(place("messages"))),
);

function receptions(read: Kysely<Schema>, campaignId: string) {
  return read
    .selectFrom("observation_cell as cell")
    .innerJoin("audience", "audience.id", "cell.audience_id")
    .select([
      "cell.key_message_id as messageId",
      "cell.audience_id as audienceId",
      "audience.name as audienceName",
    ])
    .select(["cell.n", "cell.total", "cell.last_on as lastOn"])
    .where("cell.campaign_id", "=", campaignId)
    .orderBy("cell.last_on", "desc")
    .orderBy("audience.name");
}

/**
 * How often an objection was heard and answered; `notPressed` counts the audiences that raised it, were answered the last
 * time, and have met us since without raising it again.
 */
export type Heard = { heard: number; answered: number; notPressed: number };

export const NEVER_HEARD: Heard = { heard: 0, answered: 0, notPressed: 0 };

/** How each objection was heard. Objections that nobody raised are left out. */
export async function countHeard(
  read: Kysely<Schema>,
  objectionIds: readonly string[],
): Promise<ReadonlyMap<string, Heard>> {
  if (objectionIds.length === 0) return new Map();
  const objections = JSON.stringify(objectionIds);
  const rows = await heardOf(read, { objections });
  const quiet = await notPressedOf(read, { objections });
  const notPressed = new Map(quiet.map((row) => [row.id, Number(row.audiences)]));
  return new Map(
    rows.map(({ id, heard, answered }) => [id, { heard, answered, notPressed: notPressed.get(id) ?? 0 }]),
  );
}

const notPressedOf = keptQuery((read, place: Place<"objections">) =>
  read
    .selectFrom("objection_last_heard as last")
    .innerJoin("objection", "objection.id", "last.objection_id")
    .select((eb) => ["last.objection_id as id", eb.fn.countAll<number>().as("audiences")])
    .where("last.objection_id", "in", eachIn(place("objections")))
    .where("last.is_answered", "=", 1)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("audience_meeting as met")
          .select("met.day")
          .whereRef("met.audience_id", "=", "last.audience_id")
          .whereRef("met.campaign_id", "=", "objection.campaign_id")
          .whereRef("met.day", ">", "last.day"),
      ),
    )
    .groupBy("last.objection_id"),
);

const heardOf = keptQuery((read, place: Place<"objections">) =>
  read
    .selectFrom("objection_heard")
    .select(["objection_id as id", "heard", "answered"])
    .where("objection_id", "in", eachIn(place("objections"))),
);
