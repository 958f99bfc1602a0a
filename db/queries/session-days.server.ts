import type { Kysely } from "kysely";
import type { SessionDay } from "#app/domain/session-days/session-day.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";

/** What is known of both chambers from `first` to `last`, both included, by day, the House first. */
export async function listSessionDays(
  read: Kysely<Schema>,
  first: CalendarDate,
  last: CalendarDate,
): Promise<SessionDay[]> {
  const rows = await sessionDaysBetween(read, { first, last });
  return rows.map(({ as_of, ...day }) => ({ ...day, asOf: as_of }));
}

const sessionDaysBetween = keptQuery((read, place: Place<"first" | "last">) =>
  read
    .selectFrom("session_day")
    .select(["chamber", "day", "standing", "source", "as_of"])
    .where("day", ">=", place("first"))
    .where("day", "<=", place("last"))
    .orderBy("day")
    .orderBy("chamber"),
);
