import { type RawBuilder, sql } from "kysely";
import { isAllowed, type Role } from "#app/http/permission.ts";
import type { Queries } from "#db/schema.ts";
import { type CalledBy, likePatterns, textWithout, whomToAsk } from "./erasure.ts";
import { like, type Naming } from "./naming-texts.server.ts";

/**
 * What somebody is called and was called, by the contact's row and its history. An earlier name, and an address, that
 * somebody else on record has stays out: the texts would else lose that person.
 */
export async function readCalledBy(read: Queries, contactId: string): Promise<CalledBy> {
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
  read: Queries,
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
  read: Queries,
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

/** Where the history says something of somebody, and how far it was read, by the numbers of its rows and of its changes. */
export type Traces = {
  called: CalledBy;
  kept: readonly Pick<Kept, "table" | "id" | "campaignId">[];
  changes: readonly string[];
  to: { row: number; change: number };
};

type Kept = {
  table: string;
  id: string;
  campaignId: string | null;
  before: string | null;
  after: string | null;
};

/** So much of the history is read at once: some 20 ms of a thread of its own. */
const ROWS_AT_ONCE = 5_000;

/**
 * Reads the history for somebody, a stretch at a time; of one that was read before only what came since, unless the person
 * is called otherwise meanwhile. So it can be read before a change, where nobody waits for it, and once more within.
 */
export async function readTraces(
  read: Queries,
  contactId: string,
  before: Traces | null,
  atOnce = ROWS_AT_ONCE,
): Promise<Traces> {
  const called = await readCalledBy(read, contactId);
  const isAlike = before !== null && JSON.stringify(before.called) === JSON.stringify(called);
  const known = isAlike ? before : { kept: [], changes: [], to: { row: 0, change: 0 } };
  const { rows } = await sql<Traces["to"]>`
    SELECT (SELECT coalesce(max(id), 0) FROM change_row) AS row,
      (SELECT coalesce(max(rowid), 0) FROM change) AS change`.execute(read);
  const to = rows[0] ?? known.to;
  const kept = [...known.kept];
  for (let from = known.to.row; from < to.row; from += atOnce)
    kept.push(...(await listKeptNaming(read, contactId, called, [from, Math.min(from + atOnce, to.row)])));
  const changes = [...known.changes];
  for (let from = known.to.change; from < to.change; from += atOnce)
    changes.push(
      ...(await listChangesOf(read, contactId, called, [from, Math.min(from + atOnce, to.change)])),
    );
  return { called, kept, changes, to };
}

/** After the first, up to the second. */
type Stretch = readonly [number, number];

/** The rows of the history, but for the person's own, that name somebody or point to them. */
async function listKeptNaming(
  read: Queries,
  contactId: string,
  called: CalledBy,
  [after, upTo]: Stretch,
): Promise<Traces["kept"]> {
  const patterns = [...likePatterns(called), `%"contact_id":"${contactId}"%`];
  const { rows } = await sql<Kept>`
    SELECT r.table_name AS "table", r.row_id AS id, c.campaign_id AS "campaignId", r.before_json AS before, r.after_json AS after
    FROM change_row r CROSS JOIN change c ON c.id = r.change_id
    WHERE r.id > ${after} AND r.id <= ${upTo} AND NOT (r.table_name = 'contact' AND r.row_id = ${contactId})
      AND (${like("r.before_json", patterns)} OR ${like("r.after_json", patterns)})`.execute(read);
  const without = textWithout(called);
  const isTrace = (cell: unknown) =>
    cell === contactId || (typeof cell === "string" && without(cell) !== cell);
  return rows
    .filter(({ before, after: then }) => [...cellsOf(before), ...cellsOf(then)].some(isTrace))
    .map(({ table, id, campaignId }) => ({ table, id, campaignId }));
}

/** The changes of which the sentence may name somebody. */
function listChangesOf(
  read: Queries,
  contactId: string,
  called: CalledBy,
  [after, upTo]: Stretch,
): Promise<string[]> {
  return ids(
    read,
    sql`SELECT id FROM change WHERE rowid > ${after} AND rowid <= ${upTo}
      AND (${like("summary", likePatterns(called))} OR (record_kind = 'contact' AND record_id = ${contactId}))`,
  );
}

/** Every row but their own of which the present or the history names somebody or points to them. */
export function tracedRows({ kept }: Traces): TracedRow[] {
  return [...Map.groupBy(kept, ({ table, id }) => `${table} ${id}`).values()].flatMap((same) => {
    const [one] = same;
    if (one === undefined) return [];
    const campaignIds = new Set(same.flatMap(({ campaignId }) => campaignId ?? []));
    return [{ table: one.table, id: one.id, campaignIds }];
  });
}

function cellsOf(json: string | null): unknown[] {
  return json === null ? [] : Object.values(JSON.parse(json));
}

/** The letters that may name somebody, and what was typed and is kept. */
export async function listWordsOf(
  read: Queries,
  contactId: string,
  called: CalledBy,
): Promise<{ mail: string[]; typed: string[] }> {
  const named = likePatterns(called);
  const [mail, typed] = await Promise.all([
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
  return { mail, typed };
}

async function ids(read: Queries, query: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${query}`.execute(read);
  return rows.map(({ id }) => id);
}

/** At how many meetings somebody was met, in whatever campaign. */
export async function countMeetingsOf(read: Queries, contactId: string): Promise<number> {
  const { met } = await read
    .selectFrom("contact_meeting")
    .select((eb) => eb.fn.countAll<number>().as("met"))
    .where("contact_id", "=", contactId)
    .executeTakeFirstOrThrow();
  return met;
}

/** Whom to ask for an erasure that this campaign cannot do alone. */
export async function whomToAskIn(read: Queries, campaignId: string): Promise<string> {
  const { rows } = await sql<{ name: string; role: Role | null }>`
    SELECT a.name, r.role FROM account a LEFT JOIN campaign_role r ON r.account_id = a.id AND r.campaign_id = ${campaignId}
    WHERE a.is_administrator = 1 AND a.closed_at IS NULL ORDER BY a.sort_name, a.id`.execute(read);
  return whomToAsk(
    rows.map(({ name, role }) => ({ name, mayWrite: role !== null && isAllowed(role, "write") })),
  );
}
