import type { Kysely } from "kysely";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** How often one audience has rated one message so far, the sum of the ratings, and the day of the last. */
export type AudienceReception = {
  messageId: string;
  audienceId: string;
  audienceName: string;
  n: number;
  total: number;
  lastOn: string;
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
