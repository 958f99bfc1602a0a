import { SCORES, type Score, type Wording } from "#app/method/reception-scale.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";

export type RecordedReception = {
  messageId: string;
  messageNumber: number;
  messageTitle: string;
  audience: { id: string; name: string };
  contact: { id: string; name: string } | null;
  scope: "room" | "audience" | "contact";
  score: Score | null;
  wording: Wording | null;
};

export type RecordedObjection = {
  objectionId: string | null;
  code: string | null;
  name: string | null;
  text: string;
  isAnswered: boolean;
};

export type OutcomeRecord = Awaited<ReturnType<typeof listOutcomesOfEvent>>[number];

/** The event that an outcome of this campaign is of; null where there is no such outcome. */
export async function findEventOfOutcome(
  read: Queries,
  campaignId: string,
  outcomeId: string,
): Promise<string | null> {
  const row = await read
    .selectFrom("outcome")
    .select("outreach_event_id")
    .where("id", "=", outcomeId)
    .where("campaign_id", "=", campaignId)
    .executeTakeFirst();
  return row?.outreach_event_id ?? null;
}

/** What the officers logged of one event, the last first. */
export async function listOutcomesOfEvent(read: Queries, eventId: string) {
  const rows = await read
    .selectFrom("outcome")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .selectAll("outcome")
    .select("account.name as officer_name")
    .where("outcome.outreach_event_id", "=", eventId)
    .orderBy("outcome.logged_at", "desc")
    .orderBy("account.sort_name")
    .orderBy("outcome.id")
    .execute();
  const ids = rows.map(({ id }) => id);
  const [receptions, objections] = await Promise.all([
    listReceptionsOfOutcomes(read, ids),
    listObjectionsOfOutcomes(read, ids),
  ]);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    eventId: row.outreach_event_id,
    officer: { id: row.officer_account_id, name: row.officer_name },
    said: row.said,
    impression: row.impression,
    assessment: row.assessment,
    askAnswer: row.ask_answer,
    groundRule: row.ground_rule,
    handling: row.handling,
    loggedAt: row.logged_at,
    receptions: receptions.get(row.id) ?? [],
    objections: objections.get(row.id) ?? [],
  }));
}

/** The receptions of some outcomes, by outcome; in the order of messages and audiences. */
export async function listReceptionsOfOutcomes(
  read: Queries,
  outcomeIds: readonly string[],
): Promise<Map<string, RecordedReception[]>> {
  const rows = await read
    .selectFrom("reception")
    .innerJoin("key_message as message", "message.id", "reception.key_message_id")
    .innerJoin("audience", "audience.id", "reception.audience_id")
    .leftJoin("contact", "contact.id", "reception.contact_id")
    .select(["reception.outcome_id", "reception.scope", "reception.score", "reception.wording"])
    .select(["message.id as message_id", "message.number", "audience.id as audience_id", "audience.name"])
    .select(["contact.id as contact_id", "contact.name as contact_name"])
    .select((eb) =>
      eb
        .selectFrom("message_revision as wording")
        .select("wording.title")
        .whereRef("wording.key_message_id", "=", "message.id")
        .orderBy("wording.number", "desc")
        .limit(1)
        .as("title"),
    )
    .where("reception.outcome_id", "in", outcomeIds)
    .orderBy("message.number")
    .orderBy("audience.sort_name")
    .orderBy("contact.sort_name")
    .orderBy("reception.id")
    .execute();
  return grouped(rows, (row) => ({
    messageId: row.message_id,
    messageNumber: row.number,
    messageTitle: row.title ?? "",
    audience: { id: row.audience_id, name: row.name },
    contact:
      row.contact_id === null || row.contact_name === null
        ? null
        : { id: row.contact_id, name: row.contact_name },
    scope: row.scope,
    score: scoreOf(row.score),
    wording: row.wording,
  }));
}

/** The objections that were heard, by outcome. */
export async function listObjectionsOfOutcomes(
  read: Queries,
  outcomeIds: readonly string[],
): Promise<Map<string, RecordedObjection[]>> {
  const rows = await read
    .selectFrom("outcome_objection as heard")
    .leftJoin("objection", "objection.id", "heard.objection_id")
    .select(["heard.outcome_id", "heard.objection_id as objectionId", "heard.text"])
    .select("heard.is_answered as isAnswered")
    .select(["objection.code", "objection.name"])
    .where("heard.outcome_id", "in", outcomeIds)
    .orderBy("objection.code")
    .orderBy("heard.id")
    .execute();
  return grouped(rows, ({ outcome_id: _, ...row }) => ({ ...row, isAnswered: row.isAnswered === 1 }));
}

export type LastTime = { day: CalendarDate; receptions: RecordedReception[] };

/** What was logged of the meeting before this one with these audiences; null where there was none. */
export async function findLastTime(
  read: Queries,
  event: { id: string; campaignId: string; day: CalendarDate },
  audienceIds: readonly string[],
): Promise<LastTime | null> {
  const row = await read
    .selectFrom("audience_meeting as met")
    .innerJoin("outcome", "outcome.outreach_event_id", "met.outreach_event_id")
    .select(["met.day", "outcome.id"])
    .where("met.audience_id", "in", audienceIds)
    .where("met.campaign_id", "=", event.campaignId)
    .where("met.day", "<=", event.day)
    .where("met.outreach_event_id", "<>", event.id)
    .orderBy("met.day", "desc")
    .orderBy("outcome.id")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const receptions = await listReceptionsOfOutcomes(read, [row.id]);
  return { day: row.day, receptions: receptions.get(row.id) ?? [] };
}

function grouped<Row extends { outcome_id: string }, Item>(
  rows: readonly Row[],
  itemOf: (row: Row) => Item,
): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) groups.set(row.outcome_id, [...(groups.get(row.outcome_id) ?? []), itemOf(row)]);
  return groups;
}

function scoreOf(stored: number | null): Score | null {
  return SCORES.find((score) => score === stored) ?? null;
}
