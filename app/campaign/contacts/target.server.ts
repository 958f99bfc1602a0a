import type { Kysely } from "kysely";
import type { Change } from "#db/change.server.ts";
import type { Schema } from "#db/schema.ts";

/** Which contact is meant, and in which campaign it is looked at. */
export type ContactTarget = { campaignId: string; contactId: string };

/** The page of a contact in a campaign. */
export function contactLocation({ campaignId, contactId }: ContactTarget): string {
  return `/c/${campaignId}/contacts/${contactId}`;
}

/** The contact as far as the campaign may see it, with the version of its row and the campaign's together. */
export async function findContactRow(read: Kysely<Schema>, { campaignId, contactId }: ContactTarget) {
  const row = await read
    .selectFrom("contact")
    .leftJoin("campaign_contact as mine", (join) =>
      join.onRef("mine.contact_id", "=", "contact.id").on("mine.campaign_id", "=", campaignId),
    )
    .select(["contact.key", "contact.name", "contact.version", "mine.version as mine_version"])
    .where("contact.id", "=", contactId)
    .where((eb) => eb.or([eb("contact.key", "is not", null), eb("mine.id", "is not", null)]))
    .executeTakeFirst();
  if (row === undefined) return null;
  return { key: row.key, name: row.name, version: row.version + (row.mine_version ?? 0) };
}

/** Says what was done to a contact; the browser goes to its page. */
export function describeContact(
  change: Change,
  target: ContactTarget,
  action: string,
  summary: string,
): void {
  const location = contactLocation(target);
  change.describe({ recordKind: "contact", recordId: target.contactId, action, summary, location });
}
