import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { PublicContact, PublicOrganisation, PublicSeat } from "./congress/public-records.ts";
import type { Held } from "./congress/refresh.ts";

/** Every organisation that came from a public list, ended ones included. */
export async function listHeldOrganisations(read: Kysely<Schema>): Promise<Held<PublicOrganisation>[]> {
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

/** Every seat that is held now. */
export async function listHeldSeats(read: Kysely<Schema>): Promise<Held<PublicSeat>[]> {
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
