import { type Kysely, type SqlBool, sql } from "kysely";
import type { Engagement } from "#app/domain/outreach-events/clash.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

const LONGEST_EVENT = 22 * 24 * 3_600_000;
const UNIT = "\u001f";

/** An engagement as one reader may see it: another campaign's keeps its title to itself. */
export type SeenEngagement = Engagement & { campaignId: string; isOwnCampaign: boolean };

/**
 * What takes place between two instants in all campaigns, with the people in it: the clash check looks across
 * them. The title of an event in a campaign that the account does not belong to stays out.
 */
export async function listEngagements(
  read: Kysely<Schema>,
  accountId: string,
  from: Date,
  to: Date,
): Promise<SeenEngagement[]> {
  const rows = await engagementsBetween(read, {
    account: accountId,
    to: to.toISOString(),
    from: from.toISOString(),
    earliest: new Date(from.getTime() - LONGEST_EVENT).toISOString(),
  });
  return rows.map((row) => {
    const participants = idsIn(row.participants);
    const owner = row.owner_account_id === null ? [] : [row.owner_account_id];
    return {
      id: row.id,
      campaignId: row.campaign_id,
      isOwnCampaign: row.role_id !== null,
      title: row.role_id === null ? "an event of another campaign" : row.title,
      startsAt: new Date(row.starts_at),
      endsAt: new Date(row.ends_at),
      officers: [...new Set([...owner, ...idsIn(row.officers)])],
      participants,
      offices: [...idsIn(row.audiences), ...participants],
    };
  });
}

const takesPlace = sql<SqlBool>`event.schedule <> 'cancelled' and event.result <> 'not held'`;

const officersOf = sql<
  string | null
>`(select group_concat(account_id, char(31)) from outreach_event_officer where outreach_event_id = event.id)`;
const participantsOf = sql<
  string | null
>`(select group_concat(contact_id, char(31)) from outreach_event_participant where outreach_event_id = event.id)`;
const audiencesOf = sql<
  string | null
>`(select group_concat(audience_id, char(31)) from outreach_event_audience where outreach_event_id = event.id)`;

const engagementsBetween = keptQuery((read, place: Place<"account" | "to" | "from" | "earliest">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("campaign_role as role", (on) =>
      on.onRef("role.campaign_id", "=", "event.campaign_id").on("role.account_id", "=", place("account")),
    )
    .select(["event.id", "event.title", "event.campaign_id", "event.starts_at", "event.ends_at"])
    .select(["event.owner_account_id", "role.id as role_id"])
    .select([officersOf.as("officers"), participantsOf.as("participants"), audiencesOf.as("audiences")])
    .where("event.starts_at", "<", place("to"))
    .where("event.starts_at", ">", place("earliest"))
    .where("event.ends_at", ">", place("from"))
    .where(takesPlace),
);

function idsIn(joined: string | null): string[] {
  return joined === null ? [] : joined.split(UNIT);
}

/** The names behind the ids of a clash: accounts, contacts and audiences. */
export async function namesOf(
  read: Kysely<Schema>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "in", ids)
    .unionAll(read.selectFrom("contact").select(["id", "name"]).where("id", "in", ids))
    .unionAll(read.selectFrom("audience").select(["id", "name"]).where("id", "in", ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
