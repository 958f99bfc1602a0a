import { type SqlBool, sql } from "kysely";
import { addDays } from "#app/time/calendar-date.ts";
import { earliestDayStillOn } from "#app/time/length.ts";
import { eachIn, keptQuery, type Place, partsJoined } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";
import { takesPlace } from "../standing-in-sql.server.ts";
import type { Days } from "./days-taken.ts";
import { REPEAT_DAYS, type SaidBefore } from "./repeated-messages.ts";

/** What is asked: these messages of a campaign to these contacts, around the days of an event. */
type Asked = {
  campaignId: string;
  days: Days;
  messageIds: readonly string[];
  contactIds: readonly string[];
};

/**
 * Where these messages were or are to be said to these contacts, within 90 days of the days given: logged as used at an
 * event, or planned for one that nobody has logged. Who stayed away, or declined, hears nothing.
 */
export async function listSaidBefore(read: Queries, asked: Asked): Promise<SaidBefore[]> {
  const { campaignId, days, messageIds, contactIds } = asked;
  if (messageIds.length === 0 || contactIds.length === 0) return [];
  const rows = await saidNear(read, {
    campaign: campaignId,
    from: earliestDayStillOn(addDays(days.first, -REPEAT_DAYS)),
    to: addDays(days.last, REPEAT_DAYS + 2),
    messages: JSON.stringify(messageIds),
    contacts: JSON.stringify(contactIds),
  });
  return rows.map((row) => ({
    eventId: row.id,
    campaignId,
    seriesId: row.event_series_id,
    title: row.title,
    messageId: row.message_id,
    isLogged: row.is_logged === 1,
    heardBy: partsJoined(row.heard_by),
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    zone: row.zone,
    isAllDay: row.is_all_day === 1,
  }));
}

const isLogged = sql<0 | 1>`exists (select 1 from outcome where outcome.outreach_event_id = event.id)`;

/**
 * A message counts at an event where somebody logged it as raised, or, while nobody has logged anything, planned it. The
 * cross join holds SQLite to the logs of the event: of a message there are as many receptions as the campaign is old.
 */
const saidNear = keptQuery((read, place: Place<"campaign" | "from" | "to" | "messages" | "contacts">) =>
  read
    .selectFrom("outreach_event as event")
    .innerJoin(sql<{ value: string }>`json_each(${place("messages")})`.as("message"), (on) => on.onTrue())
    .select(["event.id", "event.title", "event.starts_at", "event.ends_at", "event.zone", "event.is_all_day"])
    .select(["event.event_series_id", "message.value as message_id", isLogged.as("is_logged")])
    .select(
      sql<string | null>`(select group_concat(contact_id, char(31)) from outreach_event_participant link
        where link.outreach_event_id = event.id and link.contact_id in ${eachIn(place("contacts"))}
        and link.reply not in ('declined', 'delegated') and link.attendance <> 'no-show')`.as("heard_by"),
    )
    .where("event.campaign_id", "=", place("campaign"))
    .where("event.starts_at", ">=", place("from"))
    .where("event.starts_at", "<", place("to"))
    .where(takesPlace)
    .where(sql<SqlBool>`event.id in (select link.outreach_event_id from outreach_event_participant link
        where link.contact_id in ${eachIn(place("contacts"))}
        and link.reply not in ('declined', 'delegated') and link.attendance <> 'no-show')`)
    .where(sql<SqlBool>`case when ${isLogged} then exists (
        select 1 from outcome cross join reception on reception.outcome_id = outcome.id
        where outcome.outreach_event_id = event.id and reception.key_message_id = message.value
        and reception.score is not null)
      else exists (select 1 from outreach_event_message link
        where link.outreach_event_id = event.id and link.key_message_id = message.value) end`)
    .orderBy("event.starts_at")
    .orderBy("event.id"),
);
