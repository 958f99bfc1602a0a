import type { Kysely } from "kysely";
import type { Schema } from "#db/schema.ts";

/** What holds for the whole installation: the home capital with its clock and holidays. */
export type Installation = {
  homeCity: string;
  homeZone: string;
  homeCountry: string;
  language: string;
  sampleMadeOn: string | null;
};

export async function readInstallation(read: Kysely<Schema>): Promise<Installation> {
  const row = await read.selectFrom("installation").selectAll().executeTakeFirstOrThrow();
  return {
    homeCity: row.home_city,
    homeZone: row.home_zone,
    homeCountry: row.home_country,
    language: row.language,
    sampleMadeOn: row.sample_made_on,
  };
}
