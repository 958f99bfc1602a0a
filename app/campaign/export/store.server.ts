import { type RawBuilder, sql } from "kysely";
import type { ExportedCell, ExportedRow, StoredKind } from "#app/documents/export-csv.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { nameBehind } from "#db/record-names.server.ts";
import type { Queries, Schema } from "#db/schema.ts";

type Table = keyof Schema;

/** What each table holds, in the words of DOMAIN.md, in the order of a reader's interest. */
const KINDS: readonly { table: Table; kind: string }[] = [
  { table: "campaign", kind: "campaigns" },
  { table: "objective", kind: "objectives" },
  { table: "objective_reading", kind: "objective readings" },
  { table: "key_message", kind: "key messages" },
  { table: "message_revision", kind: "message revisions" },
  { table: "proof_point", kind: "proof points" },
  { table: "source", kind: "sources" },
  { table: "objection", kind: "objections" },
  { table: "message_proof_point", kind: "proof points of messages" },
  { table: "message_objection", kind: "objections of messages" },
  { table: "proof_point_source", kind: "sources of proof points" },
  { table: "objection_source", kind: "sources of objections" },
  { table: "objection_proof_point", kind: "proof points of objections" },
  { table: "audience", kind: "audiences" },
  { table: "campaign_audience", kind: "audiences of campaigns" },
  { table: "stance_reading", kind: "stance readings" },
  { table: "organisation", kind: "organisations" },
  { table: "contact", kind: "contacts" },
  { table: "seat", kind: "seats" },
  { table: "audience_contact", kind: "contacts of audiences" },
  { table: "campaign_contact", kind: "contacts of campaigns" },
  { table: "outreach_event", kind: "outreach events" },
  { table: "outreach_event_audience", kind: "audiences of events" },
  { table: "outreach_event_message", kind: "messages of events" },
  { table: "outreach_event_participant", kind: "participants" },
  { table: "outreach_event_officer", kind: "officers of events" },
  { table: "event_series", kind: "repeated events" },
  { table: "event_series_exception", kind: "exceptions of repeated events" },
  { table: "body_meant_whole", kind: "bodies where both sides are meant" },
  { table: "outreach_wish", kind: "unscheduled events" },
  { table: "outreach_wish_audience", kind: "audiences of unscheduled events" },
  { table: "outreach_wish_message", kind: "messages of unscheduled events" },
  { table: "visit_member", kind: "members of visits" },
  { table: "visit_item", kind: "items of visits" },
  { table: "visit_part", kind: "who goes where" },
  { table: "visit_deadline", kind: "deadlines of visits" },
  { table: "visit_programme_copy", kind: "copies of programmes" },
  { table: "session_day", kind: "session days of Congress" },
  { table: "calendar_feed", kind: "calendar feeds" },
  { table: "talking_points", kind: "talking points" },
  { table: "talking_points_block", kind: "talking points blocks" },
  { table: "talking_points_footnote", kind: "talking points footnotes" },
  { table: "talking_points_version", kind: "talking points versions" },
  { table: "framing", kind: "framings" },
  { table: "framing_revision", kind: "framing revisions" },
  { table: "proof_point_check", kind: "checks of proof points" },
  { table: "clearance_desk", kind: "clearance desks" },
  { table: "clearance", kind: "clearances" },
  { table: "clearance_request", kind: "clearance requests" },
  { table: "clearance_reading", kind: "requests opened" },
  { table: "clearance_report", kind: "reports of releases" },
  { table: "clearance_comment", kind: "comments" },
  { table: "paper_copy", kind: "copies of talking points" },
  { table: "paper_copy_message", kind: "messages of copies" },
  { table: "message_hold", kind: "holds" },
  { table: "holding_line", kind: "holding lines" },
  { table: "holding_line_version", kind: "holding line versions" },
  { table: "new_line_notice", kind: "notices of new lines" },
  { table: "stopped_post", kind: "posts that a hold stopped" },
  { table: "hold_sighting", kind: "holds seen" },
  { table: "instruction", kind: "instructions" },
  { table: "instruction_target", kind: "what instructions apply to" },
  { table: "outcome", kind: "outcomes" },
  { table: "reception", kind: "receptions" },
  { table: "feedback", kind: "feedback" },
  { table: "outcome_objection", kind: "objections heard" },
  { table: "follow_up", kind: "follow-ups" },
  { table: "change_acknowledgement", kind: "changes looked at" },
  { table: "effectiveness_fit", kind: "estimates of parameters" },
  { table: "review", kind: "reviews" },
  { table: "review_person", kind: "people named in reviews" },
  { table: "correspondence", kind: "correspondence" },
  { table: "correspondence_version", kind: "correspondence versions" },
  { table: "account", kind: "accounts" },
  { table: "campaign_role", kind: "roles" },
  { table: "installation", kind: "installation" },
  { table: "change", kind: "changes" },
  { table: "change_row", kind: "changed records" },
];

