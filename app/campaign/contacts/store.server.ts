import type { Held, PublicContact, RefreshOf } from "#app/campaign/organisations/public-list.ts";
import { type IdsByKey, idOf, type Stamp } from "#app/campaign/organisations/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change, Done, Gone, Stale } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import { type ContactRefusal, nameSortKey, splitName } from "./contact.ts";
import {
  type ContactTarget,
  describeContact,
  findContactRow,
  keepNote,
  linkToAudience,
} from "./memberships.server.ts";
import { type ContactText, contactFacts, contactGround, type OursOfContact } from "./record.ts";

/**
 * Writes what a new reading of a public list does to contacts. Only columns of the list are set: purpose, owner,
 * role, retention and everything else of ours stay.
 */
export async function refreshContacts(
  change: Change,
  held: readonly Held<PublicContact>[],
  refresh: RefreshOf<PublicContact>,
  { organisations, stamp }: { organisations: IdsByKey; stamp: Stamp },
): Promise<IdsByKey> {
  const ids = new Map(held.map(({ id, record }) => [record.key, id]));
  for (const { key } of refresh.added) ids.set(key, newId());
  const columns = (record: PublicContact) =>
    publicColumns(record, idOf(organisations, record.organisationKey), stamp);
  const rows = refresh.added.map((record) => ({
    id: idOf(ids, record.key),
    key: record.key,
    is_elected_or_appointed: 1 as const,
    purpose: "mapping" as const,
    ...columns(record),
  }));
  await change.insertMany("contact", rows);
  for (const { held: one, incoming } of refresh.changed) {
    await change.update("contact", one.id, columns(incoming), null);
  }
  for (const one of refresh.ended) await change.update("contact", one.id, { ended_on: stamp.day }, null);
  return ids;
}

type Refused = { ok: false; reason: ContactRefusal };

/** Adds somebody to the campaign's contacts, and to an audience where one is given. */
export async function addContact(
  change: Change,
  campaignId: string,
  contact: ContactText,
  audienceId: string | null,
): Promise<Done> {
  const target = { campaignId, contactId: newId() };
  await change.insert("contact", { id: target.contactId, ...contactColumns(contact) });
  await keepNote(change, target, contact.note);
  if (audienceId !== null) await linkToAudience(change, audienceId, target.contactId);
  return describeContact(change, target, "added", `Added: ${contact.name}`);
}

/** Saves a contact as it was edited; of one of a public list only what is ours, the rest changes with the list. */
export async function editContact(
  change: Change,
  target: ContactTarget,
  contact: ContactText | OursOfContact,
  version: number,
): Promise<Done | Gone | Stale> {
  const row = await findContactRow(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  if (row.version !== version) return { ok: false, reason: "changed-by-somebody-else" };
  const isOurs = row.key === null && "name" in contact;
  const columns = isOurs ? contactColumns(contact) : oursColumns(contact);
  await change.update("contact", target.contactId, columns, null);
  await keepNote(change, target, contact.note);
  return describeContact(change, target, "edited", `Saved: ${"name" in contact ? contact.name : row.name}`);
}

/** Ends a contact of ours on a day, or takes the end back with null; what was met and said stays. */
export async function endContact(
  change: Change,
  target: ContactTarget,
  endedOn: CalendarDate | null,
  version: number,
): Promise<Done | Gone | Stale | Refused> {
  const row = await findContactRow(change.read, target);
  if (row === null) return { ok: false, reason: "not-found" };
  if (row.key !== null) return { ok: false, reason: "public-record" };
  if (row.version !== version) return { ok: false, reason: "changed-by-somebody-else" };
  await change.update("contact", target.contactId, { ended_on: endedOn }, null);
  const [action, word] = endedOn === null ? ["taken up again", "Reinstated"] : ["ended", "Ended"];
  return describeContact(change, target, action, `${word}: ${row.name}`);
}

/** Gives the relationship owner of one contact to another, inside a change that is under way. False where there is none. */
export async function giveOwner(
  change: Change,
  { from, to }: { from: string; to: string },
): Promise<boolean> {
  const row = await change.read
    .selectFrom("contact")
    .select("owner_account_id")
    .where("id", "=", from)
    .executeTakeFirst();
  if (!row?.owner_account_id) return false;
  await change.update("contact", to, { owner_account_id: row.owner_account_id }, null);
  return true;
}

/** The columns that a public list fills; everything else in the row is ours. */
function publicColumns(record: PublicContact, organisationId: string, stamp: Stamp) {
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
function contactColumns(contact: ContactText) {
  const { givenName, familyName } = splitName(contact.name);
  return {
    ...contactFacts.toRow(contact),
    sort_name: nameSortKey(givenName, familyName),
    organisation_id: contact.organisation,
    ...oursColumns(contact),
  };
}

/** The columns of what we decide about a contact; the note stands with the campaign, not with the person. */
function oursColumns(ours: OursOfContact) {
  return { ...contactGround.toRow(ours), owner_account_id: ours.owner };
}
