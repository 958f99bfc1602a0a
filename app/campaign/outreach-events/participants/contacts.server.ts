import { type SqlBool, sql } from "kysely";
import { isOfferedIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { indexQuery, searchWords } from "#app/text/search-words.ts";
import type { Queries } from "#db/schema.ts";

export type ContactChoice = { id: string; name: string; title: string };

const MOST = 40;

/** Contacts of the event's audiences who do not take part yet. */
export async function listContactsOfAudiences(
  read: Queries,
  campaignId: string,
  eventId: string,
): Promise<Cut<ContactChoice>> {
  const found = await contactsSeen(read, campaignId, eventId)
    .where("contact.id", "in", (eb) =>
      eb
        .selectFrom("outreach_event_audience as link")
        .innerJoin("audience_contact as member", "member.audience_id", "link.audience_id")
        .select("member.contact_id")
        .where("link.outreach_event_id", "=", eventId),
    )
    .execute();
  return cut(found, MOST);
}

/** Contacts in whose name every word that was typed begins one, blind to case and diacritics. */
export async function findContactsByName(
  read: Queries,
  campaignId: string,
  eventId: string,
  typed: string,
): Promise<Cut<ContactChoice>> {
  const words = searchWords(typed);
  if (words.length === 0) return { rows: [], cutAt: null };
  const query = `title : (${indexQuery(words)})`;
  const isNamed = sql<SqlBool>`contact.id in (select entry.record_id from search_text
    join search_entry entry on entry.id = search_text.rowid
    where search_text match ${query} and entry.kind = 'contact')`;
  return cut(await contactsSeen(read, campaignId, eventId).where(isNamed).execute(), MOST);
}

function contactsSeen(read: Queries, campaignId: string, eventId: string) {
  return read
    .selectFrom("contact")
    .select(["contact.id", "contact.name", "contact.title"])
    .where("contact.ended_on", "is", null)
    .where(isOfferedIn(campaignId))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("outreach_event_participant as present")
            .select("present.id")
            .where("present.outreach_event_id", "=", eventId)
            .whereRef("present.contact_id", "=", "contact.id"),
        ),
      ),
    )
    .orderBy("contact.sort_name")
    .orderBy("contact.id")
    .limit(MOST + 1);
}

/** Somebody who can be asked to an event, as the form that plans it lists them. */
export type Invitable = { id: string; name: string; title: string };

const MOST_NAMED = 200;
const MOST_OFFERED = 12;

/** Contacts in whose names any of these words stands: among them are those that a line of text may name. */
export async function listContactsNamedIn(
  read: Queries,
  campaignId: string,
  line: string,
): Promise<Invitable[]> {
  const words = line.match(/\p{L}[\p{L}\p{M}'’-]+/gu) ?? [];
  const asked = words.flatMap((word) => searchWords(word).filter((part) => part.length > 1)).slice(0, 60);
  if (asked.length === 0) return [];
  return contactsOf(read, campaignId)
    .where(isNamed(`title : (${asked.map((word) => `"${word}"`).join(" OR ")})`))
    .limit(MOST_NAMED)
    .execute();
}

/** Contacts in whose name every word that was typed begins one, blind to case and diacritics; at most 12. */
export async function findContactsToInvite(
  read: Queries,
  campaignId: string,
  typed: string,
): Promise<Cut<Invitable>> {
  const words = searchWords(typed);
  if (words.length === 0) return { rows: [], cutAt: null };
  const query = `title : (${words.map((word) => `"${word}"*`).join(" ")})`;
  const found = await contactsOf(read, campaignId)
    .where(isNamed(query))
    .limit(MOST_OFFERED + 1)
    .execute();
  return cut(found, MOST_OFFERED);
}

/** Contacts of these audiences, at most 12. */
export async function listContactsOfAudiencesToInvite(
  read: Queries,
  campaignId: string,
  audienceIds: readonly string[],
): Promise<Cut<Invitable>> {
  if (audienceIds.length === 0) return { rows: [], cutAt: null };
  const found = await contactsOf(read, campaignId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("audience_contact as member")
          .select("member.id")
          .where("member.audience_id", "in", audienceIds)
          .whereRef("member.contact_id", "=", "contact.id"),
      ),
    )
    .limit(MOST_OFFERED + 1)
    .execute();
  return cut(found, MOST_OFFERED);
}

/** The contacts of these ids, as far as the campaign sees them. */
export async function listContactsChosen(
  read: Queries,
  campaignId: string,
  ids: readonly string[],
): Promise<Invitable[]> {
  if (ids.length === 0) return [];
  return contactsOf(read, campaignId).where("contact.id", "in", ids).execute();
}

function isNamed(query: string) {
  return sql<SqlBool>`contact.id in (select entry.record_id from search_text
    join search_entry entry on entry.id = search_text.rowid
    where search_text match ${query} and entry.kind = 'contact')`;
}

/** A contact of the address book is seen in its campaigns; one of the public reference (with a key) in all. */
function contactsOf(read: Queries, campaignId: string) {
  return read
    .selectFrom("contact")
    .select(["contact.id", "contact.name", "contact.title"])
    .where("contact.ended_on", "is", null)
    .where(isOfferedIn(campaignId))
    .orderBy("contact.sort_name")
    .orderBy("contact.id");
}
