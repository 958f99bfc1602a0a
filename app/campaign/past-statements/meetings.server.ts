import { sql } from "kysely";
import type { TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { paperIdOf } from "#app/campaign/paper-text/paper-of-event.server.ts";
import { listPapers } from "#app/campaign/paper-text/papers.server.ts";
import type { Handling } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { listFellows } from "./fellows.server.ts";
import type { Hearers } from "./office.ts";

/**
 * How many of the latest meetings are read, of the campaign and as many of all others, and among how many of each person,
 * audience and campaign papers are looked for.
 */
export const MEETINGS_READ = 40;
const PAPERS_AMONG = 100;

/**
 * The held events up to a day at which these people or their offices were told something: the latest ones, and
 * of those before them the ones that had a paper, for figures stand in papers. What other campaigns held takes no
 * place from the campaign's own.
 */
export async function listMeetings(
  read: Queries,
  { campaignId, eventId, day }: { campaignId: string; eventId: string; day: CalendarDate },
  hearers: Hearers,
): Promise<string[]> {
  const fellows = await listFellows(read, hearers);
  const [ofPeople, ofAudiences] = await Promise.all([
    meetingsOfContacts(read, { of: JSON.stringify(fellows.contactIds), day }),
    meetingsOfAudiences(read, { of: JSON.stringify(fellows.audienceIds), day }),
  ]);
  const newestFirst = [...ofPeople, ...ofAudiences]
    .filter(({ id }) => id !== eventId)
    .toSorted((one, other) => other.day.localeCompare(one.day));
  const campaigns = new Map(newestFirst.map((met) => [met.id, met.campaign_id]));
  const ids = [...campaigns.keys()];
  const ours = ids.filter((id) => campaigns.get(id) === campaignId);
  const theirs = ids.filter((id) => campaigns.get(id) !== campaignId);
  const latest = [...ours.slice(0, MEETINGS_READ), ...theirs.slice(0, MEETINGS_READ)];
  if (latest.length === ids.length) return ids;
  const earlier = [...ours.slice(MEETINGS_READ), ...theirs.slice(MEETINGS_READ)];
  const withPaper = await eventsWithPaper(read, { events: JSON.stringify(earlier) });
  return [...latest, ...withPaper.flatMap(({ id }) => (id === null ? [] : [id]))];
}

// The earliest day that counts is found in the index, so that it costs the same however long we know them; the cross
// join holds SQLite to looking at one campaign after the other.
const meetingsOfContacts = meetingsOf("contact_meeting", "contact_id");
const meetingsOfAudiences = meetingsOf("audience_meeting", "audience_id");

type Met = { outreach_event_id: string; day: CalendarDate; campaign_id: string };

function meetingsOf(table: "contact_meeting" | "audience_meeting", whom: "contact_id" | "audience_id") {
  return keptQuery((read, place: Place<"of", "day">) =>
    read
      .selectFrom(sql<{ value: string }>`json_each(${place("of")})`.as("who"))
      .crossJoin("campaign")
      .crossJoin(sql<Met>`${sql.table(table)}`.as("met"))
      .select(["met.outreach_event_id as id", "met.day", "met.campaign_id"])
      .where(sql.ref(`met.${whom}`), "=", sql.ref("who.value"))
      .whereRef("met.campaign_id", "=", "campaign.id")
      .where("met.day", "<=", place("day"))
      .where(
        "met.day",
        ">=",
        sql<CalendarDate>`coalesce((select day from ${sql.table(table)} where ${sql.ref(whom)} = who.value
          and campaign_id = campaign.id and day <= ${place("day")}
          order by day desc limit 1 offset ${sql.lit(PAPERS_AMONG)}), '')`,
      ),
  );
}

const eventsWithPaper = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("talking_points")
    .select("outreach_event_id as id")
    .where("outreach_event_id", "in", eachIn(place("events")))
    // The index holds the papers of events alone, and is taken only where the query says so.
    .where("outreach_event_id", "is not", null)
    .where("retired_at", "is", null),
);

export type PaperAsTold = { handling: Handling; text: TalkingPoints };

/** The paper of each event in the words of that day: as it was used, else its last version before the event's end. */
export async function listPapersAsTold(
  read: Queries,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, PaperAsTold>> {
  const rows = await papersOf(read, { events: JSON.stringify(eventIds) });
  const live = await listPapers(
    read,
    rows.filter(({ content_json }) => content_json === null).map(({ id }) => id),
  );
  const told = rows.flatMap(({ id, event_id, handling, content_json: json }): [string, PaperAsTold][] => {
    const text: TalkingPoints | undefined =
      json === null ? live.find((paper) => paper.id === id)?.text : JSON.parse(json);
    return text === undefined ? [] : [[event_id, { handling, text }]];
  });
  return new Map(told);
}

const versionAsTold = sql<string | null>`(select content_json from talking_points_version as version
  where version.talking_points_id = paper.id and (version.reason = 'used' or version.made_at <= event.ends_at)
  order by version.reason = 'used' desc, version.number desc limit 1)`;

const papersOf = keptQuery((read, place: Place<"events">) =>
  read
    .selectFrom("talking_points as paper")
    .innerJoin("outreach_event as event", (on) => on.on("paper.id", "=", paperIdOf(sql.ref("event.id"))))
    .select(["paper.id", "event.id as event_id", "paper.handling"])
    .select(versionAsTold.as("content_json"))
    .where("event.id", "in", eachIn(place("events"))),
);
