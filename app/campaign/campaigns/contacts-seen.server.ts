import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** The last day that somebody was met in any campaign that the account may see. */
export function lastContactOn(accountId: string) {
  return sql<CalendarDate | null>`(
    select max((select max(meeting.day) from contact_meeting meeting
      where meeting.contact_id = contact.id and meeting.campaign_id = role.campaign_id))
    from campaign_role role where role.account_id = ${accountId})`;
}

/**
 * Of a query of `contact`: the contacts that a campaign sees. One of the public reference (with a key) is seen in all
 * campaigns, one of the address book in its own.
 */
export function isSeenIn(campaignId: string | RawBuilder<unknown>) {
  return sql<SqlBool>`(contact.key is not null or exists (select 1 from campaign_contact known
    where known.campaign_id = ${campaignId} and known.contact_id = contact.id))`;
}

/** Of a query of `contact`: whom a campaign offers to be met, asked or written to; seen in it, and with a name that was not erased. */
export function isOfferedIn(campaignId: string | RawBuilder<unknown>) {
  return sql<SqlBool>`(contact.name <> '' and ${isSeenIn(campaignId)})`;
}

/** Those whose name was erased, by an index that holds them alone. */
export const erasedContacts = sql`(select erased.id from contact erased where erased.name = '')`;
