import { type Kysely, type RawBuilder, sql } from "kysely";
import { isLookedForByInitials } from "#app/campaign/audiences/initials.ts";
import { isOfferedIn } from "#app/campaign/campaigns/contacts-seen.server.ts";
import {
  listHoldsOnEvents,
  listHoldsOnMessages,
  listHoldsOnPapers,
} from "#app/campaign/holds/marked-by-holds.server.ts";
import { type Cut, cut } from "#app/text/cut.ts";
import { indexQuery } from "#app/text/search-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Database, UnrecordedSchema } from "#db/database.server.ts";
import type { Queries } from "#db/schema.ts";
import type { FoundKind, FoundRecord } from "./found-record.ts";

/** The records that a campaign has few of, which newer work must not crowd out. */
const FEW: readonly FoundKind[] = [
  "audience",
  "contact",
  "organisation",
  "key message",
  "framing",
  "objection",
  "proof point",
  "source",
  "objective",
];

/** More matches than this are not read: nobody reads a second hundred. */
const MOST = 200;

/** A text of the index, and of what it is. */
export type IndexedRow = {
  kind: FoundKind;
  record_id: string;
  campaign_id: string | null;
  title: string;
  body: string;
};

/**
 * What has all of these words (see `indexQuery`) in these campaigns, audiences by their initials before all others: of the work the newest
 * matches only, so that a common word costs as little as a rare one; whatever has the words in its title
 * first. Organisations belong to every campaign, an audience to those that address it, a contact to those that know it. At most `most` are read
 * in each of the three ways of looking.
 */
export async function listFound(
  read: Queries,
  words: readonly string[],
  campaignIds: readonly string[],
  most = MOST,
): Promise<Cut<FoundRecord>> {
  if (words.length === 0 || campaignIds.length === 0) return { rows: [], cutAt: null };
  const query = indexQuery(words);
  const [byInitials, few, work, inTitle] = await Promise.all([
    audiencesByInitials(read, words, campaignIds),
    matches(
      read,
      query,
      { campaignIds, most },
      sql`+t.rowid IN (SELECT id FROM search_entry WHERE kind IN (${sql.join(FEW)}))`,
    ),
    matches(read, query, { campaignIds, most }, sql`e.kind NOT IN (${sql.join(FEW)})`),
    matches(read, `title : (${query})`, { campaignIds, most }, sql`1`),
  ]);
  const rows = [...byInitials, ...inTitle.rows, ...few.rows, ...work.rows];
  const known = new Map(rows.map((row) => [`${row.kind} ${row.record_id}`, row]));
  const records = await placeFound(read, [...known.values()], campaignIds);
  const isCut = [few, work, inTitle].some(({ cutAt }) => cutAt !== null);
  return { rows: records, cutAt: isCut ? records.length : null };
}

/** The index knows an audience by the words of its name alone. */
async function audiencesByInitials(
  read: Queries,
  words: readonly string[],
  campaignIds: readonly string[],
): Promise<IndexedRow[]> {
  const rows = await read
    .selectFrom("campaign_audience as link")
    .innerJoin("audience", "audience.id", "link.audience_id")
    .select(["audience.id as record_id", "audience.name as title"])
    .distinct()
    .where("link.campaign_id", "in", campaignIds)
    .orderBy("audience.sort_name")
    .execute();
  return rows
    .filter(({ title }) => isLookedForByInitials(title, words))
    .map((row) => ({ ...row, kind: "audience", campaign_id: null, body: "" }));
}

async function matches(
  read: Queries,
  query: string,
  { campaignIds, most }: { campaignIds: readonly string[]; most: number },
  which: RawBuilder<unknown>,
): Promise<Cut<IndexedRow>> {
  const found = await sql<IndexedRow>`
    SELECT e.campaign_id, e.body,
      iif(p.id IS NULL, e.kind, 'talking points') AS kind,
      coalesce(p.id, e.record_id) AS record_id,
      coalesce(p.title, e.title) AS title
    FROM search_text t JOIN search_entry e ON e.id = t.rowid
      LEFT JOIN talking_points_block b ON e.kind = 'talking points block' AND b.id = e.record_id
      LEFT JOIN talking_points p ON p.id = b.talking_points_id
    WHERE t.search_text MATCH ${query} AND ${which}
      AND (e.campaign_id IS NULL OR e.campaign_id IN (${sql.join(campaignIds)}))
    ORDER BY t.rowid DESC LIMIT ${most + 1}`.execute(read);
  return cut(found.rows, most);
}

/** Days, addresses and the campaign to read them in; what no campaign of the reader addresses falls out. */
export async function placeFound(
  read: Queries,
  rows: readonly IndexedRow[],
  campaignIds: readonly string[],
): Promise<FoundRecord[]> {
  const idsOf = (kind: FoundKind) => rows.filter((row) => row.kind === kind).map((row) => row.record_id);
  const [places, audiences, contacts] = await Promise.all([
    listPlaces(read, (kind) => JSON.stringify(idsOf(kind))),
    listAddressed(read, idsOf("audience"), campaignIds),
    listKnown(read, idsOf("contact"), campaignIds),
  ]);
  const campaignOf = ({ kind, record_id: id, campaign_id }: IndexedRow) => {
    if (kind === "audience") return audiences.get(id);
    return kind === "contact" ? contacts.get(id) : (campaign_id ?? campaignIds[0]);
  };
  return rows.flatMap((row) => {
    const { kind, record_id: id, title, body } = row;
    const campaignId = campaignOf(row);
    if (campaignId === undefined) return [];
    const { day, address, reviewBy } = places.get(`${kind} ${id}`) ?? {
      day: null,
      address: id,
      reviewBy: null,
    };
    return [{ kind, id, campaignId, title, body, day, address, reviewBy }];
  });
}

