import { type Kysely, type RawBuilder, sql } from "kysely";
import type { FoundKind, FoundRecord } from "#app/campaign/find/found-record.ts";
import { type IndexedRow, listFound, placeFound } from "#app/campaign/find/search.server.ts";
import { searchWords } from "#app/text/search-words.ts";
import type { Schema } from "#db/schema.ts";
import { type CalledBy, isFullName, likePatterns, textWithout } from "./erasure.ts";

/**
 * What somebody is called and was called, by the contact's row and its history. An earlier name that somebody else on record
 * bears stays out: a mistaken edit would else erase that person from the texts.
 */
export async function readCalledBy(read: Kysely<Schema>, contactId: string): Promise<CalledBy> {
  const { rows } = await sql<{ name: string | null; email: string | null; now: number }>`
    SELECT name, email, 1 AS now FROM contact WHERE id = ${contactId}
    UNION SELECT before_json ->> 'name', before_json ->> 'email', 0 FROM change_row WHERE table_name = 'contact' AND row_id = ${contactId}
    UNION SELECT after_json ->> 'name', after_json ->> 'email', 0 FROM change_row WHERE table_name = 'contact' AND row_id = ${contactId}`.execute(
    read,
  );
  const current = rows.find(({ now }) => now === 1)?.name;
  const names = distinct(rows.map(({ name }) => name));
  const taken = await sql<{ name: string }>`
    SELECT name FROM contact WHERE id <> ${contactId} AND name IN (${sql.join(names)})
    UNION SELECT name FROM account WHERE name IN (${sql.join(names)})`.execute(read);
  const others = new Set(taken.rows.map(({ name }) => name));
  return {
    names: names.filter((name) => name === current || !others.has(name)),
    emails: distinct(rows.map(({ email }) => email)),
  };
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text === null || text === "" ? [] : [text])))];
}

