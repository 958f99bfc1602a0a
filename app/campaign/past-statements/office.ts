import { hasSides, type Side } from "#app/campaign/audiences/audience-of-organisation.ts";

/**
 * An office in Washington, which remembers what it was told. `name` is for people and no part of its identity.
 * A committee's side is null where it is not known which staff somebody belongs to.
 */
export type Office =
  | { kind: "organisation"; id: string; side: Side | null; name: string }
  | { kind: "room"; chamberId: string; room: string; name: string }
  | { kind: "member office"; audienceId: string; name: string };

export type OfficeOrganisation = { id: string; name: string; kind: string };

export type OfficeAudience = {
  id: string;
  name: string;
  kind: string;
  side: Side | null;
  organisation: OfficeOrganisation | null;
};

/** Somebody in Washington, as far as it decides on their office. `room` is the address that a member's staff share. */
export type OfficePerson = {
  contactId: string;
  name: string;
  room: string;
  organisation: OfficeOrganisation | null;
  audiences: readonly OfficeAudience[];
};

/**
 * The offices of a person: their organisation, of a committee the side whose audience they belong to; in a chamber,
 * which is no office, the room and the member offices that are addressed as an audience. A seat in a committee makes
 * nobody staff of it. Source: DOMAIN.md, audience (majority and minority are two; a member office is one).
 */
export function officesOfPerson(person: OfficePerson): readonly Office[] {
  return [...ofOrganisation(person), ...person.audiences.flatMap(memberOffice)];
}

function ofOrganisation({ organisation, room, name, audiences }: OfficePerson): readonly Office[] {
  if (organisation === null) return [];
  const { id, kind } = organisation;
  if (kind === "chamber") {
    const plainRoom = room.trim().toLowerCase().replaceAll(/\s+/g, " ");
    return plainRoom === ""
      ? []
      : [{ kind: "room", chamberId: id, room: plainRoom, name: `The office of ${name}` }];
  }
  const sides = audiences.flatMap((one) =>
    one.organisation?.id === id && one.side !== null ? [one.side] : [],
  );
  const known: readonly (Side | null)[] = hasSides(kind) && sides.length > 0 ? [...new Set(sides)] : [null];
  return known.map((side) => ({ kind: "organisation", id, side, name: named(organisation.name, side) }));
}

/** The office that an audience is; none where it spans several, like "Defence reporters". */
export function officesOfAudience(audience: OfficeAudience): readonly Office[] {
  const { organisation, side } = audience;
  if (audience.kind === "member office") return memberOffice(audience);
  if (organisation === null || organisation.kind === "chamber") return [];
  return [{ kind: "organisation", id: organisation.id, side, name: named(organisation.name, side) }];
}

function memberOffice({ id, kind, name }: OfficeAudience): readonly Office[] {
  return kind === "member office" ? [{ kind: "member office", audienceId: id, name }] : [];
}

function named(name: string, side: Side | null): string {
  return side === null ? name : `${name}, ${side}`;
}

/** Whether two are one office. A side that is not known may be either: it is better named than missed. */
export function isSameOffice(one: Office, other: Office): boolean {
  if (one.kind === "organisation" && other.kind === "organisation") {
    return one.id === other.id && (one.side === null || other.side === null || one.side === other.side);
  }
  if (one.kind === "room" && other.kind === "room") {
    return one.chamberId === other.chamberId && one.room === other.room;
  }
  return (
    one.kind === "member office" && other.kind === "member office" && one.audienceId === other.audienceId
  );
}

export type Attending = { person: OfficePerson; hasMissedIt: boolean };

/** Those who heard, or will hear, what is said at an event: the people and the offices. */
export type Hearers = { contactIds: readonly string[]; offices: readonly Office[] };

/**
 * Who hears what is said at an event: everybody on its list but those who stayed away, with their offices, and the
 * offices that its audiences are. An office of which all who were expected stayed away has heard nothing.
 */
export function hearersOf(attending: readonly Attending[], audiences: readonly OfficeAudience[]): Hearers {
  const there = attending.filter((one) => !one.hasMissedIt);
  const offices = there.flatMap(({ person }) => officesOfPerson(person));
  const away = attending.filter((one) => one.hasMissedIt).flatMap(({ person }) => officesOfPerson(person));
  const addressed = audiences.flatMap(officesOfAudience).filter((office) => {
    const wasExpected = away.some((one) => isSameOffice(one, office));
    return !wasExpected || offices.some((one) => isSameOffice(one, office));
  });
  return {
    contactIds: there.map(({ person }) => person.contactId),
    offices: distinct([...offices, ...addressed]),
  };
}

/** Those of these people and offices who are among the others, too. */
export function hearersInCommon(hearers: Hearers, others: Hearers): Hearers {
  return {
    contactIds: hearers.contactIds.filter((id) => others.contactIds.includes(id)),
    offices: hearers.offices.filter((office) => others.offices.some((one) => isSameOffice(one, office))),
  };
}

function distinct(offices: readonly Office[]): readonly Office[] {
  return offices.filter(
    (office, at) => offices.findIndex((one) => isSameOffice(one, office) && one.name === office.name) === at,
  );
}
