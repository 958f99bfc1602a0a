import { sql } from "kysely";
import { refuseDesksAsLeft } from "#app/campaign/clearances/desk-standing.server.ts";
import type { ClearanceSubject } from "#app/campaign/clearances/store.server.ts";
import type { Author } from "#db/change.server.ts";
import type { Database } from "#db/database.server.ts";
import {
  type OriginalChange,
  type OriginalRow,
  putChangeBack,
  rowFrom,
  type Undone,
  type UndoRules,
} from "#db/put-change-back.server.ts";
import type { Queries } from "#db/schema.ts";
import type { UndoRefusal } from "./undo-in-words.ts";
import { undoneInWords } from "./undo-in-words.ts";
import { mayUndo } from "./undo-permission.server.ts";

/**
 * Undoes a change that this author made, as a change of its own. They must be allowed now to make the change that undoing
 * makes; a second time it answers with the first undoing.
 */
export function undoChange(
  database: Database,
  author: Author,
  changeId: string,
): Promise<Undone<UndoRefusal>> {
  return putChangeBack(database, author, changeId, RULES);
}

const RULES: UndoRules<UndoRefusal> = {
  async before(by, original, rows, read) {
    if (isFinal(original.action, rows) || isSettled(original, by.now)) return { reason: "cannot-be-undone" };
    if (!(await mayUndo(read, by.accountId, { campaignId: original.campaign_id, rows })))
      return { reason: "not-allowed" };
    return (await takesAwayWhatIsRated(read, rows)) ? { reason: "has-ratings" } : null;
  },
  async after(rows, read) {
    if (await leavesOutcomeUnheld(read, rows)) return { reason: "something-depends-on-it" };
    if (await takesAwayWhatDesksSaw(read, rows)) return { reason: "something-depends-on-it" };
    if (await changesUsedPaper(read, rows)) return { reason: "used-is-frozen" };
    return leavesDesksAmiss(read, rows);
  },
  words(original, rows) {
    const removed = (table: string) =>
      rows.filter(({ table_name, before_json }) => table_name === table && before_json === null).length;
    return undoneInWords(original.summary, {
      logs: removed("outcome"),
      events: removed("outreach_event"),
      followUps: removed("follow_up"),
    });
  },
};

/**
 * A clearance, and a desk's word for one, is undone by a new version of the text; an address of a calendar by revoking it and
 * making another; setting the installation up by nothing.
 */
const finalTables: readonly string[] = ["clearance", "installation", "paper_copy", "calendar_feed"];
const finalActions: readonly string[] = ["erased", "given a new password", "agreed"];

/** Tables whose words the history leaves out: a row of theirs that undoing took away cannot come again. */
const keptWithoutWords: readonly string[] = ["correspondence_version", "review", "review_person"];

/** Whether a change with these rows stays whoever asks, now and later: no Undo is offered beside it. */
export function isFinal(action: string, rows: readonly ChangedRow[]): boolean {
  return (
    finalActions.includes(action) ||
    rows.some((row) => finalTables.includes(row.table_name) || takesWordsAway(row))
  );
}

/** What somebody has written in a letter stands in that version alone; the first is drafted by rule. */
function takesWordsAway({ table_name, after_json }: ChangedRow): boolean {
  const left = rowFrom(after_json);
  if (left === null) return keptWithoutWords.includes(table_name);
  return table_name === "correspondence_version" && Number(left.number) > 1;
}

const DAY_MS = 86_400_000;

/** A review that has stood for a day may have been sent, and what it froze stands nowhere else: it is withdrawn, not undone. */
function isSettled({ record_kind, made_at }: OriginalChange, now: Date): boolean {
  return record_kind === "review" && now.getTime() - Date.parse(made_at) > DAY_MS;
}

/** A message, or an audience of a campaign, that has notes stays, or its notes would tell of nothing. Source: EFFECTIVENESS.md §13. */
async function takesAwayWhatIsRated(read: Queries, rows: readonly OriginalRow[]): Promise<boolean> {
  const own = rows.flatMap((row) =>
    row.table_name === "outcome" && row.before_json === null ? [row.row_id] : [],
  );
  for (const { table_name, row_id, before_json, after_json } of rows) {
    if (before_json !== null) continue;
    const added = rowFrom(after_json);
    // A log that goes with what it rates, as it came with it, is no note that stays behind.
    const noted = read
      .selectFrom("observation")
      .select("source_id")
      .$if(own.length > 0, (query) => query.where("source_id", "not in", own))
      .limit(1);
    const ofRow = {
      key_message: () => noted.where("key_message_id", "=", row_id),
      audience: () => noted.where("audience_id", "=", row_id),
      campaign_audience: () =>
        noted
          .where("campaign_id", "=", String(added?.campaign_id))
          .where("audience_id", "=", String(added?.audience_id)),
    }[table_name];
    if ((await ofRow?.().executeTakeFirst()) !== undefined) return true;
  }
  return false;
}