/** What stays inside, and why nothing is lost with it. */
export const NOT_EXPORTED = {
  session: "who is signed in now",
  known_device: "the browsers in which someone has signed in",
  kept_form: "what someone was typing",
  mail: "letters that point to records, and when they were sent",
  library_entry: "the bytes of the message files, which `messages export` writes",
  search_entry: "made again from the records",
  audience_meeting: "computed from the records",
  audience_met: "computed from the records",
  contact_meeting: "computed from the records",
  person_to_see: "computed from the records",
  people_alike: "computed from the records",
  meeting_to_log: "computed from the records",
  logged_meetings: "computed from the records",
  message_heard: "computed from the records",
  message_heard_cell: "computed from the records",
  message_use: "computed from the records",
  wording_said: "computed from the records",
  objection_heard: "computed from the records",
  objection_last_heard: "computed from the records",
  figure_edition: "computed from the records",
  observation: "computed from the records",
  observation_cell: "computed from the records",
  observation_packed: "computed from the records",
  calendar_stamp: "counts changes to the calendar",
  observation_clock: "counts changes to observations",
} as const satisfies Partial<Record<Table, string>>;

export const EXPORTED_TABLES = KINDS.map(({ table }) => table);

const SECRETS: readonly string[] = ["password_hash", "set_up_link_hash", "token_hash"];

/** What leans on proof points, and the table that says on which. */
const LEANING: readonly { table: Table; by: Table; record: string }[] = [
  { table: "key_message", by: "message_proof_point", record: "key_message_id" },
  { table: "objection", by: "objection_proof_point", record: "objection_id" },
];

/** Columns of yes or no whose name does not begin with "is". */
const CLAIMS: readonly string[] = [
  "embassy_clears_alone",
  "own_draft_may_be_cleared",
  "silence_is_agreement",
  "cables_are_cleared",
  "hides_first_steps",
  "mail_shows_titles",
  "wants_digest",
  "wants_mail_at_once",
];

type Row = Readonly<Record<string, string | number | null>>;

/** So many records are read at once: what an export keeps in memory does not grow with the database. */
const AT_ONCE = 500;

/**
 * Every record, kind by kind, with a name beside each identifier of another record, and beside each proof point, and
 * each message and reply that leans on one, since when it is stale on `today`. Secrets stay inside. The records are read piece by piece while they are taken.
 */
export async function storedKinds(read: Queries, today: CalendarDate): Promise<StoredKind[]> {
  const columns = await columnsOf(read);
  return KINDS.map(({ table, kind }) => {
    const own = (columns.get(table) ?? []).flatMap((column) => [
      ...columnsFor(column),
      ...staleMark(table, column, today),
    ]);
    const shown = [...own, ...staleEvidence(table, today)];
    return {
      kind,
      headers: shown.map(({ header }) => header),
      pieces: () => piecesOf(read, table, shown),
    };
  });
}

