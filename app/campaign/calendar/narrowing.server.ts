import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Schema } from "#db/schema.ts";
import type { CalendarFilter, CalendarStatus } from "./calendar-filter.ts";

/** Builds on the rows of a query that calls outreach_event "event". */
export type EventExpression = ExpressionBuilder<Schema & { event: Schema["outreach_event"] }, "event">;

/** The conditions of a filter on the rows of a query that calls outreach_event "event". */
export function narrowing(eb: EventExpression, filter: CalendarFilter, now: Date): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  if (filter.audienceId !== null) all.push(isAbout(filter.audienceId));
  if (filter.messageId !== null) all.push(carries(filter.messageId));
  if (filter.ownerId !== null) all.push(eb("event.owner_account_id", "=", filter.ownerId));
  if (filter.kind !== null) all.push(eb("event.kind", "=", filter.kind));
  if (filter.status !== null) all.push(hasStatus(eb, filter.status, now));
  return all;
}

function isAbout(audienceId: string) {
  return sql<SqlBool>`exists (select 1 from outreach_event_audience link
    where link.outreach_event_id = event.id and link.audience_id = ${audienceId})`;
}

function carries(messageId: string) {
  return sql<SqlBool>`exists (select 1 from outreach_event_message link
    where link.outreach_event_id = event.id and link.key_message_id = ${messageId})`;
}

function hasStatus(eb: EventExpression, status: CalendarStatus, now: Date): Expression<SqlBool> {
  switch (status) {
    case "tentative":
    case "confirmed":
    case "cancelled":
      return eb("event.schedule", "=", status);
    case "held":
    case "not held":
      return eb("event.result", "=", status);
    case "not logged":
      return sql<SqlBool>`exists (select 1 from meeting_to_log open
        where open.outreach_event_id = event.id and open.ends_at <= ${now.toISOString()})`;
  }
}
