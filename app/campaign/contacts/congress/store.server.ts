import { createHash } from "node:crypto";
import {
  countRefresh,
  type Held,
  type PublicContact,
  type PublicOrganisation,
  type PublicRecords,
  type PublicSeat,
  planRefresh,
  type Refresh,
  type RefreshCounts,
} from "#app/campaign/organisations/public-list.ts";
import { refreshOrganisations, refreshSeats } from "#app/campaign/organisations/store.server.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Author, Change } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import type { Queries } from "#db/schema.ts";
import { refreshContacts } from "../store.server.ts";
import { congressSource } from "./congress.ts";
import { greatLosses } from "./great-loss.ts";

/** What an import did to each kind of record. */
export type ImportCounts = { organisations: RefreshCounts; contacts: RefreshCounts; seats: RefreshCounts };

/** Refused where a file that nobody confirmed by its name would end more than a tenth of what stands. */
export type Imported =
  | { ok: true; counts: ImportCounts }
  | { ok: false; reason: "ends-too-much"; losses: CongressPlan["losses"] };

/**
 * How far somebody agreed to a reading: `shown` names the plan that was looked at, null for none; `mayEnd` names the files
 * that may end however much. `day` is the day on which what is missing ends, and `location` where the reader goes on.
 */
export type CongressAgreement = {
  day: CalendarDate;
  mayEnd: readonly string[];
  shown: string | null;
  location: string;
};

/** What a reading would do to what is held, with the name by which it is confirmed. */
export type CongressPlan = { refresh: Refresh; losses: ReturnType<typeof greatLosses>; name: string };

/** Works out what a new reading of the list of Congress would do. Writes nothing. */
export async function previewCongress(
  read: Queries,
  records: PublicRecords,
  day: CalendarDate,
): Promise<CongressPlan> {
  return (await planOf(read, records, day)).plan;
}

async function planOf(read: Queries, records: PublicRecords, day: CalendarDate) {
  const organisations = await listHeldOrganisations(read);
  const contacts = await listHeldContacts(read);
  const held = { organisations, contacts, seats: await listHeldSeats(read) };
  const refresh = planRefresh(held, records, day);
  return { held, plan: { refresh, losses: greatLosses(held, refresh), name: nameOfRefresh(refresh) } };
}

/** A name of exactly these changes: who confirms them names what was shown. */
function nameOfRefresh({ organisations, contacts, seats }: Refresh): string {
  const changes = [organisations, contacts, seats].map(({ added, changed, ended }) => [
    added,
    changed.map(({ held, incoming }) => [held.id, held.version, incoming]),
    ended.map(({ id, version }) => [id, version]),
  ]);
  return createHash("sha256").update(JSON.stringify(changes)).digest("hex");
}

type Refused =
  | { ok: false; reason: "ends-too-much"; losses: CongressPlan["losses"] }
  | { ok: false; reason: "changed-since-shown" | "nothing-to-change"; losses: readonly [] };

/** Takes a new reading of the list of Congress in, for the whole installation, as it was agreed to. */
export async function takeCongress(
  change: Change,
  records: PublicRecords,
  { day, mayEnd, shown, location }: CongressAgreement,
): Promise<{ ok: true; counts: ImportCounts } | Refused> {
  const stamp = { source: congressSource, day };
  const { held, plan } = await planOf(change.read, records, day);
  const { refresh } = plan;
  if (shown !== null && shown !== plan.name) return { ok: false, reason: "changed-since-shown", losses: [] };
  const losses = plan.losses.filter(({ file }) => !mayEnd.includes(file));
  if (losses.length > 0) return { ok: false, reason: "ends-too-much", losses };
  if (shown !== null && isNothing(refresh)) return { ok: false, reason: "nothing-to-change", losses: [] };
  const organisationIds = await refreshOrganisations(
    change,
    held.organisations,
    refresh.organisations,
    stamp,
  );
  const surroundings = { organisations: organisationIds, stamp };
  const contactIds = await refreshContacts(change, held.contacts, refresh.contacts, surroundings);
  await refreshSeats(change, refresh.seats, { organisations: organisationIds, contacts: contactIds }, stamp);
  const counts = countsOf(refresh);
  change.describe({
    recordKind: "public list",
    recordId: "congress",
    action: "imported",
    summary: importSentence(counts),
    location,
  });
  return { ok: true, counts };
}

/** How many records of each kind meet which fate. */
export function countsOf({ organisations, contacts, seats }: Refresh): ImportCounts {
  return {
    organisations: countRefresh(organisations),
    contacts: countRefresh(contacts),
    seats: countRefresh(seats),
  };
}