async function listAddressed(
  read: Queries,
  audienceIds: readonly string[],
  campaignIds: readonly string[],
): Promise<Map<string, string>> {
  if (audienceIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("campaign_audience")
    .select(["audience_id as id", "campaign_id"])
    .where("audience_id", "in", audienceIds)
    .where("campaign_id", "in", campaignIds)
    .execute();
  return firstOf(rows, campaignIds);
}

/** The first of the campaigns that knows each of these people: all of them know who is on a public list. */
async function listKnown(
  read: Queries,
  contactIds: readonly string[],
  campaignIds: readonly string[],
): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map();
  const rows = await read
    .selectFrom("contact")
    .innerJoin("campaign", (on) => on.on("campaign.id", "in", campaignIds))
    .select(["contact.id", "campaign.id as campaign_id"])
    .where("contact.id", "in", contactIds)
    .where(isOfferedIn(sql.ref("campaign.id")))
    .execute();
  return firstOf(rows, campaignIds);
}

function firstOf(rows: readonly { id: string; campaign_id: string }[], campaignIds: readonly string[]) {
  const rank = (id: string) => campaignIds.indexOf(id);
  const last = rows.toSorted((a, b) => rank(b.campaign_id) - rank(a.campaign_id));
  return new Map(last.map((row) => [row.id, row.campaign_id]));
}

type Place = { key: string; day: CalendarDate | null; address: string | null; reviewBy: CalendarDate | null };

/** The day of what has one, and what stands for it in an address where that is not its id. */
async function listPlaces(read: Queries, idsOf: (kind: FoundKind) => string): Promise<Map<string, Place>> {
  const among = (kind: FoundKind) => sql`(SELECT value FROM json_each(${idsOf(kind)}))`;
  const found = await sql<Place>`
    SELECT 'outreach event ' || id AS key, day, id AS address, NULL AS reviewBy FROM outreach_event
      WHERE id IN ${among("outreach event")}
    UNION ALL
    SELECT 'outcome ' || o.id, v.day, o.id, NULL FROM outcome o JOIN outreach_event v ON v.id = o.outreach_event_id
      WHERE o.id IN ${among("outcome")}
    UNION ALL
    SELECT 'follow-up ' || id, due_on, outreach_event_id, NULL FROM follow_up WHERE id IN ${among("follow-up")}
    UNION ALL
    SELECT 'key message ' || m.id, NULL, CAST(m.number AS TEXT), ${oldestReview("message_proof_point", "key_message_id", "m.id")}
      FROM key_message m WHERE m.id IN ${among("key message")}
    UNION ALL
    SELECT 'framing ' || f.id, NULL, m.number || '/framings/' || f.id,
      ${oldestReview("message_proof_point", "key_message_id", "m.id")}
      FROM framing f JOIN key_message m ON m.id = f.key_message_id WHERE f.id IN ${among("framing")}
    UNION ALL
    SELECT 'proof point ' || id, NULL, code, review_by FROM proof_point WHERE id IN ${among("proof point")}
    UNION ALL
    SELECT 'objection ' || o.id, NULL, o.code, ${oldestReview("objection_proof_point", "objection_id", "o.id")}
      FROM objection o WHERE o.id IN ${among("objection")}`.execute(read);
  return new Map(found.rows.map((row) => [row.key, row]));
}

/** When the first of the proof points in use on which a record leans has to be reviewed. */
function oldestReview(links: string, column: string, record: string): RawBuilder<string | null> {
  return sql`(SELECT min(p.review_by) FROM ${sql.table(links)} l JOIN proof_point p ON p.id = l.proof_point_id
    WHERE ${sql.ref(`l.${column}`)} = ${sql.ref(record)} AND p.retired_at IS NULL)`;
}

/**
 * Puts the pieces that the search index is stored in together: what was taken out of it is then gone from its bytes,
 * and from those of the log.
 */
export async function purgeSearchIndex(
  database: Pick<Database, "writeUnrecorded" | "renewLog">,
  atOnce = PAGES_AT_ONCE,
): Promise<void> {
  let pages = -atOnce;
  // As SQLite says: the first piece negative, so that everything is put together; done when a piece has changed nothing.
  for (let piece = 0; piece < MOST_PIECES; piece += 1) {
    const changed = await database.writeUnrecorded(async (write) => {
      const before = await changesSoFar(write);
      await sql`INSERT INTO search_text (search_text, rank) VALUES ('merge', ${pages})`.execute(write);
      return (await changesSoFar(write)) - before;
    });
    if (changed < 2) break;
    pages = atOnce;
  }
  await database.renewLog();
}

/** Some 10 ms of writing at full size; whoever saves meanwhile is let in between two pieces. */
const PAGES_AT_ONCE = 64;
const MOST_PIECES = 100_000;

async function changesSoFar(write: Kysely<UnrecordedSchema>): Promise<number> {
  const { rows } = await sql<{ changes: number }>`SELECT total_changes() AS changes`.execute(write);
  return rows[0]?.changes ?? 0;
}

/** Which of the found messages, events and papers a hold marks at `now`, by their ids. */
export async function listFoundOnHold(
  read: Queries,
  found: readonly FoundRecord[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const idsOf = (kind: FoundKind) => found.filter((one) => one.kind === kind).map(({ id }) => id);
  const [messages, events, papers] = await Promise.all([
    listHoldsOnMessages(read, idsOf("key message")),
    listHoldsOnEvents(read, idsOf("outreach event"), now),
    listHoldsOnPapers(read, idsOf("talking points")),
  ]);
  return new Set([...messages.keys(), ...events.keys(), ...papers.keys()]);
}
