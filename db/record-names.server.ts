import { type Kysely, sql } from "kysely";
import type { Schema } from "./schema.ts";

/** What a record is called, where another record has its identifier. */
const NAMES = [
  { table: "campaign", column: "name" },
  { table: "account", column: "name" },
  { table: "audience", column: "name" },
  { table: "contact", column: "name" },
  { table: "organisation", column: "name" },
  { table: "outreach_event", column: "title" },
  { table: "talking_points", column: "title" },
  { table: "objective", column: "sentence" },
  { table: "objection", column: "name" },
  { table: "proof_point", column: "code" },
  { table: "source", column: "code" },
  { table: "key_message", column: "number" },
  { table: "clearance_desk", column: "name" },
] as const satisfies readonly { table: keyof Schema; column: string }[];

/** Columns that hold an account without saying so in their name. */
const BY_PERSON: readonly string[] = [
  "made_by",
  "sent_by",
  "answered_by",
  "cleared_by",
  "drafted_by",
  "done_by",
  "answered_for",
  "asked_by",
  "checked_by",
  "lifted_by",
  "placed_by",
  "recorded_by",
  "requested_by",
  "resolved_by",
  "saved_by",
  "taken_by",
  "withdrawn_by",
];

type NamedBy = (typeof NAMES)[number];

/** Where the name stands of what a column identifies: that of the account for "owner_account_id". */
export function nameBehind(column: string): NamedBy | null {
  if (BY_PERSON.includes(column)) return NAMES.find(({ table }) => table === "account") ?? null;
  if (!column.endsWith("_id")) return null;
  const stem = column.slice(0, -3);
  const named = NAMES.filter(({ table }) => stem === table || stem.endsWith(`_${table}`));
  return named.sort((a, b) => b.table.length - a.table.length)[0] ?? null;
}

type Cell = string | number | null;
type Named = { column: string; before: Cell; after: Cell };

/** The same fields with the names of the records in them for their identifiers; one that is gone has none. */
export async function withNames<Field extends Named>(
  read: Kysely<Schema>,
  fields: readonly Field[],
): Promise<Field[]> {
  const wanted = Map.groupBy(
    fields.filter(({ column }) => nameBehind(column) !== null),
    ({ column }) => nameBehind(column),
  );
  const asked = [...wanted].flatMap(([by, some]) => {
    if (by === null) return [];
    const ids = JSON.stringify([...new Set(some.flatMap(({ before, after }) => [before, after]))]);
    return [
      sql`SELECT id, ${sql.ref(by.column)} AS name FROM ${sql.table(by.table)}
      WHERE id IN (SELECT value FROM json_each(${ids}))`,
    ];
  });
  const found =
    asked.length === 0
      ? []
      : (await sql<{ id: string; name: Cell }>`${sql.join(asked, sql` UNION ALL `)}`.execute(read)).rows;
  const names = new Map<Cell, Cell>(found.map(({ id, name }) => [id, name]));
  return fields
    .map((field) =>
      nameBehind(field.column) === null
        ? field
        : { ...field, before: names.get(field.before) ?? null, after: names.get(field.after) ?? null },
    )
    .filter(({ before, after }) => before !== after);
}
