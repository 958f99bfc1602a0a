import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { EventMessage, Named } from "./outreach-event-record.server.ts";

/** What an event of a campaign can be tied to, as the forms and filters list it. */
export type EventChoices = {
  audiences: Named[];
  messages: EventMessage[];
  colleagues: Named[];
  objectives: Named[];
};

export async function listEventChoices(read: Kysely<Schema>, campaignId: string): Promise<EventChoices> {
  const [audiences, messages, colleagues, objectives] = await Promise.all([
    listAudiences(read, campaignId),
    listMessages(read, campaignId),
    listColleagues(read, campaignId),
    listObjectives(read, campaignId),
  ]);
  return { audiences, messages, colleagues, objectives };
}

function listAudiences(read: Kysely<Schema>, campaignId: string): Promise<Named[]> {
  return read
    .selectFrom("campaign_audience as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .select(["audience.id", "audience.name"])
    .where("link.campaign_id", "=", campaignId)
    .where("link.ended_on", "is", null)
    .orderBy("link.priority")
    .orderBy("audience.name")
    .execute();
}

function listMessages(read: Kysely<Schema>, campaignId: string): Promise<EventMessage[]> {
  return read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "revision.title"])
    .where("message.campaign_id", "=", campaignId)
    .where("message.retired_at", "is", null)
    .where("revision.number", "=", (eb) =>
      eb
        .selectFrom("message_revision as other")
        .select((inner) => inner.fn.max("other.number").as("latest"))
        .whereRef("other.key_message_id", "=", "message.id"),
    )
    .orderBy("message.number")
    .execute();
}

/** Who works on a campaign: everybody with a role in it but readers, by name. */
export function listColleagues(read: Kysely<Schema>, campaignId: string): Promise<Named[]> {
  return read
    .selectFrom("campaign_role as role")
    .innerJoin("account", "account.id", "role.account_id")
    .select(["account.id", "account.name"])
    .where("role.campaign_id", "=", campaignId)
    .where("role.role", "<>", "reader")
    .where("account.closed_at", "is", null)
    .orderBy("account.name")
    .execute();
}

async function listObjectives(read: Kysely<Schema>, campaignId: string): Promise<Named[]> {
  const rows = await read
    .selectFrom("objective")
    .select(["id", "sentence"])
    .where("campaign_id", "=", campaignId)
    .where("retired_at", "is", null)
    .orderBy("position")
    .execute();
  return rows.map(({ id, sentence }) => ({ id, name: sentence }));
}
