import { sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";
import { type Asked, type LastTold, lastOfEachFirst, type Owed } from "./brief.ts";
import { orNone } from "./links.server.ts";

/** The people of an event, and up to when we ask what was said to them. */
export type Before = {
  campaignId: string;
  eventId: string;
  day: CalendarDate;
  audienceIds: readonly string[];
  contactIds: readonly string[];
};

type Met = {
  id: string;
  campaignId: string;
  day: CalendarDate;
  audiences: readonly { id: string }[];
  participants: readonly { contactId: string }[];
};
/** With whom an event is, and up to when we ask. */
export function beforeOf({ id: eventId, campaignId, day, audiences, participants }: Met): Before {
  const audienceIds = audiences.map(({ id }) => id);
  const contactIds = participants.map(({ contactId }) => contactId);
  return { campaignId, eventId, day, audienceIds, contactIds };
}

/** What stands behind an event: the last time with its people, what they asked, and what we owe them. */
export async function readBefore(read: Queries, event: Met) {
  const before = beforeOf(event);
  const [told, asked, owed] = await Promise.all([
    listLastTold(read, before),
    listAsked(read, before),
    listOwed(read, before),
  ]);
  return { told, asked, owed };
}

type LastTime = { outcomeId: string; messageId: string; day: CalendarDate };

/**
 * What we last told these audiences of each message, in which words, and how each took it; the latest first.
 * "Not raised" does not count as told.
 */
export async function listLastTold(read: Queries, before: Before): Promise<LastTold[]> {
  const times = await listLastTimes(read, before);
  if (times.length === 0) return [];
  const rows = await read
    .selectFrom("reception")
    .innerJoin("outcome", "outcome.id", "reception.outcome_id")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .innerJoin("audience", "audience.id", "reception.audience_id")
    .innerJoin("key_message as message", "message.id", "reception.key_message_id")
    .leftJoin("message_revision as revision", "revision.id", "reception.message_revision_id")
    .leftJoin("contact", "contact.id", "reception.contact_id")
    .select(["reception.outcome_id", "reception.key_message_id", "reception.score", "reception.scope"])
    .select([
      "reception.wording",
      "account.name as by",
      "audience.name as audience",
      "contact.name as contact",
    ])
    .select([
      "message.number",
      "revision.number as revision",
      "revision.title",
      "revision.talking_point",
      "revision.statement",
    ])
    .where("reception.score", "is not", null)
    .where("reception.outcome_id", "in", [...new Set(times.map((time) => time.outcomeId))])
    // The plus keeps SQLite from looking through all that these audiences ever said.
    .where(sql<string>`+reception.audience_id`, "in", before.audienceIds)
    .orderBy("reception.id")
    .execute();
  const rowsOf = Map.groupBy(rows, (row) => `${row.outcome_id} ${row.key_message_id}`);
  return times.flatMap((time) => {
    const of = rowsOf.get(`${time.outcomeId} ${time.messageId}`) ?? [];
    const [first] = of;
    if (first === undefined) return [];
    return [
      {
        messageNumber: first.number,
        title: first.title ?? "",
        words: first.talking_point || first.statement || "",
        wording: first.wording,
        revision: first.revision,
        day: time.day,
        by: first.by,
        receptions: receptionsOf(of),
      },
    ];
  });
}

type ReceptionRow = { score: number | null; scope: string; audience: string; contact: string | null };

/** A reception of the room is stored once for each audience and told once. */
function receptionsOf(rows: readonly ReceptionRow[]): LastTold["receptions"] {
  const told = rows.flatMap(({ score, scope, audience, contact }) => {
    if (score === null) return [];
    if (scope === "contact") return [{ score, whom: contact || "a person no longer recorded" }];
    return [{ score, whom: scope === "room" ? "the room" : audience }];
  });
  return told.filter((one, at) => told.findIndex((other) => other.whom === one.whom) === at);
}

/** The last outcome in which each message was raised with one of the audiences. */
async function listLastTimes(read: Queries, before: Before): Promise<LastTime[]> {
  if (before.audienceIds.length === 0) return [];
  const rows = await read
    .selectFrom("key_message as message")
    .crossJoin("audience")
    .crossJoin("observation")
    .select(["message.id as messageId", "observation.source_id as outcomeId", "observation.day"])
    .where("message.campaign_id", "=", before.campaignId)
    .where("audience.id", "in", before.audienceIds)
    .where("observation.campaign_id", "=", before.campaignId)
    .whereRef("observation.key_message_id", "=", "message.id")
    .whereRef("observation.audience_id", "=", "audience.id")
    .where("observation.kind", "=", "meeting note")
    .where("observation.day", "=", latestDay(before))
    .orderBy("observation.day", "desc")
    .orderBy("message.number")
    .execute();
  const latest = new Map<string, LastTime>();
  for (const row of rows) if (!latest.has(row.messageId)) latest.set(row.messageId, row);
  return [...latest.values()];
}

/** Looked up in the index for each message and audience, so that it costs the same however long the campaign is. */
function latestDay({ campaignId, eventId, day }: Before) {
  return sql<CalendarDate>`(select earlier.day from observation earlier cross join outcome on outcome.id = earlier.source_id
    where earlier.campaign_id = ${campaignId} and earlier.key_message_id = message.id
      and earlier.audience_id = audience.id and earlier.day <= ${day} and outcome.outreach_event_id <> ${eventId}
    order by earlier.day desc limit 1)`;
}

const OUTCOMES_LOOKED_AT = 6;
const QUESTIONS_SHOWN = 4;

/** What these people asked or objected in their latest meetings with us, the latest first: the last of each before older ones. */
export async function listAsked(read: Queries, before: Before): Promise<Asked[]> {
  const meetings = await listLatestMeetings(read, before);
  if (meetings.length === 0) return [];
  const rows = await read
    .selectFrom("outcome_objection as raised")
    .innerJoin("outcome", "outcome.id", "raised.outcome_id")
    .innerJoin("outreach_event as event", "event.id", "outcome.outreach_event_id")
    .leftJoin("objection", "objection.id", "raised.objection_id")
    .leftJoin("contact", "contact.id", "raised.contact_id")
    .leftJoin("audience", "audience.id", "raised.audience_id")
    .select(["raised.objection_id", "raised.text", "objection.name", "objection.code", "event.day"])
    .select(["contact.name as contact", "audience.name as audience"])
    .where("outcome.outreach_event_id", "in", meetings)
    .where((eb) =>
      eb.or([
        eb("raised.audience_id", "is", null),
        eb("raised.audience_id", "in", orNone(before.audienceIds)),
        eb("raised.contact_id", "in", orNone(before.contactIds)),
      ]),
    )
    .orderBy("event.day", "desc")
    .orderBy("raised.id")
    .execute();
  const once = new Map(
    rows.toReversed().map((row) => {
      const who = row.contact || row.audience;
      const objection = row.code === null || row.name === null ? null : { code: row.code, name: row.name };
      return [`${who} ${row.objection_id ?? row.text}`, { who, objection, said: row.text, day: row.day }];
    }),
  );
  const latestFirst = (all: Iterable<Asked>) => [...all].toSorted((a, b) => b.day.localeCompare(a.day));
  return latestFirst(lastOfEachFirst(latestFirst(once.values())).slice(0, QUESTIONS_SHOWN));
}

async function listLatestMeetings(read: Queries, before: Before): Promise<string[]> {
  const rows = await read
    .selectFrom("audience")
    .crossJoin("audience_meeting as met")
    .select(["met.outreach_event_id as id", "met.day"])
    .distinct()
    .where("audience.id", "in", orNone(before.audienceIds))
    .whereRef("met.audience_id", "=", "audience.id")
    .where("met.campaign_id", "=", before.campaignId)
    .where("met.day", "<=", before.day)
    .where("met.day", ">=", firstDayLookedAt(before))
    .where("met.outreach_event_id", "<>", before.eventId)
    .orderBy("met.day", "desc")
    .orderBy("met.outreach_event_id")
    .limit(OUTCOMES_LOOKED_AT)
    .execute();
  return rows.map(({ id }) => id);
}

/** Of each audience the day of one meeting more than is looked at, since this event may be among them. */
function firstDayLookedAt({ campaignId, day }: Before) {
  return sql<CalendarDate>`coalesce((select day from audience_meeting where audience_id = audience.id
    and campaign_id = ${campaignId} and day <= ${day} order by day desc limit 1 offset ${sql.lit(OUTCOMES_LOOKED_AT)}), '')`;
}

export type OpenPromise = Owed & { id: string; version: number; eventId: string | null };

/** What we promised these people and have not done, the earliest due first. */
export async function listOwed(read: Queries, before: Before): Promise<OpenPromise[]> {
  return read
    .selectFrom("follow_up as promise")
    .leftJoin("contact", "contact.id", "promise.contact_id")
    .leftJoin("account as owner", "owner.id", "promise.owner_account_id")
    .select(["promise.id", "promise.version", "promise.outreach_event_id as eventId", "promise.text as what"])
    .select(["promise.due_on as dueOn", "contact.name as toWhom", "owner.name as owner"])
    .where("promise.campaign_id", "=", before.campaignId)
    .where("promise.done_at", "is", null)
    .where("promise.promised_by", "=", "us")
    .where((eb) =>
      eb.or([
        eb("promise.contact_id", "in", orNone(before.contactIds)),
        eb.and([
          eb("promise.contact_id", "is", null),
          eb.exists(
            eb
              .selectFrom("outreach_event_audience as link")
              .select("link.id")
              .whereRef("link.outreach_event_id", "=", "promise.outreach_event_id")
              .where("link.audience_id", "in", orNone(before.audienceIds)),
          ),
        ]),
      ]),
    )
    .orderBy("promise.due_on")
    .orderBy("promise.id")
    .execute();
}
