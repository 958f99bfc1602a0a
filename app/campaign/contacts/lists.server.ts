import { sql } from "kysely";
import { lastContactOn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import { personName } from "#app/text/person-name.ts";
import { foldText } from "#app/text/search-words.ts";
import { keptQuery, type Place } from "#db/kept-query.server.ts";
import type { Queries } from "#db/schema.ts";

/** Who asks and where: a contact without a public key is seen only in the campaigns that it belongs to. */
export type ContactView = { campaignId: string; accountId: string };

export type ContactsShown = "campaign" | "public list" | "ended";

/** Which contacts are asked for; `text` is matched word by word, blind to diacritics and case. */
export type ContactSearch = { show: ContactsShown; audienceId: string | null; text: string };

export type ListedContact = Awaited<ReturnType<typeof listContacts>>[number];

/** Contacts that the campaign may see, by name, a part of them at a time. */
export async function listContacts(
  read: Queries,
  view: ContactView,
  search: ContactSearch,
  part: { limit: number; offset: number },
) {
  const words = wordsOf(search.text);
  const rows = await formOf(search, words).list(read, { ...valuesOf(view, search, words), ...part });
  return rows.map(({ role_in_decision, last_contact_on, ended_on, ...row }) => ({
    ...row,
    name: personName(row.name),
    roleInDecision: row.name === "" ? null : role_in_decision,
    lastContactOn: last_contact_on,
    endedOn: ended_on,
  }));
}

/** How many contacts a search finds in all. */
export async function countContacts(
  read: Queries,
  view: ContactView,
  search: ContactSearch,
): Promise<number> {
  const words = wordsOf(search.text);
  const [row] = await formOf(search, words).count(read, valuesOf(view, search, words));
  return row?.n ?? 0;
}

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[\s,]+/)
    .filter((word) => word !== "");
}

function valuesOf(
  { campaignId, accountId }: ContactView,
  { audienceId }: ContactSearch,
  words: readonly string[],
): Record<string, string | null> {
  const byPlace = words.map((word, index) => [`word ${index}`, word]);
  return { campaign: campaignId, account: accountId, audience: audienceId, ...Object.fromEntries(byPlace) };
}

/** What the SQL of a search depends on. */
type Form = { show: ContactsShown; isInAudience: boolean; words: number };
type ListQueries = ReturnType<typeof queriesOf>;

const keptForms = new Map<string, ListQueries>();

/** The queries of a search without words are kept; of searches with words there are too many. */
function formOf({ show, audienceId }: ContactSearch, words: readonly string[]): ListQueries {
  const form = { show, isInAudience: audienceId !== null, words: words.length };
  if (words.length > 0) return queriesOf(form);
  const key = `${show}, ${form.isInAudience}`;
  const known = keptForms.get(key) ?? queriesOf(form);
  keptForms.set(key, known);
  return known;
}

function queriesOf(form: Form) {
  return {
    list: keptQuery((read, place: Place<string>) => listed(read, place, form)),
    count: keptQuery((read, place: Place<string>) =>
      contactsLike(read, place, form).select((eb) => eb.fn.countAll<number>().as("n")),
    ),
  };
}

function listed(read: Queries, place: Place<string>, form: Form) {
  return contactsLike(read, place, form)
    .leftJoin("organisation", "organisation.id", "contact.organisation_id")
    .leftJoin("account as owner", "owner.id", "contact.owner_account_id")
    .select(["contact.id", "contact.name", "contact.title", "contact.role_in_decision", "contact.ended_on"])
    .select(["organisation.name as organisation", "owner.name as owner"])
    .select(lastContactOn(place("account")).as("last_contact_on"))
    .orderBy("contact.sort_name")
    .orderBy("contact.id")
    .limit(sql<number>`${place("limit")}`)
    .offset(sql<number>`${place("offset")}`);
}

function contactsLike(read: Queries, place: Place<string>, { show, isInAudience, words }: Form) {
  const shown = read
    .selectFrom("contact")
    .where("contact.name", "<>", "")
    .where("contact.ended_on", show === "ended" ? "is not" : "is", null)
    .where(show === "public list" ? sql<boolean>`contact.key is not null` : isVisible(place, show));
  const found = isInAudience ? shown.where(isIn(place("audience"))) : shown;
  return Array.from({ length: words }, (_, index) => place(`word ${index}`)).reduce(
    (query, word) => query.where(hasWord(word)),
    found,
  );
}

/** Of the campaign itself; an ended public record is shown too, where it is asked for. */
function isVisible(place: Place<string>, show: ContactsShown) {
  const isOurs = sql<boolean>`exists (select 1 from campaign_contact mine
    where mine.contact_id = contact.id and mine.campaign_id = ${place("campaign")})`;
  return show === "ended" ? sql<boolean>`(contact.key is not null or ${isOurs})` : isOurs;
}

/** As a list of identifiers, so that the few people of an audience are looked up, not everybody gone through. */
function isIn(audienceId: string) {
  return sql<boolean>`contact.id in (select link.contact_id from audience_contact link where link.audience_id = ${audienceId})`;
}

function hasWord(word: string) {
  return sql<boolean>`(instr(contact.sort_name, ${word}) > 0 or instr(lower(contact.title), ${word}) > 0)`;
}
