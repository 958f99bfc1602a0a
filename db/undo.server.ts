import type { Kysely, Selectable } from "kysely";
import { refuseDesksAsLeft } from "#app/campaign/clearances/desk-standing.server.ts";
import { changesUsedPaper } from "#app/campaign/undo/frozen-papers.server.ts";
import type { UndoRefusal } from "#app/campaign/undo/undo.ts";
import { mayUndo } from "#app/campaign/undo/undo-permission.server.ts";
import type { Author, RecordedWork } from "./change.server.ts";
import type { Database } from "./database.server.ts";
import { primaryCodeOf } from "./database-trouble.server.ts";
import type { RowWriter } from "./recorded-rows.server.ts";
import type { Schema } from "./schema.ts";
import type { Row } from "./sqlite3-connection.server.ts";

export type Undone = { ok: true; changeId: string; location: string } | ({ ok: false } & UndoRefusal);

/**
 * A clearance, and a desk's word for one, is undone by a new version of the text; an address of a calendar by revoking it and
 * making another; setting the installation up by nothing.
 */
export const finalTables: readonly string[] = ["clearance", "installation", "paper_copy", "calendar_feed"];
export const finalActions: readonly string[] = ["erased", "given a new password", "agreed"];

/**
 * Puts back what each row of a change was, as a change of its own, so that undoing can be undone.
 * Only its author may, while they may still make the change that undoing makes, and only while nothing has changed since;
 * asked a second time it answers with the first undoing.
 */
export async function undoChange(database: Database, author: Author, changeId: string): Promise<Undone> {
  const original = await database.read
    .selectFrom("change")
    .selectAll()
    .where("id", "=", changeId)
    .executeTakeFirst();
  if (original === undefined) return { ok: false, reason: "cannot-be-undone" };
  if (original.account_id !== author.accountId) return { ok: false, reason: "not-yours" };
  const earlier = await findUndoing(database, changeId);
  if (earlier !== null) return { ok: true, ...earlier };
  const rows = await database.read
    .selectFrom("change_row")
    .selectAll()
    .where("change_id", "=", changeId)
    .orderBy("position", "desc")
    .execute();
  if (isFinal(original.action, rows) || isSettled(original, author.now))
    return { ok: false, reason: "cannot-be-undone" };
  return attempt(database, author, original, rows);
}

type OriginalChange = Selectable<Schema["change"]>;
type OriginalRow = Selectable<Schema["change_row"]>;

async function findUndoing(
  database: Database,
  changeId: string,
): Promise<{ changeId: string; location: string } | null> {
  const row = await database.read
    .selectFrom("change")
    .select(["id", "location"])
    .where("undoes", "=", changeId)
    .executeTakeFirst();
  return row === undefined ? null : { changeId: row.id, location: row.location };
}

function isFinal(action: string, rows: readonly OriginalRow[]): boolean {
  return finalActions.includes(action) || rows.some((row) => finalTables.includes(row.table_name));
}

const DAY_MS = 86_400_000;

/** A review that has stood for a day may have been sent, and what it froze stands nowhere else: it is withdrawn, not undone. */
function isSettled({ record_kind, made_at }: OriginalChange, now: Date): boolean {
  return record_kind === "review" && now.getTime() - Date.parse(made_at) > DAY_MS;
}

async function attempt(
  database: Database,
  author: Author,
  original: OriginalChange,
  rows: readonly OriginalRow[],
): Promise<Undone> {
  try {
    const what = { undoes: original.id, campaignId: original.campaign_id };
    const result = await database.undoing(author, what, (under) => putBackAll(under, original, rows));
    return result.ok ? { ok: true, changeId: result.changeId, location: result.location } : result;
  } catch (error) {
    // A unique name taken since, or a row that another now needs: the state is no longer the one that was left.
    if (primaryCodeOf(error) === "SQLITE_CONSTRAINT") return { ok: false, reason: "changed-since" };
    throw error;
  }
}

type PutBack = { ok: true } | ({ ok: false } & UndoRefusal);

