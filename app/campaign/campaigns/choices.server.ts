import { sql } from "kysely";
import { rolesAllowed } from "#app/http/permission.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

export type Named = { id: string; name: string };

/** A message as a list names it, by the title of its latest revision. */
export type EventMessage = { id: string; number: number; title: string };

/** Of a query of `message`: the number of its newest revision, whose words are those that the message has. */
export const newestRevision = sql<number>`(select max(newest.number) from message_revision newest
  where newest.key_message_id = message.id)`;

/** What the calendar of some campaigns can be narrowed to. */
export type FilterChoices = {
  audiences: Named[];
  messages: (EventMessage & { campaignId: string })[];
  colleagues: Named[];
};

/** What an event of a campaign can be tied to, as the forms list it. */
export type EventChoices = FilterChoices & { objectives: Named[] };

/** The campaigns that an account belongs to, by name in their order. */
export function listOwnCampaigns(read: Queries, accountId: string): Promise<Named[]> {
  return campaignsOf(read, { account: accountId });
}

const campaignsOf = keptQuery((read, place: Place<"account">) =>
  read
    .selectFrom("campaign_role as role")
    .innerJoin("campaign", "campaign.id", "role.campaign_id")
    .select(["campaign.id", "campaign.name"])
    .where("role.account_id", "=", place("account"))
    .orderBy("campaign.position")
    .orderBy("campaign.name")
    .orderBy("campaign.id"),
);

export function listFilterChoices(read: Queries, campaignId: string): Promise<FilterChoices> {
  return listChoicesIn(read, [campaignId]);
}

/** What events of any of these campaigns can be narrowed to. */
export async function listChoicesIn(read: Queries, campaignIds: readonly string[]): Promise<FilterChoices> {
  const campaigns = { campaigns: JSON.stringify(campaignIds) };
  const [audiences, messages, colleagues] = await Promise.all([
    audiencesOf(read, campaigns),
    messagesOf(read, campaigns),
    colleaguesOf(read, campaigns),
  ]);
  return { audiences, messages, colleagues };
}

export async function listEventChoices(read: Queries, campaignId: string): Promise<EventChoices> {
  const [choices, objectives] = await Promise.all([
    listFilterChoices(read, campaignId),
    objectivesOf(read, { campaign: campaignId }),
  ]);
  return { ...choices, objectives };
}

/** Who works on a campaign: everybody with a role in it but readers, by name. */
export function listColleagues(read: Queries, campaignId: string): Promise<Named[]> {
  return colleaguesOf(read, { campaigns: JSON.stringify([campaignId]) });
}

const audiencesOf = keptQuery((read, place: Place<"campaigns">) =>
  read
    .selectFrom("campaign_audience as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .select(["audience.id", "audience.name"])
    .where("link.campaign_id", "in", eachIn(place("campaigns")))
    .where("link.ended_on", "is", null)
    .groupBy("audience.id")
    .orderBy((eb) => eb.fn.min("link.priority"))
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

const messagesOf = keptQuery((read, place: Place<"campaigns">) =>
  read
    .selectFrom("key_message as message")
    .innerJoin("message_revision as revision", "revision.key_message_id", "message.id")
    .select(["message.id", "message.number", "revision.title"])
    .select("message.campaign_id as campaignId")
    .where("message.campaign_id", "in", eachIn(place("campaigns")))
    .where("message.retired_at", "is", null)
    .where("revision.number", "=", newestRevision)
    .orderBy("message.campaign_id")
    .orderBy("message.number"),
);

const colleaguesOf = keptQuery((read, place: Place<"campaigns">) =>
  read
    .selectFrom("campaign_role as role")
    .innerJoin("account", "account.id", "role.account_id")
    .select(["account.id", "account.name"])
    .where("role.campaign_id", "in", eachIn(place("campaigns")))
    .where("role.role", "in", rolesAllowed("write"))
    .where("account.closed_at", "is", null)
    .groupBy("account.id")
    .orderBy("account.sort_name")
    .orderBy("account.id"),
);

const objectivesOf = keptQuery((read, place: Place<"campaign">) =>
  read
    .selectFrom("objective")
    .select(["id", "sentence as name"])
    .where("campaign_id", "=", place("campaign"))
    .where("retired_at", "is", null)
    .orderBy("position"),
);