/** An event of which an outcome stays on record was held: undoing must not say otherwise. */
async function leavesOutcomeUnheld(read: Queries, rows: readonly OriginalRow[]): Promise<boolean> {
  const events = rows.filter((row) => row.table_name === "outreach_event").map((row) => row.row_id);
  if (events.length === 0) return false;
  const unheld = await read
    .selectFrom("outcome")
    .innerJoin("outreach_event as event", "event.id", "outcome.outreach_event_id")
    .select("outcome.id")
    .where("event.id", "in", events)
    .where("event.result", "<>", "held")
    .limit(1)
    .executeTakeFirst();
  return unheld !== undefined;
}

/** A text that was put to desks, or cleared, stays: what they were asked about stands in it. No key of theirs names it. */
async function takesAwayWhatDesksSaw(read: Queries, rows: readonly OriginalRow[]): Promise<boolean> {
  const gone = JSON.stringify(rows.filter(({ before_json }) => before_json === null).flatMap(subjectOfRow));
  if (gone === "[]") return false;
  const { rows: seen } = await sql`select 1 from json_each(${gone}) as gone join (
      select subject_kind, subject_id, text_hash, cleared_at as at from clearance
      union all select subject_kind, subject_id, text_hash, sent_at from clearance_request
    ) as shown on subject_kind = gone.value ->> 'kind' and subject_id = gone.value ->> 'id'
    where text_hash = coalesce(gone.value ->> 'hash', text_hash) and at >= gone.value ->> 'since'
    limit 1`.execute(read);
  return seen.length > 0;
}

type Subject = ClearanceSubject & { hash: string | null; since: string };

/** What a row that is gone was to the desks; a version of a holding line, those words since they were written. */
function subjectOfRow({ table_name, row_id, after_json }: OriginalRow): Subject[] {
  if (table_name === "holding_line_version") {
    const version = rowFrom(after_json);
    const [hash, since] = [String(version?.text_hash), String(version?.made_at)];
    return [{ kind: "holding line", id: String(version?.holding_line_id), hash, since }];
  }
  const kind = SUBJECTS[table_name];
  return kind === undefined ? [] : [{ kind, id: row_id, hash: null, since: "" }];
}

const SUBJECTS: Readonly<Record<string, ClearanceSubject["kind"]>> = {
  message_revision: "message revision",
  framing_revision: "framing revision",
  objection: "objection",
  talking_points: "talking points",
  holding_line: "holding line",
  correspondence: "cable",
};

/** A desk that is asked keeps its side, and a desk of each side stands, also where undoing asks it or changes it. */
async function leavesDesksAmiss(read: Queries, rows: readonly OriginalRow[]): Promise<UndoRefusal | null> {
  for (const { table_name, row_id, before_json, after_json } of rows) {
    const isDesk = table_name === "clearance_desk";
    if (!isDesk && table_name !== "clearance_request") continue;
    const row = rowFrom(before_json ?? after_json);
    const deskId = isDesk ? row_id : String(row?.clearance_desk_id);
    const campaign = await findCampaignThatStands(read, String(row?.campaign_id));
    const refusal = campaign === null ? null : await refuseDesksAsLeft(read, campaign, [deskId]);
    if (refusal !== null) return { reason: "desk-is-needed", refusal };
  }
  return null;
}

/** Null where undoing has taken the campaign itself away, with its desks. */
async function findCampaignThatStands(read: Queries, campaignId: string): Promise<string | null> {
  const row = await read.selectFrom("campaign").select("id").where("id", "=", campaignId).executeTakeFirst();
  return row?.id ?? null;
}

type ChangedRow = Pick<OriginalRow, "table_name" | "row_id" | "before_json" | "after_json">;

const WORDS = ["title", "ask", "speaker", "objective"];

/** Whether rows of a change are words of a paper that is marked as used: those stay as they were, undone or not. */
async function changesUsedPaper(read: Queries, rows: readonly ChangedRow[]): Promise<boolean> {
  const papers = [...rows.flatMap(paperOfRow), ...(await papersOfFootnotes(read, rows))];
  if (papers.length === 0) return false;
  const used = await read
    .selectFrom("talking_points")
    .select("id")
    .where("id", "in", papers)
    .where("stage", "=", "used")
    .executeTakeFirst();
  return used !== undefined;
}

function paperOfRow(row: ChangedRow): readonly string[] {
  const [before, after] = [rowFrom(row.before_json), rowFrom(row.after_json)];
  if (row.table_name === "talking_points_block") return [String({ ...before, ...after }.talking_points_id)];
  const isReworded =
    row.table_name === "talking_points" && WORDS.some((word) => before?.[word] !== after?.[word]);
  return isReworded ? [row.row_id] : [];
}

/** A block that is gone with its footnotes is among the rows itself. */
async function papersOfFootnotes(read: Queries, rows: readonly ChangedRow[]): Promise<string[]> {
  const blocks = rows
    .filter((row) => row.table_name === "talking_points_footnote")
    .map((row) =>
      String({ ...rowFrom(row.before_json), ...rowFrom(row.after_json) }.talking_points_block_id),
    );
  if (blocks.length === 0) return [];
  const found = await read
    .selectFrom("talking_points_block")
    .select("talking_points_id as id")
    .where("id", "in", blocks)
    .execute();
  return found.map((block) => block.id);
}
