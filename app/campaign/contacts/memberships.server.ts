import { addressOf } from "#app/http/addresses.ts";
import type { Change, Done, Gone } from "#db/change.server.ts";
import { newId } from "#db/identifier.server.ts";
import type { Queries } from "#db/schema.ts";

/** Makes a contact one of the campaign's, with the campaign's note on it. */
export async function keepNote(change: Change, target: ContactTarget, note: string): Promise<void> {
  const id = await findCampaignContact(change, target);
  const { campaignId, contactId } = target;
  if (id !== null) await change.update("campaign_contact", id, { note }, null);
  else
    await change.insert("campaign_contact", {
      id: newId(),
      campaign_id: campaignId,
      contact_id: contactId,
      note,
    });
}

async function findCampaignContact(
  change: Change,
  { campaignId, contactId }: ContactTarget,
): Promise<string | null> {
  const row = await change.read
    .selectFrom("campaign_contact")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Puts a contact in an audience; once is enough. */
export async function linkToAudience(change: Change, audienceId: string, contactId: string): Promise<void> {
  if ((await findLink(change, audienceId, contactId)) !== null) return;
  await change.insert("audience_contact", { id: newId(), audience_id: audienceId, contact_id: contactId });
}

/** Puts a contact into an audience of the campaign, or takes it out; a public record becomes one of the campaign's. */
export async function placeInAudience(
  change: Change,
  target: ContactTarget,
  audience: { id: string; isIn: boolean },
): Promise<Done | Gone> {
  const row = await findContactRow(change.read, target);
  const name = await audienceName(change.read, target.campaignId, audience.id);
  if (row === null || name === null) return { ok: false, reason: "not-found" };
  if (audience.isIn) {
    await joinCampaign(change, target);
    await linkToAudience(change, audience.id, target.contactId);
  } else {
    const link = await findLink(change, audience.id, target.contactId);
    if (link !== null) await change.remove("audience_contact", link);
  }
  const summary = `${row.name} ${audience.isIn ? "belongs" : "no longer belongs"} to ${name}`;
  return describeContact(change, target, audience.isIn ? "joined" : "left", summary);
}

/** Lets another contact take a place in an audience of the campaign, inside a change that is under way; with null nobody does. */
export async function moveMembership(
  change: Change,
  of: { campaignId: string; audienceId: string; from: string; to: string | null },
): Promise<boolean> {
  const link = await findLink(change, of.audienceId, of.from);
  if (link === null || (await audienceName(change.read, of.campaignId, of.audienceId)) === null) return false;
  await change.remove("audience_contact", link);
  if (of.to !== null) await linkToAudience(change, of.audienceId, of.to);
  return true;
}

/** Makes a contact one of the campaign's, where it is not yet. */
export async function joinCampaign(change: Change, target: ContactTarget): Promise<void> {
  if ((await findCampaignContact(change, target)) === null) await keepNote(change, target, "");
}

async function audienceName(read: Queries, campaignId: string, audienceId: string): Promise<string | null> {
  const row = await read
    .selectFrom("campaign_audience")
    .innerJoin("audience", "audience.id", "campaign_audience.audience_id")
    .select("audience.name")
    .where("campaign_audience.campaign_id", "=", campaignId)
    .where("audience.id", "=", audienceId)
    .executeTakeFirst();
  return row?.name ?? null;
}

async function findLink(change: Change, audienceId: string, contactId: string): Promise<string | null> {
  const row = await change.read
    .selectFrom("audience_contact")
    .select("id")
    .where("audience_id", "=", audienceId)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Which contact is meant, and in which campaign it is looked at. */
export type ContactTarget = { campaignId: string; contactId: string };

/** The page of a contact in a campaign. */
export function contactLocation({ campaignId, contactId }: ContactTarget): string {
  return addressOf.contact(campaignId, contactId);
}

/**
 * The contact as far as the campaign may see it, with the version of its row and the campaign's together; nobody once it was
 * erased, for nothing more is written of them.
 */
export async function findContactRow(read: Queries, { campaignId, contactId }: ContactTarget) {
  const row = await read
    .selectFrom("contact")
    .leftJoin("campaign_contact as mine", (join) =>
      join.onRef("mine.contact_id", "=", "contact.id").on("mine.campaign_id", "=", campaignId),
    )
    .select(["contact.key", "contact.name", "contact.version", "mine.version as mine_version"])
    .where("contact.id", "=", contactId)
    .where("contact.name", "<>", "")
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
): Done {
  const location = contactLocation(target);
  return change.describe({ recordKind: "contact", recordId: target.contactId, action, summary, location });
}
