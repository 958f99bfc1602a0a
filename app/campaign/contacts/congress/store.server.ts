import type { Kysely } from "kysely";
import {
  countRefresh,
  type Held,
  type PublicContact,
  type PublicOrganisation,
  type PublicRecords,
  type PublicSeat,
  planRefresh,
  type RefreshCounts,
} from "#app/campaign/organisations/refresh.ts";
import { refreshOrganisations, refreshSeats } from "#app/campaign/organisations/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Schema } from "#db/schema.ts";
import { refreshContacts } from "../store.server.ts";
import { congressSource } from "./congress.ts";
import { greatLosses, type Loss } from "./great-loss.ts";

/** What an import did to each kind of record. */
export type ImportCounts = { organisations: RefreshCounts; contacts: RefreshCounts; seats: RefreshCounts };

/** Refused where a file that nobody confirmed by its name would end more than a tenth of what stands. */
export type Imported =
  | { ok: true; counts: ImportCounts }
  | { ok: false; reason: "ends-too-much"; losses: readonly Loss[] };

/**
 * Takes a new reading of the list of Congress in, as one recorded change; `day` is the day on which what is missing ends, and
 * `mayEnd` names the files that may end however much.
 */
export async function importCongress(
  database: Database,
  author: Author,
  records: PublicRecords,
  { day, mayEnd }: { day: CalendarDate; mayEnd: readonly string[] },
): Promise<Imported> {
  const stamp = { source: congressSource, day };
  const made = await database.change(author, { submission: null, campaignId: null }, async (change) => {
    const organisations = await listHeldOrganisations(change.read);
    const contacts = await listHeldContacts(change.read);
    const seats = await listHeldSeats(change.read);
    const held = { organisations, contacts, seats };
    const refresh = planRefresh(held, records, day);
    const losses = greatLosses(held, refresh).filter(({ file }) => !mayEnd.includes(file));
    if (losses.length > 0) return { ok: false as const, reason: "ends-too-much" as const, losses };
    const organisationIds = await refreshOrganisations(change, organisations, refresh.organisations, stamp);
    const surroundings = { organisations: organisationIds, stamp };
    const contactIds = await refreshContacts(change, contacts, refresh.contacts, surroundings);
    const ids = { organisations: organisationIds, contacts: contactIds };
    await refreshSeats(change, refresh.seats, ids, stamp);
    const counts = {
      organisations: countRefresh(refresh.organisations),
      contacts: countRefresh(refresh.contacts),
      seats: countRefresh(refresh.seats),
    };
    change.describe({
      recordKind: "public list",
      recordId: "congress",
      action: "imported",
      summary: importSentence(counts),
      location: "/",
    });
    return { ok: true as const, counts };
  });
  if (!made.ok) return made;
  if (made.replayed) throw new Error("an import has no submission, so it cannot be sent twice");
  return { ok: true, counts: made.counts };
}

/** When the list of Congress was last read, changed or not; null where it never was. */
export async function findLastImport(read: Kysely<Schema>): Promise<Date | null> {
  const row = await read
    .selectFrom("change")
    .select("made_at")
    .where("record_kind", "=", "public list")
    .where("record_id", "=", "congress")
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : new Date(row.made_at);
}

function importSentence({ contacts: { added, changed, ended } }: ImportCounts): string {
  return `List of Congress read: ${added} contacts added, ${changed} changed, ${ended} ended`;
}

/** Every organisation that came from a public list, ended ones included. */
async function listHeldOrganisations(read: Kysely<Schema>): Promise<Held<PublicOrganisation>[]> {
  const rows = await read
    .selectFrom("organisation")
    .leftJoin("organisation as parent", "parent.id", "organisation.parent_id")
    .selectAll("organisation")
    .select("parent.key as parent_key")
    .where("organisation.key", "is not", null)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    endedOn: row.ended_on,
    record: {
      key: row.key ?? "",
      kind: row.kind,
      parentKey: row.parent_key,
      chamber: row.chamber,
      name: row.name,
      address: row.address,
      phone: row.phone,
    },
  }));
}

/** Every contact that came from a public list, ended ones included. */
async function listHeldContacts(read: Kysely<Schema>): Promise<Held<PublicContact>[]> {
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

/** Every seat that is held now. */
async function listHeldSeats(read: Kysely<Schema>): Promise<Held<PublicSeat>[]> {
  const rows = await read.selectFrom("seat").selectAll().where("ended_on", "is", null).execute();
  return rows.map((row) => {
    const [organisationKey = "", contactKey = ""] = row.key.split(":");
    return {
      id: row.id,
      version: row.version,
      endedOn: row.ended_on,
      record: {
        ...{ key: row.key, organisationKey, contactKey, title: row.title, rank: row.rank, side: row.side },
        termEndsOn: row.term_ends_on,
      },
    };
  });
}
