import { type Kysely, type RawBuilder, sql } from "kysely";
import type { FoundKind, FoundRecord } from "#app/domain/find/found-record.ts";
import type { Schema } from "#db/schema.ts";

/** The records that a campaign has few of, which newer work must not crowd out. */
const FEW: readonly FoundKind[] = [
  "audience",
  "contact",
  "organisation",
  "key message",
  "objection",
  "proof point",
  "source",
  "objective",
];

/** More matches than this are not read: nobody reads a second hundred. */
const MOST = 200;

type Row = {
  kind: FoundKind;
  record_id: string;
  campaign_id: string | null;
  title: string;
  body: string;
};

/**
 * What matches a query of the full-text index (see `indexQuery`) in these campaigns: of the work the newest
 * matches only, so that a common word costs as little as a rare one; whatever has the words in its title
 * first. People and organisations belong to every campaign, an audience to those that address it.
 */
export async function listFound(
  read: Kysely<Schema>,
  query: string,
  campaignIds: readonly string[],
): Promise<FoundRecord[]> {
  const [campaignId] = campaignIds;
  if (query === "" || campaignId === undefined) return [];
  const [few, work, inTitle] = await Promise.all([
    matches(
      read,
      query,
      campaignIds,
      sql`+t.rowid IN (SELECT id FROM search_entry WHERE kind IN (${sql.join(FEW)}))`,
    ),
    matches(read, query, campaignIds, sql`e.kind NOT IN (${sql.join(FEW)})`),
    matches(read, `title : (${query})`, campaignIds, sql`1`),
  ]);
  const rows = [...inTitle, ...few, ...work];
  const known = new Map(rows.map((row) => [`${row.kind} ${row.record_id}`, row]));
  return placeThem(read, [...known.values()], campaignIds, campaignId);
}

async function matches(
  read: Kysely<Schema>,
  query: string,
  campaignIds: readonly string[],
  which: RawBuilder<unknown>,
): Promise<Row[]> {
  const found = await sql<Row>`
    SELECT e.kind, e.record_id, e.campaign_id, e.title, e.body
    FROM search_text t JOIN search_entry e ON e.id = t.rowid
    WHERE t.search_text MATCH ${query} AND ${which}
      AND (e.campaign_id IS NULL OR e.campaign_id IN (${sql.join(campaignIds)}))
    ORDER BY t.rowid DESC LIMIT ${MOST}`.execute(read);
  return found.rows;
}

/** Days, events and the campaign to read them in; what no campaign of the reader addresses falls out. */
async function placeThem(
  read: Kysely<Schema>,
  rows: readonly Row[],
  campaignIds: readonly string[],
  firstCampaignId: string,
): Promise<FoundRecord[]> {
  const idsOf = (kind: FoundKind) => rows.filter((row) => row.kind === kind).map((row) => row.record_id);
  const [days, audiences] = await Promise.all([
    listDays(read, {
      events: idsOf("outreach event"),
      outcomes: idsOf("outcome"),
      promises: idsOf("follow-up"),
    }),
    listAddressed(read, idsOf("audience"), campaignIds),
  ]);
  return rows.flatMap(({ kind, record_id: id, campaign_id, title, body }) => {
    const campaignId = kind === "audience" ? audiences.get(id) : (campaign_id ?? firstCampaignId);
    if (campaignId === undefined) return [];
    const at = days.get(`${kind} ${id}`);
    return [{ kind, id, campaignId, title, body, day: at?.day ?? null, eventId: at?.eventId ?? null }];
  });
}

async function listAddressed(
  read: Kysely<Schema>,
  audienceIds: readonly string[],
  campaignIds: readonly string[],
): Promise<Map<string, string>> {
  if (audienceIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("campaign_audience")
    .select(["audience_id", "campaign_id"])
    .where("audience_id", "in", audienceIds)
    .where("campaign_id", "in", campaignIds)
    .execute();
  const rank = (id: string) => campaignIds.indexOf(id);
  const last = rows.sort((a, b) => rank(b.campaign_id) - rank(a.campaign_id));
  return new Map(last.map((row) => [row.audience_id, row.campaign_id]));
}

type Day = { day: string; eventId: string | null };

async function listDays(
  read: Kysely<Schema>,
  ids: { events: string[]; outcomes: string[]; promises: string[] },
): Promise<Map<string, Day>> {
  const found = await sql<{ key: string; day: string; event_id: string | null }>`
    SELECT 'outreach event ' || id AS key, day, id AS event_id FROM outreach_event
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids.events)}))
    UNION ALL
    SELECT 'outcome ' || o.id, v.day, v.id FROM outcome o JOIN outreach_event v ON v.id = o.outreach_event_id
      WHERE o.id IN (SELECT value FROM json_each(${JSON.stringify(ids.outcomes)}))
    UNION ALL
    SELECT 'follow-up ' || id, due_on, outreach_event_id FROM follow_up
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids.promises)}))`.execute(read);
  return new Map(found.rows.map((row) => [row.key, { day: row.day, eventId: row.event_id }]));
}
