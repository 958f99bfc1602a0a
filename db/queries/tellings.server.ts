import { type Kysely, sql } from "kysely";
import { messageOfOrigin } from "#app/domain/talking-points/talking-points.ts";
import { type Hearers, hearersOf } from "#app/domain/tellings/office.ts";
import { type Telling, toldPoints } from "#app/domain/tellings/telling.ts";
import { eachIn, keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Schema } from "#db/schema.ts";
import { listFellows } from "./telling-fellows.server.ts";
import { type LogOfEvent, listLogs } from "./telling-logs.server.ts";
import { listPapersAsTold, type PaperAsTold } from "./telling-papers.server.ts";
import { listPeopleOfEvents } from "./telling-people.server.ts";

/** How many of the latest meetings with each person and audience are looked at, and how many of all together. */
const LATEST_OF_EACH = 40;
export const LATEST_MEETINGS = 120;

/**
 * What these people, and their offices, were told at the latest held events of any campaign that began before the
 * given one, the newest first: by the text of the paper as it was frozen then, and by the logs. Whoever shows it
 * leaves out what a reader may not see.
 */
export async function listTellings(
  read: Kysely<Schema>,
  before: { eventId: string; startsAt: Date; day: string },
  hearers: Hearers,
): Promise<Telling[]> {
  const eventIds = await listMeetings(read, before, hearers);
  if (eventIds.length === 0) return [];
  const events = JSON.stringify(eventIds);
  const [rows, people, papers, logs] = await Promise.all([
    eventsOf(read, { events, before: before.startsAt.toISOString() }),
    listPeopleOfEvents(read, eventIds),
    listPapersAsTold(read, eventIds),
    listLogs(read, eventIds),
  ]);
  const numbers = await listNumbers(read, [...papers.values()]);
  return rows.map((row) => {
    const { attending, audiences } = people.get(row.id) ?? { attending: [], audiences: [] };
    const log = logs.get(row.id) ?? NO_LOG;
    return {
      eventId: row.id,
      campaignId: row.campaign_id,
      title: row.title,
      at: new Date(row.starts_at),
      day: row.day,
      handling: papers.get(row.id)?.handling ?? row.handling,
      by: log.by.length > 0 ? log.by : row.owner === null ? [] : [row.owner],
      people: attending
        .filter(({ hasMissedIt }) => !hasMissedIt)
        .map(({ person: { contactId, name } }) => ({ contactId, name })),
      hearers: hearersOf(attending, audiences),
      points: toldPoints(papers.get(row.id)?.text ?? null, log, numbers),
    };
  });
}

async function listMeetings(
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
  const ids = [...new Set(newestFirst.map(({ id }) => id))];
  return ids.filter((id) => id !== eventId).slice(0, LATEST_MEETINGS);
}

/** The day from which on the latest meetings lie: found in the index, so that it costs the same however long we know them. */
const meetingsOfContacts = keptQuery((read, place: Place<"of" | "day">) =>
  read
    .selectFrom("contact_meeting as met")
    .select(["met.outreach_event_id as id", "met.day"])
    .where("met.contact_id", "in", eachIn(place("of")))
    .where("met.day", "<=", place("day"))
    .where(
      "met.day",
      ">=",
      sql<string>`coalesce((select day from contact_meeting where contact_id = met.contact_id and day <= ${place("day")}
        order by day desc limit 1 offset ${sql.lit(LATEST_OF_EACH)}), '')`,
    ),
);

const meetingsOfAudiences = keptQuery((read, place: Place<"of" | "day">) =>
  read
    .selectFrom("audience_meeting as met")
    .select(["met.outreach_event_id as id", "met.day"])
    .where("met.audience_id", "in", eachIn(place("of")))
    .where("met.day", "<=", place("day"))
    .where(
      "met.day",
      ">=",
      sql<string>`coalesce((select day from audience_meeting where audience_id = met.audience_id and day <= ${place("day")}
        order by day desc limit 1 offset ${sql.lit(LATEST_OF_EACH)}), '')`,
    ),
);

const eventsOf = keptQuery((read, place: Place<"events" | "before">) =>
  read
    .selectFrom("outreach_event as event")
    .leftJoin("account as owner", "owner.id", "event.owner_account_id")
    .select([
      "event.id",
      "event.campaign_id",
      "event.title",
      "event.starts_at",
      "event.day",
      "event.handling",
    ])
    .select("owner.name as owner")
    .where("event.id", "in", eachIn(place("events")))
    .where("event.starts_at", "<", place("before"))
    .where("event.kind", "<>", "internal")
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id"),
);

const NO_LOG: LogOfEvent = { by: [], messages: [], objectionIds: [] };

async function listNumbers(
  read: Kysely<Schema>,
  papers: readonly PaperAsTold[],
): Promise<ReadonlyMap<string, number>> {
  const origins = papers.flatMap(({ text }) => text.blocks.map(({ origin }) => messageOfOrigin(origin)));
  const ids = JSON.stringify([...new Set(origins.filter((id) => id !== null))]);
  const rows = await numbersOf(read, { ids });
  return new Map(rows.map(({ id, number }) => [id, number]));
}

const numbersOf = keptQuery((read, place: Place<"ids">) =>
  read
    .selectFrom("key_message")
    .select(["id", "number"])
    .where("id", "in", eachIn(place("ids"))),
);

/** The campaigns in which an account has a role. */
export async function listOwnCampaigns(
  read: Kysely<Schema>,
  accountId: string,
): Promise<ReadonlySet<string>> {
  const rows = await read
    .selectFrom("campaign_role")
    .select("campaign_id")
    .where("account_id", "=", accountId)
    .execute();
  return new Set(rows.map((row) => row.campaign_id));
}
