import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Queries } from "#db/schema.ts";

type Rated = { messageNumber: number; score: number; whose: string };

/** What one officer logged of the event, for whoever opens its page. */
export type LoggedOfEvent = {
  id: string;
  officer: string;
  loggedAt: string;
  said: string;
  rated: Rated[];
  objections: { said: string; isAnswered: boolean }[];
};

export type PromiseOfEvent = {
  id: string;
  text: string;
  promisedBy: "us" | "them";
  owner: string | null;
  dueOn: CalendarDate;
  isDone: boolean;
};

/** What came of an event: its logs, the last first, and what was promised at it, the open ones first by due day. */
export type WhatCameOfIt = { logs: LoggedOfEvent[]; promises: PromiseOfEvent[] };

export async function listWhatCameOfIt(read: Queries, eventId: string): Promise<WhatCameOfIt> {
  const [logs, rated, objections, promises] = await Promise.all([
    logsOf(read, eventId),
    ratedAt(read, eventId),
    objectionsAt(read, eventId),
    promisesOf(read, eventId),
  ]);
  return {
    logs: logs.map(({ id, name, logged_at, said }) => ({
      id,
      said,
      officer: name,
      loggedAt: logged_at,
      rated: oncePerRoom(rated.filter((row) => row.outcome_id === id)),
      objections: objections
        .filter((row) => row.outcome_id === id)
        .map(({ name: known, text, is_answered }) => ({
          said: known ?? text,
          isAnswered: is_answered === 1,
        })),
    })),
    promises: promises.map(({ promised_by, due_on, done_at, ...row }) => ({
      ...row,
      promisedBy: promised_by,
      dueOn: due_on,
      isDone: done_at !== null,
    })),
  };
}

type RatedRow = Awaited<ReturnType<typeof ratedAt>>[number];

/** A reception of the whole room stands once, whatever audiences were in it. */
function oncePerRoom(rows: readonly RatedRow[]): Rated[] {
  const said = rows.map(({ number, score, scope, audience, contact }) => ({
    messageNumber: number,
    score: score ?? 0,
    whose: scope === "room" ? "" : (contact ?? audience),
  }));
  return [...new Map(said.map((one) => [`${one.messageNumber} ${one.whose}`, one])).values()];
}

function logsOf(read: Queries, eventId: string) {
  return read
    .selectFrom("outcome")
    .innerJoin("account", "account.id", "outcome.officer_account_id")
    .select(["outcome.id", "outcome.logged_at", "outcome.said", "account.name"])
    .where("outcome.outreach_event_id", "=", eventId)
    .orderBy("outcome.logged_at", "desc")
    .orderBy("outcome.id")
    .execute();
}

function ratedAt(read: Queries, eventId: string) {
  return read
    .selectFrom("reception")
    .innerJoin("outcome", "outcome.id", "reception.outcome_id")
    .innerJoin("key_message as message", "message.id", "reception.key_message_id")
    .innerJoin("audience", "audience.id", "reception.audience_id")
    .leftJoin("contact", "contact.id", "reception.contact_id")
    .select(["reception.outcome_id", "reception.scope", "reception.score", "message.number"])
    .select(["audience.name as audience", "contact.name as contact"])
    .where("outcome.outreach_event_id", "=", eventId)
    .where("reception.score", "is not", null)
    .orderBy("message.number")
    .orderBy("audience.sort_name")
    .orderBy("contact.sort_name")
    .execute();
}

function objectionsAt(read: Queries, eventId: string) {
  return read
    .selectFrom("outcome_objection as heard")
    .innerJoin("outcome", "outcome.id", "heard.outcome_id")
    .leftJoin("objection", "objection.id", "heard.objection_id")
    .select(["heard.outcome_id", "heard.text", "heard.is_answered", "objection.name"])
    .where("outcome.outreach_event_id", "=", eventId)
    .orderBy("objection.code")
    .orderBy("heard.id")
    .execute();
}

function promisesOf(read: Queries, eventId: string) {
  return read
    .selectFrom("follow_up as promise")
    .leftJoin("account as owner", "owner.id", "promise.owner_account_id")
    .select(["promise.id", "promise.text", "promise.promised_by", "promise.due_on", "promise.done_at"])
    .select("owner.name as owner")
    .where("promise.outreach_event_id", "=", eventId)
    .orderBy((eb) => eb("promise.done_at", "is not", null))
    .orderBy("promise.due_on")
    .orderBy("promise.id")
    .execute();
}