async function* piecesOf(
  read: Queries,
  table: Table,
  shown: readonly Column[],
): AsyncGenerator<ExportedRow[]> {
  const beside = shown.flatMap(({ header, looksUp }) =>
    looksUp === null ? [] : [sql`, (${looksUp}) AS ${sql.id(header)}`],
  );
  const fields = sql`t.*${sql.join(beside, sql``)}`;
  let after = sql``;
  for (;;) {
    const { rows } = await sql<Row>`
      SELECT ${fields} FROM ${sql.table(table)} t ${after} ORDER BY t.id LIMIT ${AT_ONCE}`.execute(read);
    if (rows.length > 0) yield rows.map((row) => shown.map(({ cell }) => cell(row)));
    if (rows.length < AT_ONCE) return;
    after = sql`WHERE t.id > ${rows.at(-1)?.id}`;
  }
}

/** The columns of every table, for a header also where there is no record yet. */
async function columnsOf(read: Queries): Promise<Map<string, string[]>> {
  const found = await sql<{ table_name: string; name: string }>`
    SELECT m.name AS table_name, c.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' ORDER BY m.name, c.cid`.execute(read);
  const columns = new Map<string, string[]>();
  for (const { table_name, name } of found.rows) {
    if (!SECRETS.includes(name)) columns.set(table_name, [...(columns.get(table_name) ?? []), name]);
  }
  return columns;
}

/** `looksUp` finds in another record what a column shows; the row then has it under the header. */
type Column = { header: string; cell: (row: Row) => ExportedCell; looksUp: RawBuilder<unknown> | null };

function lookedUp(header: string, looksUp: RawBuilder<unknown>): Column {
  return { header, cell: (row) => row[header] ?? null, looksUp };
}

/** A stale proof point is marked wherever it shows, exports included (DOMAIN.md, rule 7). */
function staleMark(table: Table, column: string, today: CalendarDate): Column[] {
  const isOwn = table === "proof_point" && column === "review_by";
  if (!isOwn && column !== "proof_point_id") return [];
  const id = sql.ref(isOwn ? "t.id" : "t.proof_point_id");
  const since = sql`SELECT date(p.review_by, '+1 day') FROM proof_point p
    WHERE p.id = ${id} AND p.retired_at IS NULL AND p.review_by < ${today}`;
  return [lookedUp(isOwn ? "stale since" : "proof point stale since", since)];
}

/** What a message or a reply leans on that is stale: "P17 since 2026-04-01" for each. */
function staleEvidence(of: Table, today: CalendarDate): Column[] {
  return LEANING.filter(({ table }) => table === of).map(({ by, record }) =>
    lookedUp(
      "stale evidence",
      sql`SELECT group_concat(p.code || ' since ' || date(p.review_by, '+1 day'), ', ' ORDER BY l.id)
        FROM ${sql.table(by)} l JOIN proof_point p ON p.id = l.proof_point_id
        WHERE ${sql.ref(`l.${record}`)} = t.id AND p.retired_at IS NULL AND p.review_by < ${today}`,
    ),
  );
}

/** "owner_account_id" gives "owner account id" and "owner account"; "is_administrator" gives yes or no. */
function columnsFor(column: string): Column[] {
  const words = column.replaceAll("_", " ");
  if (column.startsWith("is_") || CLAIMS.includes(column)) {
    const cell = (row: Row) => (row[column] === null ? null : row[column] === 1);
    return [{ header: words.replace(/^is /, ""), cell, looksUp: null }];
  }
  const value = (row: Row) => row[column] ?? null;
  const known = nameBehind(column);
  if (known === null) return [{ header: words, cell: value, looksUp: null }];
  const header = column.endsWith("_id") ? words.slice(0, -3) : words;
  const name = sql`SELECT n.${sql.ref(known.column)} FROM ${sql.table(known.table)} n
    WHERE n.id = ${sql.ref(`t.${column}`)}`;
  return [{ header: `${header} id`, cell: value, looksUp: null }, lookedUp(header, name)];
}
