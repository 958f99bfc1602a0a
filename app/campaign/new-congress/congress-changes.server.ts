import { sql } from "kysely";
import type { Side } from "#app/campaign/organisations/public-list.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import type { ComparedSeat, SeatState } from "./seat-changes.ts";

/** A reading of the list that changed seats or contacts, but for the first one, which brought them all. */
export type CongressReading = { changeId: string; madeAt: Date };

const MOST_READINGS = 20;

/** The readings after the first that changed anything and stand, newest first, 20 at most: none that was undone, nor its undoing. */
export async function listCongressReadings(read: Queries): Promise<Cut<CongressReading>> {
  const rows = await read
    .selectFrom("change")
    .select(["id", "made_at"])
    .where("record_kind", "=", "public list")
    .where("record_id", "=", "congress")
    .where("made_at", ">", firstReading)
    .where(stands)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("change_row")
          .select("change_row.row_id")
          .whereRef("change_row.change_id", "=", "change.id")
          .where("change_row.table_name", "in", ["seat", "contact"]),
      ),
    )
    .orderBy("made_at", "desc")
    .orderBy(sql`change.rowid`, "desc")
    .limit(MOST_READINGS + 1)
    .execute();
  const readings = rows.map(({ id, made_at }) => ({ changeId: id, madeAt: new Date(made_at) }));
  return cut(readings, MOST_READINGS);
}

/** A reading that was undone has changed nothing, nor has its undoing; one whose undoing was undone stands again. */
const standsAs = (name: "change" | "first") => sql<boolean>`(
  ${sql.ref(`${name}.undoes`)} is null and (
    with recursive chain (id, n) as (
      select ${sql.ref(`${name}.id`)}, 0
      union all select next.id, n + 1 from change as next join chain on next.undoes = chain.id
    ) select max(n) % 2 = 0 from chain
  )
)`;
const stands = standsAs("change");

const firstReading = sql<string>`(
  select min(first.made_at) from change as first where first.record_kind = 'public list' and first.record_id = 'congress'
  and ${standsAs("first")}
)`;

/** Every seat that readings since then, the first never, have touched: as it was before them, and as it is. */
export async function listComparedSeats(read: Queries, since: Date): Promise<ComparedSeat[]> {
  const rows = await read
    .selectFrom("change")
    .innerJoin("change_row", "change_row.change_id", "change.id")
    .innerJoin("seat", "seat.id", "change_row.row_id")
    .innerJoin("contact", "contact.id", "seat.contact_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select(["seat.id", "seat.title", "seat.side", "seat.ended_on", "organisation.kind"])
    .select(["contact.id as contact_id", "contact.name", "organisation.id as organisation_id"])
    .select(["organisation.name as organisation_name", "change_row.before_json"])
    .where("change.record_kind", "=", "public list")
    .where("change.record_id", "=", "congress")
    .where("change.made_at", ">=", since.toISOString())
    .where("change.made_at", ">", firstReading)
    .where(stands)
    .where("change_row.table_name", "=", "seat")
    .orderBy("change.made_at")
    .orderBy("change_row.position")
    .execute();
  const first = Map.groupBy(rows, ({ id }) => id);
  return [...first.values()].flatMap(([row]) => {
    if (row === undefined) return [];
    const { title, side, ended_on } = row;
    const now: SeatState = { title, side };
    return [
      {
        contact: { id: row.contact_id, name: row.name },
        organisation: { id: row.organisation_id, name: row.organisation_name, kind: row.kind },
        before: row.before_json === null ? null : stateIn(row.before_json),
        after: ended_on === null ? now : null,
      },
    ];
  });
}

function stateIn(json: string): SeatState | null {
  const row: Record<string, unknown> = JSON.parse(json);
  if (row.ended_on !== null && row.ended_on !== undefined) return null;
  return { title: typeof row.title === "string" ? row.title : "", side: sideIn(row.side) };
}

function sideIn(value: unknown): Side | null {
  return value === "majority" || value === "minority" ? value : null;
}

/** A member whose office in Washington moved; both are given as the list writes them, and may be empty. */
export type MovedOffice = { contact: { id: string; name: string }; from: string; to: string };

/** The members who stay and whose offices readings since then have moved. */
export async function listMovedOffices(read: Queries, since: Date): Promise<MovedOffice[]> {
  const before = sql<string>`change_row.before_json ->> 'office'`;
  const rows = await read
    .selectFrom("change")
    .innerJoin("change_row", "change_row.change_id", "change.id")
    .innerJoin("contact", "contact.id", "change_row.row_id")
    .select(["contact.id", "contact.name", "contact.office", before.as("before")])
    .where("change.record_kind", "=", "public list")
    .where("change.record_id", "=", "congress")
    .where("change.made_at", ">=", since.toISOString())
    .where("change.made_at", ">", firstReading)
    .where(stands)
    .where("change_row.table_name", "=", "contact")
    .where("change_row.before_json", "is not", null)
    .where("contact.ended_on", "is", null)
    .orderBy("change.made_at")
    .orderBy("change_row.position")
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([row]) =>
    row === undefined || row.before === row.office
      ? []
      : [{ contact: { id: row.id, name: row.name }, from: row.before, to: row.office }],
  );
}

/** How many seats of each of these organisations are held now. */
export async function countHeldSeats(
  read: Queries,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("seat")
    .select(({ fn }) => ["organisation_id", fn.countAll<number>().as("n")])
    .where("organisation_id", "in", organisationIds)
    .where("ended_on", "is", null)
    .groupBy("organisation_id")
    .execute();
  return new Map(rows.map(({ organisation_id, n }) => [organisation_id, n]));
}

/** How many seats in each chamber end on that day, and how many are held, by the list; null where it was never read. */
export async function countEndingTerms(
  read: Queries,
  day: CalendarDate,
): Promise<{ chamber: string; ending: number; held: number }[] | null> {
  const rows = await read
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select(({ fn }) => ["organisation.key", fn.countAll<number>().as("held")])
    .select(sql<number>`sum(seat.term_ends_on <= ${day})`.as("ending"))
    .where("organisation.kind", "=", "chamber")
    .where("seat.ended_on", "is", null)
    .where("seat.term_ends_on", "is not", null)
    .groupBy("organisation.key")
    .orderBy("organisation.key")
    .execute();
  if (rows.length === 0) return null;
  return rows.map(({ key, held, ending }) => ({ chamber: key ?? "", held, ending }));
}