async function putBackAll(
  { change, rows: writer, record }: RecordedWork,
  original: OriginalChange,
  rows: readonly OriginalRow[],
): Promise<PutBack> {
  const { accountId } = change.author;
  if (!(await mayUndo(change.read, accountId, { campaignId: original.campaign_id, rows })))
    return { ok: false, reason: "not-allowed" };
  if (await takesAwayWhatIsRated(change.read, rows)) return { ok: false, reason: "has-ratings" };
  for (const row of rows) {
    const result = await putBack({ writer, record }, row);
    if (!result.ok) return result;
  }
  if (await leavesOutcomeUnheld(change.read, rows)) return { ok: false, reason: "something-depends-on-it" };
  if (await changesUsedPaper(change.read, rows)) return { ok: false, reason: "used-is-frozen" };
  const needed = await leavesDesksAmiss(change.read, rows);
  if (needed !== null) return { ok: false, ...needed };
  const isGone = rows.some((row) => row.row_id === original.record_id && row.before_json === null);
  change.describe({
    // The kind was checked when the change was made; the column is text.
    recordKind: original.record_kind as Parameters<typeof change.describe>[0]["recordKind"],
    recordId: original.record_id,
    action: "undone",
    summary: `Undone: ${original.summary}`,
    location: isGone ? pageAbove(original.location, original.record_id) : original.location,
  });
  return { ok: true };
}

/** A message, or an audience of a campaign, that has notes stays, or its notes would tell of nothing. Source: EFFECTIVENESS.md §13. */
async function takesAwayWhatIsRated(read: Kysely<Schema>, rows: readonly OriginalRow[]): Promise<boolean> {
  for (const { table_name, row_id, before_json, after_json } of rows) {
    if (before_json !== null) continue;
    const added = rowFrom(after_json);
    const noted = read.selectFrom("observation_cell").select("n").limit(1);
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
async function leavesOutcomeUnheld(read: Kysely<Schema>, rows: readonly OriginalRow[]): Promise<boolean> {
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

/** A desk that is asked keeps its side, and a desk of each side stands, also where undoing asks it or changes it. */
async function leavesDesksAmiss(
  read: Kysely<Schema>,
  rows: readonly OriginalRow[],
): Promise<UndoRefusal | null> {
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
async function findCampaignThatStands(read: Kysely<Schema>, campaignId: string): Promise<string | null> {
  const row = await read.selectFrom("campaign").select("id").where("id", "=", campaignId).executeTakeFirst();
  return row?.id ?? null;
}

type Putting = { writer: RowWriter; record: RecordedWork["record"] };

async function putBack({ writer, record }: Putting, row: OriginalRow): Promise<PutBack> {
  const current = await writer.find(row.table_name, row.row_id);
  const before = rowFrom(row.before_json);
  const after = rowFrom(row.after_json);
  if (!isAsLeft(current, after)) return { ok: false, reason: "changed-since" };
  if (current === null) {
    if (before !== null) record([await writer.insert(row.table_name, nextVersion(before))]);
    return { ok: true };
  }
  if (before !== null) {
    record([await writer.update(row.table_name, current, withoutCounts(before))]);
    return { ok: true };
  }
  if (await writer.isReferredTo(row.table_name, row.row_id))
    return { ok: false, reason: "something-depends-on-it" };
  record(await writer.remove(row.table_name, current));
  return { ok: true };
}

/** The same content is the same state, whatever version number undoing has given it meanwhile. */
function isAsLeft(current: Row | null, after: Row | null): boolean {
  if (current === null || after === null) return current === after;
  return Object.entries(withoutCounts(after)).every(([column, value]) => current[column] === value);
}

function rowFrom(json: string | null): Row | null {
  return json === null ? null : JSON.parse(json);
}

/** What counts how often a record has changed: undoing changes it once more, and puts no count back. */
const COUNTS: readonly string[] = ["version", "sequence_lead"];

function withoutCounts(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !COUNTS.includes(column)));
}

function nextVersion(row: Row): Row {
  return { ...row, version: Number(row.version) + 1 };
}

/** The list that a record was on, when its own page is gone with it. */
function pageAbove(location: string, recordId: string): string {
  const position = location.indexOf(`/${recordId}`);
  return position > 0 ? location.slice(0, position) : location;
}
