import type { Kysely } from "kysely";
import type { PublicContact } from "#app/domain/contacts/public-records.ts";
import type { Held, RefreshOf } from "#app/domain/contacts/refresh.ts";
import type { Change } from "../change.server.ts";
import { newId } from "../identifier.server.ts";
import type { Schema } from "../schema.ts";
import { type IdsByKey, idOf, type Stamp } from "./organisations.server.ts";

/** Every contact that came from a public list, ended ones included. */
export async function listHeldContacts(read: Kysely<Schema>): Promise<Held<PublicContact>[]> {
  const rows = await read
    .selectFrom("contact")
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .select(["contact.id", "contact.version", "contact.ended_on", "contact.key", "contact.name"])
    .select(["contact.sort_name", "contact.title", "contact.office", "contact.phone"])
    .select("organisation.key as organisation_key")
    .where("contact.key", "is not", null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    endedOn: row.ended_on,
    record: {
      key: row.key ?? "",
      organisationKey: row.organisation_key ?? "",
      name: row.name,
      sortName: row.sort_name,
      title: row.title,
      office: row.office,
      phone: row.phone,
    },
  }));
}

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
  const columns = (record: PublicContact) => ({
    name: record.name,
    sort_name: record.sortName,
    title: record.title,
    organisation_id: idOf(organisations, record.organisationKey),
    office: record.office,
    phone: record.phone,
    source: stamp.source,
    as_of: stamp.day,
    ended_on: null,
  });
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
