import type { Kysely, Selectable } from "kysely";
import type { Author, RecordedWork } from "./change.server.ts";
import type { Database } from "./database.server.ts";
import { primaryCodeOf } from "./database-trouble.server.ts";
import type { RowWriter } from "./recorded-rows.server.ts";
import type { Schema } from "./schema.ts";
import type { Row } from "./sqlite3-connection.server.ts";

/** Why the engine itself leaves a change as it is. */
export type PutBackRefusal = {
  reason: "changed-since" | "not-yours" | "cannot-be-undone" | "something-depends-on-it";
};

export type Undone<Refusal> =
  | { ok: true; changeId: string; location: string }
  | ({ ok: false } & (Refusal | PutBackRefusal));

export type OriginalChange = Selectable<Schema["change"]>;
export type OriginalRow = Selectable<Schema["change_row"]>;

/** What the campaign says of undoing: asked before the rows are put back, and of what stands after; null lets it go on. */
export type UndoRules<Refusal> = {
  before(
    by: Author,
    original: OriginalChange,
    rows: readonly OriginalRow[],
    read: Kysely<Schema>,
  ): Promise<Refusal | null>;
  after(rows: readonly OriginalRow[], read: Kysely<Schema>): Promise<Refusal | null>;
  /** The sentence that tells of the undoing. */
  words(original: OriginalChange, rows: readonly OriginalRow[]): string;
};

/**
 * Puts back what each row of a change was, as a change of its own, so that undoing can be undone.
 * Only its author may, by `rules`, and only while nothing has changed since; asked a second time it answers with the first
 * undoing.
 */
export async function putChangeBack<Refusal extends { reason: string }>(
  database: Database,
  author: Author,
  changeId: string,
  rules: UndoRules<Refusal>,
): Promise<Undone<Refusal>> {
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
  return attempt(database, author, original, rows, rules);
}

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

async function attempt<Refusal extends { reason: string }>(
  database: Database,
  author: Author,
  original: OriginalChange,
  rows: readonly OriginalRow[],
  rules: UndoRules<Refusal>,
): Promise<Undone<Refusal>> {
  try {
    const what = { undoes: original.id, campaignId: original.campaign_id };
    const result = await database.undoing(author, what, async (under) => {
      const refusal = await putBackAll(under, original, rows, rules);
      return refusal === null
        ? { ok: true as const }
        : { ok: false as const, reason: refusal.reason, refusal };
    });
    return result.ok
      ? { ok: true, changeId: result.changeId, location: result.location }
      : { ok: false, ...result.refusal };
  } catch (error) {
    // A unique name taken since, or a row that another now needs: the state is no longer the one that was left.
    if (primaryCodeOf(error) === "SQLITE_CONSTRAINT") return { ok: false, reason: "changed-since" };
    throw error;
  }
}

async function putBackAll<Refusal>(
  { change, rows: writer, record }: RecordedWork,
  original: OriginalChange,
  rows: readonly OriginalRow[],
  rules: UndoRules<Refusal>,
): Promise<Refusal | PutBackRefusal | null> {
  const against = await rules.before(change.author, original, rows, change.read);
  if (against !== null) return against;
  for (const batch of addedTogether(rows)) {
    const refusal = await putBackBatch({ writer, record }, batch);
    if (refusal !== null) return refusal;
  }
  const amiss = await rules.after(rows, change.read);
  if (amiss !== null) return amiss;
  const isGone = rows.some((row) => row.row_id === original.record_id && row.before_json === null);
  change.describe({
    // The kind was checked when the change was made; the column is text.
    recordKind: original.record_kind as Parameters<typeof change.describe>[0]["recordKind"],
    recordId: original.record_id,
    action: "undone",
    summary: rules.words(original, rows),
    location: isGone ? pageAbove(original.location, original.record_id) : original.location,
  });
  return null;
}

const MOST_TOGETHER = 1000;

/** The rows in their order; what was added to one table, row after row, in batches: an import adds thousands. */
function addedTogether(rows: readonly OriginalRow[]): OriginalRow[][] {
  const batches: OriginalRow[][] = [];
  for (const row of rows) {
    const last = batches.at(-1);
    const [first] = last ?? [];
    const isMore =
      first?.table_name === row.table_name && first.before_json === null && row.before_json === null;
    if (last !== undefined && isMore && last.length < MOST_TOGETHER) last.push(row);
    else batches.push([row]);
  }
  return batches;
}

/** Rows that were added go out together where no other row points to any of them; else each by itself, in order. */
async function putBackBatch(putting: Putting, batch: readonly OriginalRow[]): Promise<PutBackRefusal | null> {
  const { writer, record } = putting;
  const table = batch[0]?.table_name ?? "";
  const ids = batch.map(({ row_id }) => row_id);
  if (batch.length > 1 && !(await writer.isReferredTo(table, ids))) {
    const found = await writer.findMany(table, ids);
    const current = batch.flatMap(({ row_id }): Row[] => {
      const row = found.get(row_id);
      return row === undefined ? [] : [row];
    });
    const areAsLeft = batch.every((row) => isAsLeft(found.get(row.row_id) ?? null, rowFrom(row.after_json)));
    if (!areAsLeft || current.length < batch.length) return { reason: "changed-since" };
    record(await writer.removeMany(table, current));
    return null;
  }
  for (const row of batch) {
    const refusal = await putBack(putting, row);
    if (refusal !== null) return refusal;
  }
  return null;
}

type Putting = { writer: RowWriter; record: RecordedWork["record"] };

async function putBack({ writer, record }: Putting, row: OriginalRow): Promise<PutBackRefusal | null> {
  const current = await writer.find(row.table_name, row.row_id);
  const before = rowFrom(row.before_json);
  const after = rowFrom(row.after_json);
  if (!isAsLeft(current, after)) return { reason: "changed-since" };
  if (current === null) {
    if (before !== null) record([await writer.insert(row.table_name, nextVersion(before))]);
    return null;
  }
  if (before !== null) {
    record([await writer.update(row.table_name, current, withoutCounts(before))]);
    return null;
  }
  if (await writer.isReferredTo(row.table_name, [row.row_id])) return { reason: "something-depends-on-it" };
  record(await writer.remove(row.table_name, current));
  return null;
}

/** The same content is the same state, whatever version number undoing has given it meanwhile. */
function isAsLeft(current: Row | null, after: Row | null): boolean {
  if (current === null || after === null) return current === after;
  return Object.entries(withoutCounts(after)).every(([column, value]) => current[column] === value);
}

/** A row as a change kept it; null where it was not there. */
export function rowFrom(json: string | null): Row | null {
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
