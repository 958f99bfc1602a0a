import { type SqlBool, sql } from "kysely";
import { earliestStartStillOn } from "#app/time/length.ts";
import { eachIn, keptQuery, type Place, partsJoined } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { isEventKind } from "../kind.ts";
import { takesPlace } from "../standing-in-sql.server.ts";
import { visitsOffices, whereOf } from "./days-taken.ts";

/** An engagement as one reader may see it: another campaign's keeps its title to itself. */
export type SeenEngagement = ReturnType<typeof engagementOf>;

/**
 * What takes place between two instants in all campaigns, with the people in it: the clash check looks across
 * them. The title of an event in a campaign that the account does not belong to stays out.
 */
export async function listEngagements(
  read: Queries,
  accountId: string,
  from: Date,
  to: Date,
): Promise<SeenEngagement[]> {
  return (await engagementsBetween(read, { account: accountId, ...bounds(from, to) })).map(engagementOf);
}

/** People and audiences by their ids: those of ours, and those of Washington who stand for the same offices. */
export type Sharing = {
  officers: readonly string[];
  contacts: readonly string[];
  audiences: readonly string[];
};

/** Of what takes place between two instants only the events in which one of these people or audiences is. */
export async function listEngagementsSharing(
  read: Queries,
  accountId: string,
  { from, to }: { from: Date; to: Date },
  { officers, contacts, audiences }: Sharing,
): Promise<SeenEngagement[]> {
  const rows = await engagementsSharing(read, {
    account: accountId,
    ...bounds(from, to),
    officers: JSON.stringify(officers),
    contacts: JSON.stringify(contacts),
    audiences: JSON.stringify(audiences),
  });
  return rows.map(engagementOf);
}

function bounds(from: Date, to: Date) {
  const earliest = earliestStartStillOn(from).toISOString();
  return { to: to.toISOString(), from: from.toISOString(), earliest };
}

type Row = Awaited<ReturnType<typeof engagementsBetween>>[number];

function engagementOf(row: Row) {
  const owner = row.owner_account_id === null ? [] : [row.owner_account_id];
  const kind = isEventKind(row.kind) ? row.kind : "internal";
  return {
    id: row.id,
    campaignId: row.campaign_id,
    isOwnCampaign: row.role_id !== null,
    seriesId: row.event_series_id,
    handling: row.handling,
    title: row.role_id === null ? "an event of another campaign" : row.title,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    zone: row.zone,
    isAllDay: row.is_all_day === 1,
    officers: [...new Set([...owner, ...partsJoined(row.officers)])],
    participants: partsJoined(row.participants),
    audiences: partsJoined(row.audiences),
    where: whereOf({ kind, place: row.place }),
    visitsOffices: visitsOffices(kind),
    visitId: row.visit_id,
    travelMinutes: row.travel_minutes,
  };
}

const officersOf = sql<
  string | null
>`(select group_concat(account_id, char(31)) from outreach_event_officer where outreach_event_id = event.id)`;
const isExpected = sql<SqlBool>`reply not in ('declined', 'delegated') and attendance <> 'no-show'`;
const participantsOf = sql<
  string | null
>`(select group_concat(contact_id, char(31)) from outreach_event_participant where outreach_event_id = event.id and ${isExpected})`;
const audiencesOf = sql<
  string | null
>`(select group_concat(audience_id, char(31)) from outreach_event_audience where outreach_event_id = event.id)`;

const visitOf = sql<
  string | null
>`(select visit_event_id from visit_item where visit_item.outreach_event_id = event.id)`;

type Bounds = "account" | "to" | "from" | "earliest";

function engagementsIn(read: Queries, place: Place<Bounds>) {
  return read
    .selectFrom("outreach_event as event")
    .innerJoin("campaign", "campaign.id", "event.campaign_id")
    .leftJoin("campaign_role as role", (on) =>
      on.onRef("role.campaign_id", "=", "event.campaign_id").on("role.account_id", "=", place("account")),
    )
    .select(["event.id", "event.title", "event.campaign_id", "event.starts_at", "event.ends_at"])
    .select(["event.zone", "event.is_all_day", "event.kind", "event.place", "campaign.travel_minutes"])
    .select(["event.owner_account_id", "event.event_series_id", "event.handling", "role.id as role_id"])
    .select(visitOf.as("visit_id"))
    .select([officersOf.as("officers"), participantsOf.as("participants"), audiencesOf.as("audiences")])
    .where("event.starts_at", "<", place("to"))
    .where("event.starts_at", ">", place("earliest"))
    .where("event.ends_at", ">", place("from"))
    .where(takesPlace);
}

const engagementsBetween = keptQuery((read, place: Place<Bounds>) => engagementsIn(read, place));

const engagementsSharing = keptQuery((read, place: Place<Bounds | "officers" | "contacts" | "audiences">) =>
  engagementsIn(read, place).where((eb) =>
    eb.or([
      eb("event.owner_account_id", "in", eachIn(place("officers"))),
      sql<SqlBool>`exists (select 1 from outreach_event_officer link where link.outreach_event_id = event.id
        and link.account_id in ${eachIn(place("officers"))})`,
      sql<SqlBool>`exists (select 1 from outreach_event_participant link where link.outreach_event_id = event.id
        and link.contact_id in ${eachIn(place("contacts"))})`,
      sql<SqlBool>`exists (select 1 from outreach_event_audience link where link.outreach_event_id = event.id
        and link.audience_id in ${eachIn(place("audiences"))})`,
    ]),
  ),
);

/** The names behind the ids of a clash: accounts, contacts and audiences. */
export async function namesOf(read: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await behind(read, { ids: JSON.stringify(ids) });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const behind = keptQuery((read, place: Place<"ids">) => {
  const named = (table: "account" | "contact" | "audience") =>
    read
      .selectFrom(table)
      .select(["id", "name"])
      .where("id", "in", eachIn(place("ids")));
  return named("account").unionAll(named("contact")).unionAll(named("audience"));
});
