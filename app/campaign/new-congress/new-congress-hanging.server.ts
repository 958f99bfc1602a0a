import { sql } from "kysely";
import { isOfferedIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { cut } from "#app/text/cut.ts";
import { type CalendarDate, timedOf } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import type { Hanging, HangingFollowUp } from "./hand-on.ts";

type View = { campaignId: string; now: Date };

/** What of a campaign hangs on each of these contacts; those on whom nothing hangs are left out. */
export async function listHanging(
  read: Queries,
  view: View,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, Hanging>> {
  if (contactIds.length === 0) return new Map();
  const [audiences, events, followUps, owners] = await Promise.all([
    audiencesOf(read, view, contactIds),
    eventsOf(read, view, contactIds),
    followUpsOf(read, view, contactIds),
    ownersOf(read, view, contactIds),
  ]);
  const hanging = new Map<string, Hanging>();
  const of = (contactId: string): Hanging => {
    const known = hanging.get(contactId) ?? { audiences: [], events: [], followUps: [], owner: null };
    hanging.set(contactId, known);
    return known;
  };
  for (const { contact_id, ...audience } of audiences) of(contact_id).audiences.push(audience);
  for (const { contact_id, id, title, day, ...time } of events)
    of(contact_id).events.push({ id, title, day, time: timedOf(time) });
  for (const { contactId, ...followUp } of followUps) of(contactId).followUps.push(followUp);
  for (const { contact_id, ...owner } of owners) of(contact_id).owner = owner;
  return hanging;
}

function audiencesOf(read: Queries, { campaignId }: View, contactIds: readonly string[]) {
  return read
    .selectFrom("audience_contact")
    .innerJoin("audience", "audience.id", "audience_contact.audience_id")
    .innerJoin("campaign_audience", "campaign_audience.audience_id", "audience.id")
    .select(["audience_contact.contact_id", "audience.id", "audience.name"])
    .where("campaign_audience.campaign_id", "=", campaignId)
    .where("campaign_audience.ended_on", "is", null)
    .where("audience_contact.contact_id", "in", contactIds)
    .orderBy("audience.sort_name")
    .orderBy("audience.id")
    .execute();
}

function eventsOf(read: Queries, { campaignId, now }: View, contactIds: readonly string[]) {
  return read
    .selectFrom("outreach_event_participant as participant")
    .innerJoin("outreach_event as event", "event.id", "participant.outreach_event_id")
    .select(["participant.contact_id", "event.id", "event.title", "event.day"])
    .select(["event.starts_at", "event.ends_at", "event.zone", "event.is_all_day"])
    .where("participant.contact_id", "in", contactIds)
    .where("event.campaign_id", "=", campaignId)
    .where("event.starts_at", ">=", now.toISOString())
    .where("event.schedule", "<>", "cancelled")
    .orderBy("event.starts_at")
    .orderBy("event.id")
    .execute();
}

type FollowUpOfContact = HangingFollowUp & { contactId: string };

/** Promises that name the contact, and promises without a name from meetings in which the contact took part. */
async function followUpsOf(
  read: Queries,
  { campaignId }: View,
  contactIds: readonly string[],
): Promise<FollowUpOfContact[]> {
  const columns = [
    "follow_up.id",
    "follow_up.text",
    "follow_up.due_on",
    "follow_up.promised_by",
    "owner.id as owner_id",
    "owner.name as owner_name",
  ] as const;
  const named = await read
    .selectFrom("follow_up")
    .leftJoin("account as owner", "owner.id", "follow_up.owner_account_id")
    .select([...columns, "follow_up.contact_id", sql<0 | 1>`1`.as("is_theirs")])
    .where("follow_up.campaign_id", "=", campaignId)
    .where("follow_up.done_at", "is", null)
    .where("follow_up.contact_id", "in", contactIds)
    .orderBy("follow_up.due_on")
    .orderBy("follow_up.id")
    .execute();
  const ofMeetings = await read
    .selectFrom("follow_up")
    .innerJoin("outreach_event_participant as participant", (join) =>
      join.onRef("participant.outreach_event_id", "=", "follow_up.outreach_event_id"),
    )
    .leftJoin("account as owner", "owner.id", "follow_up.owner_account_id")
    .select([...columns, "participant.contact_id", sql<0 | 1>`0`.as("is_theirs")])
    .where("follow_up.campaign_id", "=", campaignId)
    .where("follow_up.done_at", "is", null)
    .where("follow_up.contact_id", "is", null)
    .where("participant.contact_id", "in", contactIds)
    .orderBy("follow_up.due_on")
    .orderBy("follow_up.id")
    .execute();
  return [...named, ...ofMeetings].map((row) => ({
    contactId: row.contact_id ?? "",
    id: row.id,
    text: row.text,
    dueOn: row.due_on,
    promisedBy: row.promised_by,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "" },
    isTheirs: row.is_theirs === 1,
  }));
}

/** Relationship owners of contacts that are the campaign's. */
function ownersOf(read: Queries, { campaignId }: View, contactIds: readonly string[]) {
  return read
    .selectFrom("contact")
    .innerJoin("campaign_contact", "campaign_contact.contact_id", "contact.id")
    .innerJoin("account", "account.id", "contact.owner_account_id")
    .select(["contact.id as contact_id", "account.id", "account.name"])
    .where("contact.id", "in", contactIds)
    .where("campaign_contact.campaign_id", "=", campaignId)
    .execute();
}

export type CongressPerson = {
  id: string;
  name: string;
  title: string;
  endedOn: CalendarDate | null;
  /** When the term of the seat in a chamber ends; null of somebody who holds none, like staff. */
  termEndsOn: CalendarDate | null;
};

/** An audience of the campaign with the people in it. */
export type CongressAudience = Awaited<ReturnType<typeof listAudiencesWithPeople>>[number];

/** The audiences of a campaign, each with its people; who is asked for is up to the caller. */
export async function listAudiencesWithPeople(read: Queries, campaignId: string) {
  const rows = await read
    .selectFrom("campaign_audience")
    .innerJoin("audience", "audience.id", "campaign_audience.audience_id")
    .leftJoin("organisation", "organisation.id", "audience.organisation_id")
    .leftJoin("audience_contact", "audience_contact.audience_id", "audience.id")
    .leftJoin("contact", (join) =>
      join.onRef("contact.id", "=", "audience_contact.contact_id").on(isOfferedIn(campaignId)),
    )
    .leftJoin("seat", (join) =>
      join
        .onRef("seat.contact_id", "=", "contact.id")
        .on("seat.ended_on", "is", null)
        .on("seat.term_ends_on", "is not", null),
    )
    .select(["audience.id", "audience.name", "audience.kind", "organisation.chamber"])
    .select(["audience.organisation_id", "contact.id as contact_id", "contact.name as contact_name"])
    .select(["contact.title", "contact.ended_on", "seat.term_ends_on"])
    .where("campaign_audience.campaign_id", "=", campaignId)
    .where("campaign_audience.ended_on", "is", null)
    .orderBy("audience.sort_name")
    .orderBy("contact.sort_name")
    .orderBy("contact.id")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [row] = all;
    if (row === undefined) return [];
    const people = all.flatMap(({ contact_id, contact_name, title, ended_on, term_ends_on }) =>
      contact_id === null
        ? []
        : [
            {
              id: contact_id,
              name: contact_name ?? "",
              title: title ?? "",
              endedOn: ended_on,
              termEndsOn: term_ends_on,
            },
          ],
    );
    const { id, name, kind, chamber, organisation_id } = row;
    return [{ id, name, kind, chamber, organisationId: organisation_id, people }];
  });
}

const MOST_TAKERS = 200;

/** Contacts of the campaign who may take something over, by name; 200 at most. */
export async function listTakers(read: Queries, campaignId: string) {
  const found = await read
    .selectFrom("campaign_contact")
    .innerJoin("contact", "contact.id", "campaign_contact.contact_id")
    .select(["contact.id", "contact.name", "contact.title"])
    .where("campaign_contact.campaign_id", "=", campaignId)
    .where(isOfferedIn(campaignId))
    .where("contact.ended_on", "is", null)
    .orderBy("contact.sort_name")
    .orderBy("contact.id")
    .limit(MOST_TAKERS + 1)
    .execute();
  return cut(found, MOST_TAKERS);
}
