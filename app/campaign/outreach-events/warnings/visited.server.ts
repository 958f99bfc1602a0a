import { kindPlace } from "#app/campaign/audiences/audience-kind.ts";
import type { Named } from "#app/campaign/campaigns/choices.server.ts";
import { officesOfAudience, officesOfPerson } from "#app/campaign/past-statements/office.ts";
import { listMemberships, personOf } from "#app/campaign/past-statements/people.server.ts";
import { type Chamber, chambersOf } from "#app/campaign/session-days/session-day.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { Visited } from "./judged-event.ts";

type Ids = {
  officerIds: readonly string[];
  contactIds: readonly string[];
  audienceIds: readonly string[];
};

/** Who is at an event from our side, and whom it visits: people and audiences with their offices, and their chambers. */
export async function listVisited(
  read: Queries,
  { officerIds, contactIds, audienceIds }: Ids,
): Promise<{ officers: Named[]; participants: Visited[]; audiences: Visited[]; chambers: Chamber[] }> {
  const [officers, contacts, audiences, memberships] = await Promise.all([
    officersById(read, { ids: JSON.stringify(officerIds) }),
    contactsById(read, { ids: JSON.stringify(contactIds) }),
    audiencesById(read, { ids: JSON.stringify(audienceIds) }),
    listMemberships(read, contactIds),
  ]);
  const chambers = [
    ...audiences.map((row) => ({ ...row, isCongress: kindPlace(row.audience_kind) === "Congress" })),
    ...contacts.map((row) => ({ ...row, isCongress: row.chamber !== null })),
  ];
  return {
    officers,
    participants: contacts.map((row) => ({
      id: row.id,
      name: row.name,
      offices: officesOfPerson(personOf(row, memberships.get(row.id) ?? [])),
    })),
    audiences: audiences.map((row) => ({ id: row.id, name: row.name, offices: officesOfRow(row) })),
    chambers: chambersOf(chambers),
  };
}

type AudienceRow = Awaited<ReturnType<typeof audiencesById>>[number];

function officesOfRow({ organisation_id: id, organisation: name, kind, audience_kind, ...row }: AudienceRow) {
  const organisation = id === null || name === null || kind === null ? null : { id, name, kind };
  return officesOfAudience({ id: row.id, name: row.name, kind: audience_kind, side: row.side, organisation });
}

const officersById = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "in", eachIn(place("ids")))
    .orderBy("sort_name")
    .orderBy("id"),
);

const contactsById = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("contact")
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .select(["contact.id", "contact.name", "contact.office", "contact.organisation_id"])
    .select(["organisation.name as organisation", "organisation.kind", "organisation.chamber"])
    .where("contact.id", "in", eachIn(place("ids")))
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);

const audiencesById = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("audience")
    .leftJoin("organisation", "organisation.id", "audience.organisation_id")
    .select(["audience.id", "audience.name", "audience.kind as audience_kind", "audience.side"])
    .select(["audience.organisation_id", "organisation.name as organisation"])
    .select(["organisation.kind", "organisation.chamber"])
    .where("audience.id", "in", eachIn(place("ids")))
    .orderBy("audience.sort_name")
    .orderBy("audience.id"),
);
