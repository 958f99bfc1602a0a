import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Schema } from "#db/schema.ts";
import { type CalledBy, likePatterns, textWithout } from "./erasure.ts";
import { like, type Naming } from "./naming-texts.server.ts";

/**
 * What somebody is called and was called, by the contact's row and its history. An earlier name, and an address, that
 * somebody else on record has stays out: the texts would else lose that person.
 */
export async function readCalledBy(read: Kysely<Schema>, contactId: string): Promise<CalledBy> {
  const { rows } = await sql<{ name: string | null; email: string | null; now: number }>`
    SELECT name, email, 1 AS now FROM contact WHERE id = ${contactId}
    UNION SELECT before_json ->> 'name', before_json ->> 'email', 0 FROM change_row WHERE table_name = 'contact' AND row_id = ${contactId}
    UNION SELECT after_json ->> 'name', after_json ->> 'email', 0 FROM change_row WHERE table_name = 'contact' AND row_id = ${contactId}`.execute(
    read,
  );
  const current = rows.find(({ now }) => now === 1)?.name;
  const known = distinct(rows.map(({ name }) => name));
  const others = await listOthersCalled(read, contactId, known);
  const names = known.filter((name) => name === current || !others.includes(name));
  const emails = distinct(rows.map(({ email }) => email));
  const shared = await sql<{ email: string }>`
    SELECT email FROM contact WHERE id <> ${contactId} AND email IN (${sql.join(emails)})`.execute(read);
  const theirs = new Set(shared.rows.map(({ email }) => email));
  return { names, emails: emails.filter((email) => !theirs.has(email)), others };
}

/** The names of other people on record that are one of these, or hold one. */
async function listOthersCalled(
  read: Kysely<Schema>,
  contactId: string,
  names: readonly string[],
): Promise<string[]> {
  const isOne = sql`(name IN (${sql.join(names)}) OR ${like("name", likePatterns({ names, emails: [] }))})`;
  const { rows } = await sql<{ name: string }>`
    SELECT name FROM contact WHERE id <> ${contactId} AND ${isOne} UNION SELECT name FROM account WHERE ${isOne}`.execute(
    read,
  );
  return rows.map(({ name }) => name);
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text === null || text === "" ? [] : [text])))];
}

/** The campaigns that keep somebody, have them at a meeting, or have their name in a text that is found (`naming`) or was frozen. */
export async function listCampaignsOf(
  read: Kysely<Schema>,
  contactId: string,
  naming: readonly Naming[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT campaign_id AS id FROM campaign_contact WHERE contact_id = ${contactId}
    UNION SELECT e.campaign_id FROM outreach_event_participant p JOIN outreach_event e ON e.id = p.outreach_event_id
      WHERE p.contact_id = ${contactId}
    UNION SELECT campaign_id FROM stance_reading WHERE contact_id = ${contactId}
    UNION SELECT r.campaign_id FROM review_person p JOIN review r ON r.id = p.review_id WHERE p.contact_id = ${contactId}
    UNION SELECT campaign_id FROM correspondence WHERE contact_id = ${contactId}`.execute(read);
  const named = naming.flatMap(({ campaign_id }) => campaign_id ?? []);
  return [...new Set([...rows.map(({ id }) => id), ...named])];
}

/** A row of which the present or the history holds something of somebody, and the campaigns in which it was written. */
export type TracedRow = { table: string; id: string; campaignIds: ReadonlySet<string> };

type Kept = {
  table: string;
  id: string;
  campaignId: string | null;
  before: string | null;
  after: string | null;
};

/** Every row but their own that names somebody or points to them, now or in its history. */
export async function listTracedRows(
  read: Kysely<Schema>,
  contactId: string,
  called: CalledBy,
): Promise<TracedRow[]> {
  const patterns = [...likePatterns(called), `%"contact_id":"${contactId}"%`];
  const { rows } = await sql<Kept>`
    SELECT r.table_name AS "table", r.row_id AS id, c.campaign_id AS "campaignId", r.before_json AS before, r.after_json AS after
    FROM change_row r JOIN change c ON c.id = r.change_id
    WHERE NOT (r.table_name = 'contact' AND r.row_id = ${contactId})
      AND (${like("r.before_json", patterns)} OR ${like("r.after_json", patterns)})`.execute(read);
  const without = textWithout(called);
  const isTrace = (cell: unknown) =>
    cell === contactId || (typeof cell === "string" && without(cell) !== cell);
  const traced = rows.filter(({ before, after }) => [...cellsOf(before), ...cellsOf(after)].some(isTrace));
  return [...Map.groupBy(traced, ({ table, id }) => `${table} ${id}`).values()].flatMap((same) => {
    const [one] = same;
    if (one === undefined) return [];
    const campaignIds = new Set(same.flatMap(({ campaignId }) => campaignId ?? []));
    return [{ table: one.table, id: one.id, campaignIds }];
  });
}

function cellsOf(json: string | null): unknown[] {
  return json === null ? [] : Object.values(JSON.parse(json));
}

/** The changes whose sentence may name somebody, the letters, and what was typed and is kept. */
export async function listWordsOf(
  read: Kysely<Schema>,
  contactId: string,
  called: CalledBy,
): Promise<{ changes: string[]; mail: string[]; typed: string[] }> {
  const named = likePatterns(called);
  const [changes, mail, typed] = await Promise.all([
    ids(
      read,
      sql`SELECT id FROM change
        WHERE ${like("summary", named)} OR (record_kind = 'contact' AND record_id = ${contactId})`,
    ),
    ids(
      read,
      sql`SELECT id FROM mail WHERE ${like("subject_title", named)} OR ${like("content_json", named)}`,
    ),
    ids(
      read,
      sql`SELECT id FROM kept_form
        WHERE ${like("body_json", named)} OR path LIKE ${`%/contacts/${contactId}/%`}`,
    ),
  ]);
  return { changes, mail, typed };
}

async function ids(read: Kysely<Schema>, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${query}`.execute(read);
  return rows.map(({ id }) => id);
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
