import { newestRevision } from "#app/campaign/campaigns/choices.server.ts";
import { type KeptRow, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/** The audiences over which a campaign's figures are read, the most important first. */
export function listAudiencesByPriority(
  read: Queries,
  campaignId: string,
): Promise<{ id: string; name: string; priority: number }[]> {
  return audiencesReadOver(read, { campaign: campaignId });
}

export const audiencesReadOver = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_audience as mine")
    .innerJoin("audience", "audience.id", "mine.audience_id")
    .select(["audience.id", "audience.name", "mine.priority"])
    .where("mine.campaign_id", "=", place("campaign"))
    .where("mine.ended_on", "is", null)
    .orderBy("mine.position")
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

/** The messages whose reception is read: those in use, and retired ones that have been heard. */
export function listMessagesReadOver(
  read: Queries,
  campaignId: string,
): Promise<{ id: string; number: number; title: string; isRetired: boolean }[]> {
  return messagesReadOver(read, { campaign: campaignId }).then((rows) => rows.map(messageReadOver));
}

export function messageReadOver({ retired_at, ...message }: KeptRow<typeof messagesReadOver>) {
  return { ...message, isRetired: retired_at !== null };
}

export const messagesReadOver = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "revision.title", "message.retired_at"])
    .where("message.campaign_id", "=", place("campaign"))
    .where("revision.number", "=", newestRevision)
    .where((eb) =>
      eb.or([
        eb("message.retired_at", "is", null),
        eb.exists(
          eb
            .selectFrom("observation_cell as cell")
            .select("cell.n")
            .whereRef("cell.campaign_id", "=", "message.campaign_id")
            .whereRef("cell.key_message_id", "=", "message.id"),
        ),
      ]),
    )
    .orderBy("message.number"),
);
