import { type RawBuilder, type SqlBool, sql } from "kysely";

/**
 * Of a query of `contact`: the contacts that a campaign sees. One of the public reference (with a key) is seen in all
 * campaigns, one of the address book in its own.
 */
export function isSeenIn(campaignId: string | RawBuilder<unknown>) {
  return sql<SqlBool>`(contact.key is not null or exists (select 1 from campaign_contact known
    where known.campaign_id = ${campaignId} and known.contact_id = contact.id))`;
}
