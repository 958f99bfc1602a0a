import { type RawBuilder, sql } from "kysely";
import { type FoundKind, pathOfFound } from "#app/campaign/find/found-record.ts";
import { type IndexedRow, placeFound } from "#app/campaign/find/search.server.ts";
import { addressOf } from "#app/http/addresses.ts";
import { searchWords } from "#app/text/search-words.ts";
import type { Queries } from "#db/schema.ts";
import { type CalledBy, isFullName, likePatterns, textWithout } from "./erasure.ts";

/** A text of the search index, as it is found. */
export type Naming = Omit<IndexedRow, "body">;

/** The texts of the search index in which somebody is named in full, each block of a paper as its paper. */
export async function listNaming(read: Queries, called: CalledBy): Promise<Naming[]> {
  const phrases = called.names
    .filter(isFullName)
    .map((name) => searchWords(name).join(" "))
    .filter((words) => words !== "");
  if (phrases.length === 0) return [];
  const asked = phrases.map((words) => `"${words}"`).join(" OR ");
  const { rows } = await sql<Naming & { text: string }>`
    SELECT iif(p.id IS NULL, e.kind, 'talking points') AS kind, coalesce(p.id, e.record_id) AS record_id,
      coalesce(p.title, e.title) AS title, e.campaign_id, e.title || char(10) || e.body AS text
    FROM search_text t JOIN search_entry e ON e.id = t.rowid
      LEFT JOIN talking_points_block b ON e.kind = 'talking points block' AND b.id = e.record_id
      LEFT JOIN talking_points p ON p.id = b.talking_points_id
    WHERE t.search_text MATCH ${asked}`.execute(read);
  const without = textWithout(called);
  return rows.filter(({ text }) => without(text) !== text);
}

const REWRITTEN: readonly FoundKind[] = ["outreach event", "outcome", "follow-up"];
const ERASED_APART: readonly FoundKind[] = ["contact", "correspondence"];

/** How many events, notes and promises are among the texts that name somebody: those are rewritten. */
export function countRewritten(naming: readonly Naming[]): number {
  const rewritten = naming.filter(({ kind }) => REWRITTEN.includes(kind));
  return new Set(rewritten.map(({ record_id }) => record_id)).size;
}

/** A text that keeps the name; the key is its kind and its id. */
export type StandingText = { key: string; kind: string; title: string; path: string };

/** Which texts in these campaigns keep the name, cleared or not; `naming` are those that the search index has. */
export async function listStandingTexts(
  read: Queries,
  called: CalledBy,
  naming: readonly Naming[],
  campaignIds: readonly string[],
): Promise<StandingText[]> {
  if (campaignIds.length === 0) return [];
  const indexed = naming.filter(
    ({ kind, campaign_id }) =>
      ![...REWRITTEN, ...ERASED_APART].includes(kind) &&
      (campaign_id === null || campaignIds.includes(campaign_id)),
  );
  const without = textWithout(called);
  const lines = await linesWhere(read, campaignIds, like("text", likePatterns(called)));
  const named = lines.filter(({ text }) => without(text) !== text);
  return standing(read, indexed, named, campaignIds);
}

const MOST_STANDING = 20;

/** Which texts these are, for the address of the page that lists them once the name is known no more. */
export function standingInQuery(texts: readonly StandingText[]): string {
  const query = new URLSearchParams(texts.slice(0, MOST_STANDING).map(({ key }) => ["in", key]));
  return query.size === 0 ? "" : `?${query}`;
}

/** The texts that an address names, as far as they stand in these campaigns. */
export async function listTextsOfQuery(
  read: Queries,
  query: URLSearchParams,
  campaignIds: readonly string[],
): Promise<StandingText[]> {
  const asked = query.getAll("in").slice(0, MOST_STANDING);
  if (asked.length === 0 || campaignIds.length === 0) return [];
  const { rows } = await sql<Naming>`
    SELECT kind, record_id, campaign_id, title FROM search_entry
    WHERE kind || ' ' || record_id IN (${sql.join(asked)})
      AND (campaign_id IS NULL OR campaign_id IN (${sql.join(campaignIds)}))`.execute(read);
  const lines = await linesWhere(read, campaignIds, sql`kind || ' ' || id IN (${sql.join(asked)})`);
  return standing(read, rows, lines, campaignIds);
}

type Line = {
  kind: "instruction" | "holding line";
  id: string;
  campaign_id: string;
  title: string;
  text: string;
};

/** Instructions and the newest holding lines, which the search does not know. */
async function linesWhere(
  read: Queries,
  campaignIds: readonly string[],
  condition: RawBuilder<unknown>,
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    SELECT * FROM (
      SELECT 'instruction' AS kind, id, campaign_id, issuer || ', ' || reference AS title,
        reference || char(10) || text || char(10) || red_lines || char(10) || answer AS text FROM instruction
      UNION ALL
      SELECT 'holding line', h.id, h.campaign_id, 'Holding line for message ' || m.number, v.text
      FROM holding_line l JOIN message_hold h ON h.id = l.message_hold_id JOIN key_message m ON m.id = h.key_message_id
        JOIN holding_line_version v ON v.holding_line_id = l.id
          AND v.number = (SELECT max(number) FROM holding_line_version WHERE holding_line_id = l.id))
    WHERE campaign_id IN (${sql.join(campaignIds)}) AND ${condition} ORDER BY kind, title, id`.execute(read);
  return rows;
}

async function standing(
  read: Queries,
  naming: readonly Naming[],
  lines: readonly Line[],
  campaignIds: readonly string[],
): Promise<StandingText[]> {
  const once = new Map(naming.map((row) => [`${row.kind} ${row.record_id}`, { ...row, body: "" }]));
  const found = await placeFound(read, [...once.values()], campaignIds);
  const indexed = found.map((record) => ({ ...record, path: pathOfFound(record) }));
  const others = lines.map(({ campaign_id, ...line }) => ({
    ...line,
    path: (line.kind === "instruction" ? addressOf.instruction : addressOf.hold)(campaign_id, line.id),
  }));
  return [...indexed, ...others].map(({ kind, id, title, path }) => ({
    key: `${kind} ${id}`,
    kind,
    title,
    path,
  }));
}

/** Whether a column holds one of these patterns. */
export function like(column: string, patterns: readonly string[]): RawBuilder<unknown> {
  if (patterns.length === 0) return sql`0`;
  const each = patterns.map((pattern) => sql`${sql.ref(column)} LIKE ${pattern}`);
  return sql`(${sql.join(each, sql` OR `)})`;
}
