import { sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";

export type Seat = {
  id: string;
  title: string;
  rank: number | null;
  side: "majority" | "minority" | null;
  startedOn: CalendarDate;
  endedOn: CalendarDate | null;
};

/** The seats that a contact holds, then those that have ended; chamber before committee before subcommittee. */
export async function listSeatsOfContact(
  read: Queries,
  contactId: string,
): Promise<(Seat & { organisation: { id: string; name: string }; parent: string | null })[]> {
  const rows = await read
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .leftJoin("organisation as parent", "parent.id", "organisation.parent_id")
    .select(["seat.id", "seat.title", "seat.rank", "seat.side", "seat.started_on", "seat.ended_on"])
    .select(["organisation.id as organisation_id", "organisation.name", "organisation.kind"])
    .select("parent.name as parent")
    .where("seat.contact_id", "=", contactId)
    .orderBy(sql`seat.ended_on is not null`)
    .orderBy(sql`organisation.kind <> 'chamber'`)
    .orderBy(sql`coalesce(organisation.key, organisation.sort_name)`)
    .orderBy("seat.id")
    .execute();
  return rows.map((row) => ({
    ...seatOf(row),
    organisation: { id: row.organisation_id, name: row.name },
    parent: row.kind === "subcommittee" ? row.parent : null,
  }));
}

export type SeatedContact = Seat & { contact: { id: string; name: string; title: string } };

/** The seats of an organisation that are held now: majority first, each side by rank; a part at a time. */
export async function listSeatsOfOrganisation(
  read: Queries,
  organisationId: string,
  part: { limit: number; offset: number },
): Promise<SeatedContact[]> {
  const rows = await read
    .selectFrom("seat")
    .innerJoin("contact", "contact.id", "seat.contact_id")
    .select(["seat.id", "seat.title", "seat.rank", "seat.side", "seat.started_on", "seat.ended_on"])
    .select(["contact.id as contact_id", "contact.name", "contact.title as contact_title"])
    .where("seat.organisation_id", "=", organisationId)
    .where("seat.ended_on", "is", null)
    .orderBy("seat.side")
    .orderBy("seat.rank")
    .orderBy("contact.sort_name")
    .orderBy("seat.id")
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  return rows.map((row) => ({
    ...seatOf(row),
    contact: { id: row.contact_id, name: row.name, title: row.contact_title },
  }));
}

/** How many seats of an organisation are held now, on each side and without one. */
export async function countSeats(
  read: Queries,
  organisationId: string,
): Promise<{ majority: number; minority: number; all: number }> {
  const rows = await read
    .selectFrom("seat")
    .select(["side", (eb) => eb.fn.countAll<number>().as("n")])
    .where("organisation_id", "=", organisationId)
    .where("ended_on", "is", null)
    .groupBy("side")
    .execute();
  const of = (side: string) => rows.find((row) => row.side === side)?.n ?? 0;
  return { majority: of("majority"), minority: of("minority"), all: rows.reduce((sum, { n }) => sum + n, 0) };
}

function seatOf(
  row: Omit<Seat, "startedOn" | "endedOn"> & { started_on: CalendarDate; ended_on: CalendarDate | null },
): Seat {
  const { id, title, rank, side, started_on, ended_on } = row;
  return { id, title, rank, side, startedOn: started_on, endedOn: ended_on };
}
