import type { PublicContact } from "#app/campaign/organisations/public-records.ts";
import type { Stamp } from "#app/campaign/organisations/store.server.ts";
import { nameSortKey, splitName } from "./names.ts";
import type { ContactText, OursOfContact } from "./record.ts";

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

/** The columns of somebody who stands in no public list; the name is sorted by its last word. */
export function contactColumns(contact: ContactText) {
  const { givenName, familyName } = splitName(contact.name);
  return {
    name: contact.name,
    sort_name: nameSortKey(givenName, familyName),
    title: contact.title,
    organisation_id: contact.organisation,
    office: contact.office,
    email: contact.email,
    phone: contact.phone,
    is_elected_or_appointed: contact.isElectedOrAppointed ? (1 as const) : (0 as const),
    source: contact.source,
    ...oursColumns(contact),
  };
}

/** The columns of what we decide about a contact; the note stands with the campaign, not with the person. */
export function oursColumns(ours: OursOfContact) {
  return {
    role_in_decision: ours.roleInDecision,
    purpose: ours.purpose,
    informed_on: ours.informedOn,
    retain_until: ours.retainUntil,
    owner_account_id: ours.owner,
  };
}
