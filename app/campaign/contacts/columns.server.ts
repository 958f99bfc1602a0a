import type { Stamp } from "#app/campaign/organisations/store.server.ts";
import type { PublicContact } from "./congress/public-records.ts";
import type { Purpose, RoleInDecision } from "./contact.ts";
import { nameSortKey, splitName } from "./names.ts";

/** What we keep of every contact ourselves, one of a public list too. */
export type OwnDetails = {
  roleInDecision: RoleInDecision | null;
  purpose: Purpose;
  informedOn: string | null;
  retainUntil: string | null;
  ownerAccountId: string | null;
  note: string;
};

/** What else we keep of somebody who stands in no public list. */
export type PersonDetails = {
  name: string;
  title: string;
  organisationId: string | null;
  office: string;
  email: string;
  phone: string;
  isElectedOrAppointed: boolean;
  source: string;
};

/** The columns that a public list fills; everything else in the row is ours. */
export function publicColumns(record: PublicContact, organisationId: string, stamp: Stamp) {
  return {
    name: record.name,
    sort_name: record.sortName,
    title: record.title,
    organisation_id: organisationId,
    office: record.office,
    phone: record.phone,
    source: stamp.source,
    as_of: stamp.day,
    ended_on: null,
  };
}

/** The columns of what somebody typed about a person; the name is sorted by its last word. */
export function personColumns(person: PersonDetails) {
  const { givenName, familyName } = splitName(person.name);
  return {
    name: person.name,
    sort_name: nameSortKey(givenName, familyName),
    title: person.title,
    organisation_id: person.organisationId,
    office: person.office,
    email: person.email,
    phone: person.phone,
    is_elected_or_appointed: person.isElectedOrAppointed ? (1 as const) : (0 as const),
    source: person.source,
  };
}

/** The columns of what we decide about a contact; the note stands with the campaign, not with the person. */
export function ownColumns(own: OwnDetails) {
  return {
    role_in_decision: own.roleInDecision,
    purpose: own.purpose,
    informed_on: own.informedOn,
    retain_until: own.retainUntil,
    owner_account_id: own.ownerAccountId,
  };
}
