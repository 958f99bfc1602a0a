import type { Kysely } from "kysely";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import type { Change } from "./change.server.ts";
import { keptQuery } from "./kept-query.server.ts";
import type { Schema } from "./schema.ts";

/** What holds for the whole installation: the home capital with its clock and holidays. */
export type Installation = {
  homeCity: string;
  homeZone: Zone;
  homeCountry: string;
  language: string;
  sampleMadeOn: CalendarDate | null;
  /** Whether mail may name what it is about. */
  mailShowsTitles: boolean;
};

/** Run on a copy that is to let nobody in. */
export const FORGET_SET_UP_LINK =
  "update installation set set_up_link_hash = null where set_up_link_hash is not null";

export const installation = keptQuery((read) => read.selectFrom("installation").selectAll());

export async function readInstallation(read: Kysely<Schema>): Promise<Installation> {
  const [row] = await installation(read, {});
  if (row === undefined) throw new Error("The migrations put the installation's one row in");
  return {
    homeCity: row.home_city,
    homeZone: row.home_zone,
    homeCountry: row.home_country,
    language: row.language,
    sampleMadeOn: row.sample_made_on,
    mailShowsTitles: row.mail_shows_titles === 1,
  };
}

/** Whether the first administrator is there: the page behind the one-time link did it, or the command line. */
export async function isSetUp(read: Kysely<Schema>): Promise<boolean> {
  const row = await read.selectFrom("installation").select("set_up_at").executeTakeFirstOrThrow();
  return row.set_up_at !== null || (await isAnybodyAdministrator(read));
}

/** Whether an open account administers the installation. */
export async function isAnybodyAdministrator(read: Kysely<Schema>): Promise<boolean> {
  const row = await read
    .selectFrom("account")
    .select("id")
    .where("is_administrator", "=", 1)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The digest of the one-time link while it works, else null. */
export async function findSetUpLinkHash(read: Kysely<Schema>): Promise<string | null> {
  if (await isSetUp(read)) return null;
  const row = await read.selectFrom("installation").select("set_up_link_hash").executeTakeFirstOrThrow();
  return row.set_up_link_hash;
}

export type InstallationPatch = Partial<{
  home_city: string;
  home_zone: Zone;
  home_country: string;
  language: string;
  sample_made_on: CalendarDate | null;
  set_up_link_hash: string | null;
  set_up_at: string;
  mail_shows_titles: 0 | 1;
}>;

export async function updateInstallation(change: Change, patch: InstallationPatch): Promise<void> {
  const updated = await change.update("installation", "installation", patch, null);
  if (!updated.ok) throw new Error(`The installation was not changed: ${updated.reason}`);
}
