import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type Attending, type Hearers, hearersOf, type OfficeAudience, type OfficePerson } from "./office.ts";

export type PeopleOfEvent = { attending: readonly Attending[]; audiences: readonly OfficeAudience[] };

/** Who is on the list of each event, with what decides on their offices, by the event's id. */
export async function listPeopleOfEvents(
  read: Queries,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, PeopleOfEvent>> {
  const events = JSON.stringify(eventIds);
  const [participants, audiences] = await Promise.all([
    participantsOf(read, { events }),
    audiencesOf(read, { events }),
  ]);
  const memberships = await listMemberships(read, [...new Set(participants.map((row) => row.id))]);
  const people = participants.map((row) => ({
    eventId: row.event_id,
    hasMissedIt: row.attendance === "no-show",
    person: personOf(row, memberships.get(row.id) ?? []),
  }));
  const addressed = audiences.map((row) => ({ eventId: row.of, audience: audienceOf(row) }));
  return new Map(
    eventIds.map((id) => [
      id,
      {
        attending: people.filter(({ eventId }) => eventId === id),
        audiences: addressed.filter(({ eventId }) => eventId === id).map(({ audience }) => audience),
      },
    ]),
  );
}

/** Those who hear, or are to hear, what is said at one event. */
export async function findHearers(read: Queries, eventId: string): Promise<Hearers> {
  const people = (await listPeopleOfEvents(read, [eventId])).get(eventId);
  return hearersOf(people?.attending ?? [], people?.audiences ?? []);
}

type PersonRow = {
  id: string;
  name: string;
  office: string;
  organisation_id: string | null;
  organisation: string | null;
  kind: string | null;
};

/** A person as a row says them, with the audiences that they belong to. */
export function personOf(row: PersonRow, audiences: readonly OfficeAudience[]): OfficePerson {
  const { id: contactId, name, office: room } = row;
  return { contactId, name, room, organisation: organisationOf(row), audiences };
}

function organisationOf({
  organisation_id: id,
  organisation: name,
  kind,
}: Omit<PersonRow, "id" | "name" | "office">) {
  return id === null || name === null || kind === null ? null : { id, name, kind };
}

type AudienceRow = {
  id: string;
  name: string;
  audience_kind: string;
  side: "majority" | "minority" | null;
  organisation_id: string | null;
  organisation: string | null;
  kind: string | null;
};

function audienceOf(row: AudienceRow): OfficeAudience {
  const { id, name, audience_kind: kind, side } = row;
  return { id, name, kind, side, organisation: organisationOf(row) };
}

/** The audiences of each contact. */
export async function listMemberships(
  read: Queries,
  contactIds: readonly string[],
): Promise<ReadonlyMap<string, OfficeAudience[]>> {
  const rows = await membershipsOf(read, { contacts: JSON.stringify(contactIds) });
  const grouped = Map.groupBy(rows, (row) => row.of);
  return new Map([...grouped].map(([id, of]) => [id, of.map(audienceOf)]));
}

const AUDIENCE = [
  "audience.id",
  "audience.name",
  "audience.kind as audience_kind",
  "audience.side",
  "audience.organisation_id",
  "organisation.name as organisation",
  "organisation.kind",
] as const;

const participantsOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outreach_event_participant as link")
    .innerJoin("contact", "contact.id", "link.contact_id")
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .select(["link.outreach_event_id as event_id", "link.attendance"])
    .select(["contact.id", "contact.name", "contact.office", "contact.organisation_id"])
    .select(["organisation.name as organisation", "organisation.kind"])
    .where("link.outreach_event_id", "in", eachIn(place("events")))
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);

const audiencesOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("outreach_event_audience as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .leftJoin("organisation", "organisation.id", "audience.organisation_id")
    .select("link.outreach_event_id as of")
    .select(AUDIENCE)
    .where("link.outreach_event_id", "in", eachIn(place("events")))
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);

const membershipsOf = keptQuery((read, place: Place<"contacts">) =>
  read
    .selectFrom("audience_contact as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .leftJoin("organisation", "organisation.id", "audience.organisation_id")
    .select("link.contact_id as of")
    .select(AUDIENCE)
    .where("link.contact_id", "in", eachIn(place("contacts"))),
);
