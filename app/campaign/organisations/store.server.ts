import { addressOf } from "#app/http/addresses.ts";
import { foldText } from "#app/text/search-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Change } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Held, PublicOrganisation, PublicSeat, RefreshOf } from "./public-list.ts";
import type { OrganisationText } from "./record.ts";

/** Where and when a public list was read: it stands beside every record that comes from it. */
export type Stamp = { source: string; day: CalendarDate };

/** The identifier of ours for each key of a public list. */
export type IdsByKey = ReadonlyMap<string, string>;

/** Writes what a new reading of a public list does to organisations; gives the identifier of each that it names. */
export async function refreshOrganisations(
  change: Change,
  held: readonly Held<PublicOrganisation>[],
  refresh: RefreshOf<PublicOrganisation>,
  stamp: Stamp,
): Promise<IdsByKey> {
  const ids = new Map(held.map(({ id, record }) => [record.key, id]));
  for (const { key } of refresh.added) ids.set(key, newId());
  const columns = (record: PublicOrganisation) => ({
    kind: record.kind,
    name: record.name,
    sort_name: foldText(record.name),
    parent_id: record.parentKey === null ? null : (ids.get(record.parentKey) ?? null),
    chamber: record.chamber,
    address: record.address,
    phone: record.phone,
    source: stamp.source,
    as_of: stamp.day,
    ended_on: null,
  });
  const rows = refresh.added.map((record) => ({
    id: idOf(ids, record.key),
    key: record.key,
    ...columns(record),
  }));
  await change.insertMany("organisation", rows);
  for (const { held: one, incoming } of refresh.changed) {
    await change.update("organisation", one.id, columns(incoming), null);
  }
  for (const one of refresh.ended) await change.update("organisation", one.id, { ended_on: stamp.day }, null);
  return ids;
}

/** The identifier of a key that the reading itself named: its absence is a bug. */
export function idOf(ids: IdsByKey, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`No record has the key ${key}`);
  return id;
}

/** Adds an organisation that no public list has; every campaign sees it. */
export async function addOrganisation(
  change: Change,
  campaignId: string,
  organisation: OrganisationText,
): Promise<{ ok: true }> {
  const id = newId();
  await change.insert("organisation", { id, sort_name: foldText(organisation.name), ...organisation });
  return change.describe({
    recordKind: "organisation",
    recordId: id,
    action: "added",
    summary: `Added: ${organisation.name}`,
    location: addressOf.organisation(campaignId, id),
  });
}

/** Writes what a new reading of a public list does to seats; an ended seat stays, with the day of its end. */
export async function refreshSeats(
  change: Change,
  refresh: RefreshOf<PublicSeat>,
  ids: { organisations: IdsByKey; contacts: IdsByKey },
  stamp: Stamp,
): Promise<void> {
  for (const one of refresh.ended) await change.update("seat", one.id, { ended_on: stamp.day }, null);
  for (const { held, incoming } of refresh.changed) {
    const { title, rank, side, termEndsOn } = incoming;
    await change.update("seat", held.id, { title, rank, side, term_ends_on: termEndsOn }, null);
  }
  const rows = refresh.added.map((seat) => ({
    id: newId(),
    key: seat.key,
    contact_id: idOf(ids.contacts, seat.contactKey),
    organisation_id: idOf(ids.organisations, seat.organisationKey),
    title: seat.title,
    rank: seat.rank,
    side: seat.side,
    started_on: stamp.day,
    term_ends_on: seat.termEndsOn,
    source: stamp.source,
  }));
  await change.insertMany("seat", rows);
}
