import type { Catalogue } from "./catalogue.server.ts";
import type { RecordedRow, RowWriter } from "./recorded-rows.server.ts";
import type { Connection, Row } from "./sqlite3-connection.server.ts";

/** A change as the history keeps it: who made it, where and when, and what it was. */
type KeptChange = {
  id: string;
  madeAt: string;
  accountId: string;
  channel: string;
  campaignId: string | null;
  recordKind: string;
  recordId: string;
  action: string;
  summary: string;
  location: string;
  submission: string | null;
  undoes: string | null;
};

/** Keeps a change in the history, with what its rows were and became. */
export async function keepChange(
  connection: Connection,
  change: KeptChange,
  recorded: readonly RecordedRow[],
): Promise<void> {
  await connection.run(
    `insert into change (id, made_at, account_id, channel, campaign_id, record_kind, record_id, action, summary, location, submission, undoes)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      change.id,
      change.madeAt,
      change.accountId,
      change.channel,
      change.campaignId,
      change.recordKind,
      change.recordId,
      change.action,
      change.summary,
      change.location,
      change.submission,
      change.undoes,
    ],
  );
  await connection.run(
    `insert into change_row (change_id, position, table_name, row_id, before_json, after_json)
     select ?, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(?)`,
    [change.id, JSON.stringify(recorded.map(storable))],
  );
}

/**
 * Never kept in the history: a secret stays where it is used, and what a review froze stays in the review alone, so that
 * a name can be erased from it; so do its seals, since an old one would tell which of a few names was the erased one.
 */
export const secretColumns: readonly string[] = [
  "password_hash",
  "set_up_link_hash",
  "token_hash",
  "frozen_json",
  "frozen_name",
  "frozen_hash",
  "names_hash",
];

function storable({ table, rowId, before, after }: RecordedRow): (string | null)[] {
  return [table, rowId, textOf(before), textOf(after)];
}

function textOf(row: Row | null): string | null {
  if (row === null) return null;
  if (!secretColumns.some((column) => column in row)) return JSON.stringify(row);
  return JSON.stringify(
    Object.fromEntries(Object.entries(row).filter(([column]) => !secretColumns.includes(column))),
  );
}

/** What is left of a row, or of what the history keeps of it; null where nothing is. */
export type Rewrite = (row: Row) => Row | null;

type Parts = {
  connection: Connection;
  catalogue: Catalogue;
  rows: RowWriter;
  record(rows: readonly RecordedRow[]): void;
};

/**
 * Rewrites a row and everything that the history keeps of it. The change under way says that the row was touched, and not
 * what it was; of a row without a history, a change itself among them, nothing is said.
 */
export async function eraseRow(
  { connection, catalogue, rows, record }: Parts,
  table: string,
  id: string,
  rewrite: Rewrite,
): Promise<void> {
  const before = await rows.find(table, id);
  if (before !== null) await rewriteRow({ connection, catalogue, rows, record }, table, before, rewrite);
  const kept = await connection.all(
    "select id, before_json, after_json from change_row where table_name = ? and row_id = ?",
    [table, id],
  );
  const texts = kept.map((row) => [row.id, anew(row.before_json, rewrite), anew(row.after_json, rewrite)]);
  await connection.run(
    `update change_row set before_json = value ->> 1, after_json = value ->> 2 from json_each(?)
     where change_row.id = value ->> 0`,
    [JSON.stringify(texts)],
  );
}

async function rewriteRow(
  { connection, catalogue, rows, record }: Parts,
  table: string,
  before: Row,
  rewrite: Rewrite,
): Promise<void> {
  const after = rewrite(before);
  if (after === null) {
    await rows.remove(table, before);
    return;
  }
  const differing = Object.entries(after).filter(([column, value]) => before[column] !== value);
  if (differing.length === 0) return;
  if (!catalogue.columnsOf(table).includes("version")) {
    const settings = differing.map(([column]) => `"${column}" = ?`).join(", ");
    const values = differing.map(([, value]) => value);
    await connection.run(`update "${table}" set ${settings} where id = ?`, [...values, before.id]);
    return;
  }
  const written = await rows.update(table, before, Object.fromEntries(differing));
  record([{ ...written, before: { ...written.after, version: before.version } }]);
}

function anew(json: unknown, rewrite: Rewrite): string | null {
  return typeof json === "string" ? textOf(rewrite(JSON.parse(json))) : null;
}
