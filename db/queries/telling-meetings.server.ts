import { type Kysely, sql } from "kysely";
import type { Hearers } from "#app/domain/tellings/office.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { listFellows } from "./telling-fellows.server.ts";

/** How many of the latest meetings are read, and among how many of each person and audience papers are looked for. */
export const MEETINGS_READ = 40;
const PAPERS_AMONG = 100;

/**
 * The held events up to a day at which these people or their offices were told something: the latest ones, and
 * of those before them the ones that had a paper, for figures stand in papers.
 */
export async function listMeetings(
  read: Kysely<Schema>,
  { eventId, day }: { eventId: string; day: string },
  hearers: Hearers,
): Promise<string[]> {
  const fellows = await listFellows(read, hearers);
  const [ofPeople, ofAudiences] = await Promise.all([
    meetingsOfContacts(read, { of: JSON.stringify(fellows.contactIds), day }),
    meetingsOfAudiences(read, { of: JSON.stringify(fellows.audienceIds), day }),
  ]);
  const newestFirst = [...ofPeople, ...ofAudiences].toSorted((one, other) =>
    other.day.localeCompare(one.day),
  );
  const ids = [...new Set(newestFirst.map(({ id }) => id))].filter((id) => id !== eventId);
  const earlier = ids.slice(MEETINGS_READ);
  if (earlier.length === 0) return ids;
  const withPaper = await eventsWithPaper(read, { events: JSON.stringify(earlier) });
  return [...ids.slice(0, MEETINGS_READ), ...withPaper.flatMap(({ id }) => (id === null ? [] : [id]))];
}

// The earliest day that counts is found in the index, so that it costs the same however long we know them.
const meetingsOfContacts = keptQuery((read, place: Place<"of" | "day">) =>
  read
    .selectFrom(sql<{ value: string }>`json_each(${place("of")})`.as("who"))
    .innerJoin("contact_meeting as met", "met.contact_id", "who.value")
    .select(["met.outreach_event_id as id", "met.day"])
    .where("met.day", "<=", place("day"))
    .where(
      "met.day",
      ">=",
      sql<string>`coalesce((select day from contact_meeting where contact_id = who.value and day <= ${place("day")}
        order by day desc limit 1 offset ${sql.lit(PAPERS_AMONG)}), '')`,
    ),
);

const meetingsOfAudiences = keptQuery((read, place: Place<"of" | "day">) =>
  read
    .selectFrom(sql<{ value: string }>`json_each(${place("of")})`.as("who"))
    .innerJoin("audience_meeting as met", "met.audience_id", "who.value")
    .select(["met.outreach_event_id as id", "met.day"])
    .where("met.day", "<=", place("day"))
    .where(
      "met.day",
      ">=",
      sql<string>`coalesce((select day from audience_meeting where audience_id = who.value and day <= ${place("day")}
        order by day desc limit 1 offset ${sql.lit(PAPERS_AMONG)}), '')`,
    ),
);

const eventsWithPaper = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("talking_points")
    .select("outreach_event_id as id")
    .where("outreach_event_id", "in", eachIn(place("events")))
    // The index holds the papers of events alone, and is taken only where the query says so.
    .where("outreach_event_id", "is not", null)
    .where("retired_at", "is", null),
);