/** The campaigns that keep somebody, have them at a meeting, or have their name in a text that is found or was frozen. */
export async function listCampaignsOf(
  read: Kysely<Schema>,
  contactId: string,
  called: CalledBy,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT campaign_id AS id FROM campaign_contact WHERE contact_id = ${contactId}
    UNION SELECT e.campaign_id FROM outreach_event_participant p JOIN outreach_event e ON e.id = p.outreach_event_id
      WHERE p.contact_id = ${contactId}
    UNION SELECT campaign_id FROM stance_reading WHERE contact_id = ${contactId}
    UNION SELECT r.campaign_id FROM review_person p JOIN review r ON r.id = p.review_id WHERE p.contact_id = ${contactId}
    UNION SELECT campaign_id FROM correspondence WHERE contact_id = ${contactId}`.execute(read);
  const named = (await listNaming(read, called)).flatMap(({ campaign_id }) => campaign_id ?? []);
  return [...new Set([...rows.map(({ id }) => id), ...named])];
}

type Naming = { kind: string; record_id: string; campaign_id: string | null };

/** The texts of the search index in which somebody is named in full. */
async function listNaming(read: Kysely<Schema>, called: CalledBy): Promise<Naming[]> {
  const phrases = called.names.filter(isFullName).map((name) => `"${searchWords(name).join(" ")}"`);
  if (phrases.length === 0) return [];
  const { rows } = await sql<Naming & { title: string; body: string }>`
    SELECT e.kind, e.record_id, e.campaign_id, e.title, e.body FROM search_text t JOIN search_entry e ON e.id = t.rowid
    WHERE t.search_text MATCH ${phrases.join(" OR ")}`.execute(read);
  const without = textWithout(called);
  return rows.filter(({ title, body }) => without(title) !== title || without(body) !== body);
}

/** How many notes, titles and promises name somebody: those are rewritten. */
export async function countTextsNaming(read: Kysely<Schema>, called: CalledBy): Promise<number> {
  const naming = await listNaming(read, called);
  return new Set(
    naming.filter(({ kind }) => REWRITTEN.some((one) => one === kind)).map((row) => row.record_id),
  ).size;
}

/** At how many meetings somebody was met, in whatever campaign. */
export async function countMeetingsOf(read: Kysely<Schema>, contactId: string): Promise<number> {
  const { met } = await read
    .selectFrom("contact_meeting")
    .select((eb) => eb.fn.countAll<number>().as("met"))
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();
  return met;
}

const REWRITTEN: readonly FoundKind[] = ["outreach event", "outcome", "follow-up"];
const ERASED_APART: readonly FoundKind[] = ["contact", "correspondence"];

/** The texts in these campaigns that name somebody and stay as they are, since somebody has cleared or used just these words. */
export async function listStandingTexts(
  read: Kysely<Schema>,
  called: CalledBy,
  campaignIds: readonly string[],
): Promise<FoundRecord[]> {
  const without = textWithout(called);
  const lists = await Promise.all(
    called.names.filter(isFullName).map((name) => listFound(read, searchWords(name), campaignIds)),
  );
  const found = lists.flatMap(({ rows }) => rows);
  const standing = found.filter(
    ({ kind, title, body }) =>
      ![...REWRITTEN, ...ERASED_APART].includes(kind) && without(`${title}\n${body}`) !== `${title}\n${body}`,
  );
  return [...new Map(standing.map((record) => [`${record.kind} ${record.id}`, record])).values()];
}

/** A row of which the present or the history holds something of somebody. */
export type TracedRow = { table: string; id: string };

const MOST_STANDING = 20;

/** Which texts these are, for the address of the page that lists them once the name is known no more. */
export function standingInQuery(records: readonly FoundRecord[]): string {
  const query = new URLSearchParams(
    records.slice(0, MOST_STANDING).map(({ kind, id }) => ["in", `${kind} ${id}`]),
  );
  return query.size === 0 ? "" : `?${query}`;
}

/** The texts that an address names, as far as they stand in these campaigns. */
export async function listTextsOfQuery(
  read: Kysely<Schema>,
  query: URLSearchParams,
  campaignIds: readonly string[],
): Promise<FoundRecord[]> {
  const asked = query.getAll("in").slice(0, MOST_STANDING);
  if (asked.length === 0 || campaignIds.length === 0) return [];
  const { rows } = await sql<IndexedRow>`
    SELECT kind, record_id, campaign_id, title, body FROM search_entry
    WHERE kind || ' ' || record_id IN (${sql.join(asked)})
      AND (campaign_id IS NULL OR campaign_id IN (${sql.join(campaignIds)}))`.execute(read);
  return placeFound(read, rows, campaignIds);
}

/** Every row that names somebody or points to them, now or in its history, and every change of which the sentence names them. */
export async function listTraces(
  read: Kysely<Schema>,
  contactId: string,
  called: CalledBy,
): Promise<{ rows: TracedRow[]; changes: string[]; mail: string[]; typed: string[] }> {
  const named = likePatterns(called);
  const pointing = `%"contact_id":"${contactId}"%`;
  const [rows, changes, mail, typed] = await Promise.all([
    ids(
      read,
      sql`SELECT DISTINCT table_name AS kind, row_id AS id FROM change_row
        WHERE ${like("before_json", [...named, pointing])} OR ${like("after_json", [...named, pointing])}`,
    ),
    ids(
      read,
      sql`SELECT 'change' AS kind, id FROM change
        WHERE ${like("summary", named)} OR (record_kind = 'contact' AND record_id = ${contactId})`,
    ),
    ids(
      read,
      sql`SELECT 'mail' AS kind, id FROM mail WHERE ${like("subject_title", named)} OR ${like("content_json", named)}`,
    ),
    ids(
      read,
      sql`SELECT 'kept_form' AS kind, id FROM kept_form
        WHERE ${like("body_json", named)} OR path LIKE ${`%/contacts/${contactId}/%`}`,
    ),
  ]);
  return {
    rows: rows.map(({ kind, id }) => ({ table: kind, id })),
    changes: changes.map(({ id }) => id),
    mail: mail.map(({ id }) => id),
    typed: typed.map(({ id }) => id),
  };
}

async function ids(
  read: Kysely<Schema>,
  query: RawBuilder<unknown>,
): Promise<{ kind: string; id: string }[]> {
  return (await sql<{ kind: string; id: string }>`${query}`.execute(read)).rows;
}

function like(column: string, patterns: readonly string[]) {
  if (patterns.length === 0) return sql`0`;
  return sql`(${sql.join(
    patterns.map((pattern) => sql`${sql.ref(column)} LIKE ${pattern}`),
    sql` OR `,
  )})`;
}
