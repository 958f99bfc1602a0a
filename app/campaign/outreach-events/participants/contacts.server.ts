import { type Kysely, type SqlBool, sql } from "kysely";
import { isSeenIn } from "#app/campaign/contacts/contacts-seen.server.ts";
import { indexQuery, searchWords } from "#app/campaign/find/search-words.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import type { Schema } from "#db/schema.ts";

export type ContactChoice = { id: string; name: string; title: string };

const MOST = 40;

/** Contacts of the event's audiences who do not take part yet. */
export async function listContactsOfAudiences(
  read: Kysely<Schema>,
  campaignId: string,
  eventId: string,
): Promise<Cut<ContactChoice>> {
  const found = await contactsSeen(read, campaignId, eventId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("audience_contact as member")
          .innerJoin("outreach_event_audience as link", "link.audience_id", "member.audience_id")
          .select("member.id")
          .where("link.outreach_event_id", "=", eventId)
          .whereRef("member.contact_id", "=", "contact.id"),
      ),
    )
    .execute();
  return cut(found, MOST);
}

/** Contacts in whose name every word that was typed begins one, blind to case and diacritics. */
export async function findContactsByName(
  read: Kysely<Schema>,
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

function contactsSeen(read: Kysely<Schema>, campaignId: string, eventId: string) {
  return read
    .selectFrom("contact")
    .select(["contact.id", "contact.name", "contact.title"])
    .where("contact.ended_on", "is", null)
    .where(isSeenIn(campaignId))
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
