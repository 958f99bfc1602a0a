import { expressionBuilder, type Kysely, type Selectable, sql } from "kysely";
import { HISTORY_SHOWN } from "#app/text/cut.ts";
import type { RecordedTable, RecordKind } from "./change.server.ts";
import { keptAnswer } from "./kept-answer.server.ts";
import { eachIn, keptQuery, type Place } from "./kept-query.server.ts";
import { withNames } from "./record-names.server.ts";
import type { Schema } from "./schema.ts";

export type FieldChange = {
  table: string;
  rowId: string;
  column: string;
  before: string | number | null;
  after: string | number | null;
};

export type RecordedChange = ReturnType<typeof recordedChange>;

const shown = HISTORY_SHOWN + 1;

/** The history of a record, newest first, at most the `limit` newest changes: who, when, and what each field was. */
export const listChanges = keptAnswer(
  async (read, kind: RecordKind, recordId: string, limit: number = shown) => {
    const changes = await changesOf(read, { kind, id: recordId, limit });
    const fields = await listFields(
      read,
      changes.map(({ id }) => id),
    );
    return changes.map((row) => recordedChange(row, fields.get(row.id) ?? []));
  },
);

const changesOf = keptQuery((read, place: Place<"kind" | "id" | "limit">) =>
  read
    .selectFrom("change")
    .innerJoin("account", "account.id", "change.account_id")
    .leftJoin("change as undoing", "undoing.undoes", "change.id")
    .select(["change.id", "change.made_at", "change.account_id", "change.channel", "change.action"])
    .select(["change.summary", "change.undoes", "account.name", "undoing.id as undoing_id"])
    .where(sql<string>`change.record_kind`, "=", place("kind"))
    .where("change.record_id", "=", place("id"))
    .orderBy("change.made_at", "desc")
    .orderBy(sql`change.rowid`, "desc")
    .limit(sql<number>`${place("limit")}`),
);

type ChangeRow = Pick<Selectable<Schema["change"]>, "id" | "made_at" | "account_id" | "channel"> &
  Pick<Selectable<Schema["change"]>, "action" | "summary" | "undoes"> & {
    name: string;
    undoing_id: string | null;
  };

function recordedChange(row: ChangeRow, fields: FieldChange[]) {
  return {
    id: row.id,
    madeAt: row.made_at,
    accountId: row.account_id,
    accountName: row.name,
    channel: row.channel,
    action: row.action,
    summary: row.summary,
    /** The change that this one undid. */
    undoes: row.undoes,
    isUndone: row.undoing_id !== null,
    fields,
  };
}

/** A row whose history is asked for. */
export type HistoricRow = { table: RecordedTable; id: string };

/**
 * The history of rows, whatever record a change was described by: an import changes many contacts at once. Newest
 * first; of changes made inside campaigns only those of the given one.
 */
export const listRowChanges = keptAnswer(async (read, campaignId: string, rows: readonly HistoricRow[]) => {
  const found = await historyOf(rows.length)(read, valuesOf(campaignId, rows));
  const fields = await fieldsByChange(
    read,
    found.map(({ id, ...row }) => ({ change_id: id, ...row })),
  );
  return [...new Map(found.map((row) => [row.id, row])).values()].map((row) =>
    recordedChange(row, fields.get(row.id) ?? []),
  );
});

function valuesOf(campaign: string, rows: readonly HistoricRow[]): Record<string, string> {
  const byPlace = rows.flatMap(({ table, id }, index) => [
    [`table ${index}`, table],
    [`row ${index}`, id],
  ]);
  return { campaign, ...Object.fromEntries(byPlace) };
}

const mostKept = 8;
const keptHistories = new Map<number, ReturnType<typeof rowChanges>>();

/** Kept for each small number of rows: from a list in JSON SQLite would go through every change of the campaign. */
function historyOf(count: number): ReturnType<typeof rowChanges> {
  const known = keptHistories.get(count) ?? rowChanges(count);
  if (count <= mostKept) keptHistories.set(count, known);
  return known;
}

function rowChanges(count: number) {
  const places = Array.from({ length: count }, (_, index) => [`table ${index}`, `row ${index}`] as const);
  return keptQuery((read, place: Place<string>) => {
    const isOfRows = expressionBuilder<Schema, "change_row">().or(
      places.map(([table, row]) =>
        expressionBuilder<Schema, "change_row">()("change_row.table_name", "=", place(table)).and(
          "change_row.row_id",
          "=",
          place(row),
        ),
      ),
    );
    const newest = read
      .selectFrom("change_row")
      .innerJoin("change", "change.id", "change_row.change_id")
      .select("change_row.change_id")
      .where(isOfRows)
      .where((eb) =>
        eb.or([eb("change.campaign_id", "is", null), eb("change.campaign_id", "=", place("campaign"))]),
      )
      .groupBy("change_row.change_id")
      .orderBy(sql`max(change_row.id)`, "desc")
      .limit(shown);
    return read
      .selectFrom(newest.as("newest"))
      .innerJoin("change_row", "change_row.change_id", "newest.change_id")
      .innerJoin("change", "change.id", "change_row.change_id")
      .innerJoin("account", "account.id", "change.account_id")
      .leftJoin("change as undoing", "undoing.undoes", "change.id")
      .select(["change.id", "change.made_at", "change.account_id", "change.channel", "change.action"])
      .select(["change.summary", "change.undoes", "account.name", "undoing.id as undoing_id"])
      .select([
        "change_row.table_name",
        "change_row.row_id",
        "change_row.before_json",
        "change_row.after_json",
      ])
      .where(isOfRows)
      .orderBy("change_row.id", "desc");
  });
}

async function listFields(
  read: Kysely<Schema>,
  changeIds: readonly string[],
): Promise<Map<string, FieldChange[]>> {
  if (changeIds.length === 0) return new Map();
  return fieldsByChange(read, await rowsOfChanges(read, { changes: JSON.stringify(changeIds) }));
}

type RowChange = Pick<Selectable<Schema["change_row"]>, "change_id" | "table_name" | "row_id"> &
  Pick<Selectable<Schema["change_row"]>, "before_json" | "after_json">;

/** What each change did to its fields; where one identifies a record, its name. */
async function fieldsByChange(
  read: Kysely<Schema>,
  rows: readonly RowChange[],
): Promise<Map<string, FieldChange[]>> {
  const fields = await withNames(
    read,
    rows.flatMap((row) =>
      fieldsOf(row.table_name, row.row_id, parse(row.before_json), parse(row.after_json)).map((field) => ({
        ...field,
        change: row.change_id,
      })),
    ),
  );
  const byChange = new Map<string, FieldChange[]>();
  for (const { change, ...field } of fields) {
    const list = byChange.get(change);
    if (list === undefined) byChange.set(change, [field]);
    else list.push(field);
  }
  return byChange;
}

const rowsOfChanges = keptQuery((read, place: Place<"changes">) =>
  read
    .selectFrom("change_row")
    .selectAll()
    .where("change_id", "in", eachIn(place("changes")))
    .orderBy("change_id")
    .orderBy("position"),
);

type Values = Record<string, string | number | null>;

function parse(json: string | null): Values {
  return json === null ? {} : JSON.parse(json);
}

function fieldsOf(table: string, rowId: string, before: Values, after: Values): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((column) => column !== "id" && column !== "version")
    .map((column) => ({ table, rowId, column, before: before[column] ?? null, after: after[column] ?? null }))
    .filter((field) => field.before !== field.after);
}
