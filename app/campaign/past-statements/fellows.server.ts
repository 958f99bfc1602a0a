import { sql } from "kysely";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { type Hearers, isSameOffice, officesOfPerson } from "./office.ts";
import { listMemberships, personOf } from "./people.server.ts";

/** Who of Washington would have heard it, had they been told: the people of these offices and the audiences that they are. */
export async function listFellows(
  read: Queries,
  hearers: Hearers,
): Promise<{ contactIds: readonly string[]; audienceIds: readonly string[] }> {
  const { offices } = hearers;
  const organisations = offices.flatMap((one) => (one.kind === "organisation" ? [one.id] : []));
  const chambers = offices.flatMap((one) => (one.kind === "room" ? [one.chamberId] : []));
  const memberOffices = offices.flatMap((one) => (one.kind === "member office" ? [one.audienceId] : []));
  const places = {
    organisations: JSON.stringify([...organisations, ...chambers]),
    audiences: JSON.stringify(memberOffices),
  };
  const [people, audiences] = await Promise.all([
    peopleOf(read, places),
    audiencesOfOrganisations(read, { organisations: JSON.stringify(organisations) }),
  ]);
  const memberships = await listMemberships(
    read,
    people.map(({ id }) => id),
  );
  const fellows = people
    .map((row) => personOf(row, memberships.get(row.id) ?? []))
    .filter((person) =>
      officesOfPerson(person).some((one) => offices.some((other) => isSameOffice(one, other))),
    );
  const sides = offices.flatMap((one) => (one.kind === "organisation" ? [one] : []));
  const addressed = audiences.filter(({ organisation_id: id, side }) =>
    sides.some((one) => one.id === id && (one.side === null || side === null || one.side === side)),
  );
  return {
    contactIds: [...new Set([...hearers.contactIds, ...fellows.map(({ contactId }) => contactId)])],
    audienceIds: [...new Set([...memberOffices, ...addressed.map(({ id }) => id)])],
  };
}

const peopleOf = keptQuery((read, place: Place<"organisations" | "audiences">) => {
  const people = read
    .selectFrom("contact")
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .select(["contact.id", "contact.name", "contact.office", "contact.organisation_id"])
    .select(["organisation.name as organisation", "organisation.kind"]);
  const members = sql<string>`(select contact_id from audience_contact where audience_id in ${eachIn(place("audiences"))})`;
  return people
    .where("contact.organisation_id", "in", eachIn(place("organisations")))
    .union(people.where("contact.id", "in", members));
});

const audiencesOfOrganisations = keptQuery((read, place: Place<"organisations">) =>
  read
    .selectFrom("audience")
    .select(["id", "side", "organisation_id"])
    .where("organisation_id", "in", eachIn(place("organisations"))),
);