/** Whether a reading says what is held already. */
export function isNothing(refresh: Refresh): boolean {
  return Object.values(countsOf(refresh)).every(({ added, changed, ended }) => added + changed + ended === 0);
}

/** Takes the list in from the command line, where nobody looked at a plan, as one recorded change. */
export async function importCongress(
  database: Database,
  author: Author,
  records: PublicRecords,
  { day, mayEnd }: { day: CalendarDate; mayEnd: readonly string[] },
): Promise<Imported> {
  const agreement = { day, mayEnd, shown: null, location: "/" };
  const made = await database.change(author, { submission: null, campaignId: null }, (change) =>
    takeCongress(change, records, agreement),
  );
  if (made.ok && made.replayed) throw new Error("an import has no submission, so it cannot be sent twice");
  if (made.ok) return { ok: true, counts: made.counts };
  if (made.reason !== "ends-too-much") throw new Error(`an import that nobody looked at is ${made.reason}`);
  return { ok: false, reason: made.reason, losses: made.losses };
}

/** The latest day of which the list says anything: of its edition, or on which it was read; null where it never was. */
export async function findLatestDayOfList(read: Queries): Promise<CalendarDate | null> {
  const [organisation, contact, seat] = await Promise.all([
    read
      .selectFrom("organisation")
      .select(({ fn }) => fn.max("as_of").as("day"))
      .where("key", "is not", null)
      .executeTakeFirst(),
    read
      .selectFrom("contact")
      .select(({ fn }) => fn.max("as_of").as("day"))
      .where("key", "is not", null)
      .executeTakeFirst(),
    read
      .selectFrom("seat")
      .select(({ fn }) => [fn.max("started_on").as("started"), fn.max("ended_on").as("ended")])
      .executeTakeFirst(),
  ]);
  const days = [organisation?.day, contact?.day, seat?.started, seat?.ended];
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** When the list of Congress was last read, changed or not; null where it never was. */
export async function findLastImport(read: Queries): Promise<Date | null> {
  const row = await read
    .selectFrom("change")
    .select("made_at")
    .where("record_kind", "=", "public list")
    .where("record_id", "=", "congress")
    .where("action", "=", "imported")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("change as undoing").select("undoing.id").whereRef("undoing.undoes", "=", "change.id"),
        ),
      ),
    )
    .orderBy("made_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : new Date(row.made_at);
}

function importSentence({ contacts: { added, changed, ended } }: ImportCounts): string {
  return `List of Congress imported: ${added} ${added === 1 ? "contact" : "contacts"} added, ${changed} changed, ${ended} ended`;
}

/** Every organisation that came from a public list, ended ones included. */
async function listHeldOrganisations(read: Queries): Promise<Held<PublicOrganisation>[]> {
  const rows = await read
    .selectFrom("organisation")
    .leftJoin("organisation as parent", "parent.id", "organisation.parent_id")
    .select(["organisation.id", "organisation.version", "organisation.ended_on as endedOn"])
    .select(["organisation.key", "organisation.kind", "parent.key as parentKey", "organisation.chamber"])
    .select(["organisation.name", "organisation.address", "organisation.phone"])
    .where("organisation.key", "is not", null)
    .execute();
  return rows.map(({ id, version, endedOn, ...record }) => ({
    id,
    version,
    endedOn,
    record: { ...record, key: record.key ?? "" },
  }));
}

/** Every contact that came from a public list, ended ones included. */
async function listHeldContacts(read: Queries): Promise<Held<PublicContact>[]> {
  const rows = await read
    .selectFrom("contact")
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .select(["contact.id", "contact.version", "contact.ended_on as endedOn", "contact.key", "contact.name"])
    .select(["contact.sort_name as sortName", "contact.title", "contact.office", "contact.phone"])
    .select("organisation.key as organisationKey")
    .where("contact.key", "is not", null)
    .execute();
  return rows.map(({ id, version, endedOn, ...record }) => ({
    id,
    version,
    endedOn,
    record: { ...record, key: record.key ?? "", organisationKey: record.organisationKey ?? "" },
  }));
}

/** Every seat that is held now. */
async function listHeldSeats(read: Queries): Promise<Held<PublicSeat>[]> {
  const rows = await read.selectFrom("seat").selectAll().where("ended_on", "is", null).execute();
  return rows.map((row) => {
    const [organisationKey = "", contactKey = ""] = row.key.split(":");
    return {
      id: row.id,
      version: row.version,
      endedOn: row.ended_on,
      record: {
        key: row.key,
        organisationKey,
        contactKey,
        title: row.title,
        rank: row.rank,
        side: row.side,
        termEndsOn: row.term_ends_on,
      },
    };
  });
}
