import { type Kysely, sql } from "kysely";
import { foldText } from "#app/domain/contacts/names.ts";
import type { Schema } from "#db/schema.ts";

/** Who asks and where: a contact without a public key is seen only in the campaigns that it belongs to. */
export type ContactView = { campaignId: string; accountId: string };

export type ContactsShown = "campaign" | "public list" | "ended";

/** Which contacts are asked for; `text` is matched word by word, blind to diacritics and case. */
export type ContactSearch = { show: ContactsShown; audienceId: string | null; text: string };

export type ListedContact = {
  id: string;
  name: string;
  title: string;
  organisation: string | null;
  roleInDecision: string | null;
  owner: string | null;
  lastContactOn: string | null;
  endedOn: string | null;
};

/** Contacts that the campaign may see, by name, a part of them at a time. */
export async function listContacts(
  read: Kysely<Schema>,
  view: ContactView,
  search: ContactSearch,
  part: { limit: number; offset: number },
): Promise<ListedContact[]> {
  const rows = await contactsLike(read, view, search)
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .leftJoin("account as owner", "owner.id", "contact.owner_account_id")
    .select(["contact.id", "contact.name", "contact.title", "contact.role_in_decision", "contact.ended_on"])
    .select(["organisation.name as organisation", "owner.name as owner"])
    .select(lastContactOn(view).as("last_contact_on"))
    .orderBy("contact.sort_name")
    .orderBy("contact.id")
    .limit(part.limit)
    .offset(part.offset)
    .execute();
  return rows.map(({ role_in_decision, last_contact_on, ended_on, ...row }) => ({
    ...row,
    roleInDecision: role_in_decision,
    lastContactOn: last_contact_on,
    endedOn: ended_on,
  }));
}

/** How many contacts a search finds in all. */
export async function countContacts(
  read: Kysely<Schema>,
  view: ContactView,
  search: ContactSearch,
): Promise<number> {
  const row = await contactsLike(read, view, search)
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  return row.n;
}

function contactsLike(read: Kysely<Schema>, view: ContactView, { show, audienceId, text }: ContactSearch) {
  const shown = read
    .selectFrom("contact")
    .where("contact.ended_on", show === "ended" ? "is not" : "is", null)
    .where(show === "public list" ? sql<boolean>`contact.key is not null` : isVisible(view, show));
  const inAudience = audienceId === null ? shown : shown.where(isInAudience(audienceId));
  const words = foldText(text)
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  return words.reduce((query, word) => query.where(hasWord(word)), inAudience);
}

/** Of the campaign itself; an ended public record is shown too, where it is asked for. */
function isVisible({ campaignId }: ContactView, show: ContactsShown) {
  const isOurs = sql<boolean>`exists (select 1 from campaign_contact mine
    where mine.contact_id = contact.id and mine.campaign_id = ${campaignId})`;
  return show === "ended" ? sql<boolean>`(contact.key is not null or ${isOurs})` : isOurs;
}

/** As a list of identifiers, so that the few people of an audience are looked up, not everybody gone through. */
function isInAudience(audienceId: string) {
  return sql<boolean>`contact.id in (select link.contact_id from audience_contact link where link.audience_id = ${audienceId})`;
}

function hasWord(word: string) {
  return sql<boolean>`(instr(contact.sort_name, ${word}) > 0 or instr(lower(contact.title), ${word}) > 0)`;
}

/** The last day that somebody was met in any campaign that the account may see. */
export function lastContactOn({ accountId }: ContactView) {
  return sql<string | null>`(
    select max((select max(meeting.day) from contact_meeting meeting
      where meeting.contact_id = contact.id and meeting.campaign_id = role.campaign_id))
    from campaign_role role where role.account_id = ${accountId})`;
}
