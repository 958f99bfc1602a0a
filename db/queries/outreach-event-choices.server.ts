import type { Kysely } from "kysely";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import type { EventMessage, Named } from "./outreach-event-record.server.ts";

/** What the calendar of a campaign can be narrowed to. */
export type FilterChoices = {
  audiences: Named[];
  messages: EventMessage[];
  colleagues: Named[];
};

/** What an event of a campaign can be tied to, as the forms list it. */
export type EventChoices = FilterChoices & { objectives: Named[] };

export async function listFilterChoices(read: Kysely<Schema>, campaignId: string): Promise<FilterChoices> {
  const campaign = { campaign: campaignId };
  const [audiences, messages, colleagues] = await Promise.all([
    audiencesOf(read, campaign),
    messagesOf(read, campaign),
    colleaguesOf(read, campaign),
  ]);
  return { audiences, messages, colleagues };
}

export async function listEventChoices(read: Kysely<Schema>, campaignId: string): Promise<EventChoices> {
  const [choices, objectives] = await Promise.all([
    listFilterChoices(read, campaignId),
    objectivesOf(read, { campaign: campaignId }),
  ]);
  return { ...choices, objectives };
}

/** Who works on a campaign: everybody with a role in it but readers, by name. */
export function listColleagues(read: Kysely<Schema>, campaignId: string): Promise<Named[]> {
  return colleaguesOf(read, { campaign: campaignId });
}

const audiencesOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_audience as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .select(["audience.id", "audience.name"])
    .where("link.campaign_id", "=", place("campaign"))
    .where("link.ended_on", "is", null)
    .orderBy("link.priority")
    .orderBy("audience.name"),
);

const messagesOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "revision.title"])
    .where("message.campaign_id", "=", place("campaign"))
    .where("message.retired_at", "is", null)
    .where("revision.number", "=", (eb) =>
      eb
        .selectFrom("message_revision as other")
        .select((inner) => inner.fn.max("other.number").as("latest"))
        .whereRef("other.key_message_id", "=", "message.id"),
    )
    .orderBy("message.number"),
);

const colleaguesOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("campaign_role as role")
    .innerJoin("account", "account.id", "role.account_id")
    .select(["account.id", "account.name"])
    .where("role.campaign_id", "=", place("campaign"))
    .where("role.role", "<>", "reader")
    .where("account.closed_at", "is", null)
    .orderBy("account.name"),
);

const objectivesOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("objective")
    .select(["id", "sentence as name"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .orderBy("position"),
);
