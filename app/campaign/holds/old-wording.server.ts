import { sql } from "kysely";
import { timedIfAny } from "#app/time/wall-time.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import type { HeldWording, MessageUse, TakenCopy } from "./old-wording.ts";

/** A hold by its message and hour: copies and uses count from `since` on, and of the newest wording always. */
export type HoldPeriod = { messageId: string; placedAt: Date; since: Date };

/** The wordings of a message by their ids: its revisions, and those of its framings. */
export async function listWordings(read: Queries, messageId: string): Promise<HeldWording[]> {
  const revisions = await read
    .selectFrom("message_revision")
    .select(["id", "number", "talking_point"])
    .where("key_message_id", "=", messageId)
    .orderBy("number", "desc")
    .execute();
  const framings = await read
    .selectFrom("framing_revision as revision")
    .innerJoin("framing", "framing.id", "revision.framing_id")
    .innerJoin("audience", "audience.id", "framing.audience_id")
    .select(["revision.id", "revision.number", "revision.text", "audience.name"])
    .where("framing.key_message_id", "=", messageId)
    .orderBy("audience.sort_name")
    .orderBy("revision.number", "desc")
    .execute();
  return [
    ...revisions.map(({ id, number, talking_point: text }) => ({ id, label: `Revision ${number}`, text })),
    ...framings.map(({ id, number, text, name }) => ({
      id,
      label: `Framing for ${name}, revision ${number}`,
      text,
    })),
  ];
}

/** All that ours printed or took of papers with the message's words before the hold, the newest first: nobody who holds them is left out. */
export async function listTakenCopies(
  read: Queries,
  { messageId, placedAt, since }: HoldPeriod,
): Promise<TakenCopy[]> {
  const rows = await copiesWith(read, {
    message: messageId,
    until: placedAt.toISOString(),
    since: since.toISOString(),
  });
  return rows.map(({ event_id: id, ...row }) => {
    const time = timedIfAny(row);
    return {
      accountId: row.taken_by,
      name: row.name,
      manner: row.manner,
      isForOutsiders: row.is_for_outsiders === 1,
      takenAt: new Date(row.taken_at),
      event: id === null || time === null ? null : { id, ...time },
      wordingId: row.message_revision_id,
    };
  });
}

const newestRevision = (message: string) => sql<string>`(select newest.id from message_revision newest
  where newest.key_message_id = ${message} order by newest.number desc limit 1)`;

const copiesWith = keptQuery((read, place: Place<"message" | "until" | "since">) =>
  read
    .selectFrom("paper_copy_message as carried")
    .innerJoin("paper_copy as copy", "copy.id", "carried.paper_copy_id")
    .innerJoin("account", "account.id", "copy.taken_by")
    .leftJoin("outreach_event as event", "event.id", "copy.outreach_event_id")
    .select(["copy.taken_by", "account.name", "copy.manner", "copy.is_for_outsiders", "copy.taken_at"])
    .select(["event.starts_at", "event.ends_at", "event.zone", "event.is_all_day"])
    .select(["event.id as event_id", "carried.message_revision_id"])
    .where("carried.key_message_id", "=", place("message"))
    .where("copy.taken_at", "<", place("until"))
    .where((eb) =>
      eb.or([
        eb("copy.taken_at", ">=", place("since")),
        eb("carried.message_revision_id", "=", newestRevision(place("message"))),
      ]),
    )
    .orderBy("copy.taken_at", "desc")
    .orderBy("copy.id"),
);

/** Everybody whom the message was told at events before the hold, as it was logged, the newest first. */
export async function listMessageUses(
  read: Queries,
  { messageId, placedAt, since }: HoldPeriod,
): Promise<MessageUse[]> {
  const rows = await toldTo(read, {
    message: messageId,
    until: placedAt.toISOString(),
    since: since.toISOString(),
  });
  return rows.map((row) => ({ ...row, startsAt: new Date(row.startsAt) }));
}

/** A reception of the whole room or of an audience is that of each of its people who attended. */
const wasTold = sql<boolean>`case reception.scope when 'contact' then reception.contact_id = member.contact_id
  else exists (select 1 from outreach_event_participant there where there.outreach_event_id = event.id
    and there.contact_id = member.contact_id and there.attendance = 'attended') end`;

/** Where somebody may have been told: at the events that he or she was at, and where a reception of his or her own was noted. */
const eventsOfMember = (message: string) => sql<string>`(
  select there.outreach_event_id from outreach_event_participant there where there.contact_id = member.contact_id
  union select noted.outreach_event_id from reception own join outcome noted on noted.id = own.outcome_id
    where own.contact_id = member.contact_id and own.key_message_id = ${message})`;

const audiencesThatHeard = (
  message: string,
) => sql<string>`(select heard.audience_id from message_heard_cell heard
  where heard.campaign_id = (select campaign_id from key_message where id = ${message}) and heard.key_message_id = ${message})`;

/**
 * The cross joins hold SQLite to the people of the audiences that heard the message, and to the events of each: of a
 * message there are as many receptions as the campaign is old, and in each audience everybody would be asked of each.
 */
const toldTo = keptQuery((read, place: Place<"message" | "until" | "since">) =>
  read
    .selectFrom("audience_contact as member")
    .crossJoin("outreach_event as event")
    .crossJoin("outcome")
    .crossJoin("reception")
    .innerJoin("audience", "audience.id", "member.audience_id")
    .innerJoin("contact", "contact.id", "member.contact_id")
    .select(["contact.id as contactId", "contact.name", "audience.name as audience"])
    .select(["event.id as eventId", "event.title as eventTitle", "event.starts_at as startsAt"])
    .select(["outcome.ground_rule as groundRule"])
    .select(["reception.wording", "reception.message_revision_id as wordingId"])
    .where("member.audience_id", "in", audiencesThatHeard(place("message")))
    .where("event.id", "in", eventsOfMember(place("message")))
    .where("event.starts_at", "<", place("until"))
    .whereRef("outcome.outreach_event_id", "=", "event.id")
    .whereRef("reception.outcome_id", "=", "outcome.id")
    .where("reception.key_message_id", "=", place("message"))
    .whereRef("reception.audience_id", "=", "member.audience_id")
    .where("reception.score", "is not", null)
    .where(wasTold)
    // Nobody writes to who is no longer on record.
    .where("contact.name", "<>", "")
    .where((eb) =>
      eb.or([
        eb("event.starts_at", ">=", place("since")),
        eb("reception.message_revision_id", "=", newestRevision(place("message"))),
      ]),
    )
    .orderBy("event.starts_at", "desc")
    .orderBy("event.id")
    .orderBy("contact.sort_name")
    .orderBy("contact.id"),
);
