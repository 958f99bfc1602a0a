import { z } from "zod";
import { formatAsOf, parseAsOf } from "#app/time/as-of.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { FieldErrors, FormValues, Option } from "./form-values.ts";
import { type Read, readForm, toldApart } from "./read-form.ts";

/** How a field is asked for: the maker of its type in `fields.ts` says it. */
export type Control =
  | "line"
  | "text"
  | "day"
  | "as of"
  | "select"
  | "radios"
  | "buttons"
  | "ticks"
  | "tick list"
  | "tick";

/** The lists of the campaign's own from which fields choose, by the field's name. */
export type ChoicesOf = Readonly<Record<string, readonly Option[]>>;

/** What leaves the house for people outside it. */
type Outside = "calendar file" | "copy for schedulers";

/** The words of a field, each said once: on the form, in a conflict and in the history. */
type Words = {
  control?: Control;
  label?: string;
  hint?: string;
  /** What the label says of a field that may be left empty. */
  optional?: boolean;
  /** What may be chosen, unless the page brings a list of the campaign's own. */
  options?: readonly Option[];
  /** The first choice of a list: nothing chosen. */
  none?: string;
  /** Stands side by side with the field before it. */
  beside?: boolean;
  rows?: number;
  size?: number;
  type?: "email";
  inputMode?: "numeric" | "decimal";
  /** The column that keeps it, where it is not the name in snake case. */
  column?: string;
  /** The documents for people outside that tell it. */
  leaves?: readonly Outside[];
  /** In a series it belongs to that one time: the others keep their own. */
  ofOneTime?: boolean;
};

declare module "zod" {
  // The words travel with the type of a field: `line(200, "Enter a title").meta({ label: "Title" })`.
  interface GlobalMeta extends Words {}
}

export type Field = Words & { name: string; label: string; control: Control; column: string };

/** A record, each of its fields once: its form, its reading, its conflict and its history are made from it. */
export type RecordOf<Shape extends z.ZodRawShape> = {
  fields: readonly Field[];
  /** What the form says; everything that is wrong with it at once. A day typed without its year is the one nearest to `today`. */
  read(form: FormData, today: CalendarDate): Read<Values<Shape>>;
  /** What stands in the form when it opens on these values; what is not among them stands empty. */
  typed(values: { readonly [Name in keyof Shape]?: unknown }): FormValues;
  /** What the fields say that may be left empty, where they are. */
  leftEmpty: LeftEmpty<Shape>;
  /** What the history calls its columns. */
  columns: Readonly<Record<string, string>>;
  /** The row that keeps these values: a column a field, in snake case; a tick is 1 or 0. */
  toRow(values: Values<Shape>): Row<Shape>;
  /** The values that a row keeps; that they are what the fields allow is the schema's to hold. */
  ofRow(row: { readonly [Column in keyof Row<Shape>]: unknown }): Values<Shape>;
};

type Values<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;
type LeftEmpty<Shape extends z.ZodRawShape> = {
  [Name in keyof Shape as undefined extends z.input<Shape[Name]> ? Name : never]: z.output<Shape[Name]>;
};
type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : "";
type Cell<Value> = Value extends boolean ? 0 | 1 : Value;
type Row<Shape extends z.ZodRawShape> = {
  [Name in keyof Values<Shape> & string as Snake<Name>]: Cell<Values<Shape>[Name]>;
};

/** The values of a record, as its form reads them. */
export type ValuesOf<Of> = Of extends RecordOf<infer Shape> ? Values<Shape> : never;

/** Makes a record of its fields; every field has a label and a control, or the product does not start. */
export function record<Shape extends z.ZodRawShape>(shape: Shape): RecordOf<Shape> {
  const schema = z.object(shape);
  const fields = Object.entries(shape).map(([name, type]) => fieldOf(name, z.globalRegistry.get(type)));
  return {
    fields,
    read: (form, today) => {
      const { dated, errors } = withDays(form, fields, today);
      const read = readForm(dated, schema);
      const wrong = toldApart({ ...(read.ok ? {} : read.errors), ...errors }, fields);
      return read.ok && Object.keys(errors).length === 0 ? read : { ok: false, errors: wrong };
    },
    typed: (values) =>
      Object.fromEntries(fields.map(({ name, control }) => [name, textsOf(control, values[name])])),
    leftEmpty: madeOf(
      Object.entries(shape).flatMap(([name, type]) => {
        const empty = z.safeParse(type, undefined);
        return empty.success ? [[name, empty.data] as const] : [];
      }),
    ),
    columns: Object.fromEntries(
      fields.map(({ label, column, control }) => [
        column,
        control === "tick" ? `${label} (1 yes, 0 no)` : label,
      ]),
    ),
    toRow: (values) => {
      const kept = new Map<string, unknown>(Object.entries(values));
      return madeOf(fields.map(({ name, column, control }) => [column, cellOf(control, kept.get(name))]));
    },
    ofRow: (row) => {
      const kept = new Map<string, unknown>(Object.entries(row));
      return madeOf(fields.map(({ name, column, control }) => [name, ofCell(control, kept.get(column))]));
    },
  };
}

function fieldOf(name: string, words: Words | undefined): Field {
  if (words?.label === undefined || words.control === undefined)
    throw new Error(`The field ${name} has no label or no control`);
  const { label, control, column = snakeCase(name) } = words;
  return { ...words, label, control, column, name };
}

/** The form with its days as the calendar writes them, and what is wrong with those that are none. */
function withDays(
  form: FormData,
  fields: readonly Field[],
  today: CalendarDate,
): { dated: FormData; errors: FieldErrors } {
  const dated = new FormData();
  for (const [name, value] of form.entries()) dated.append(name, value);
  const errors: Record<string, string> = {};
  for (const { name, control } of fields) {
    const typed = form.get(name);
    if (typeof typed !== "string") continue;
    if (control === "as of") dated.set(name, parseAsOf(typed, today) ?? typed);
    if (control !== "day") continue;
    const day = typed.trim() === "" ? { ok: true as const, date: "" } : parseDate(typed, today);
    if (day.ok) dated.set(name, day.date);
    else errors[name] = explainDateRefusal(day.reason);
  }
  return { dated, errors };
}

function textsOf(control: Control, value: unknown): readonly string[] {
  if (control === "tick") return value === true ? ["on"] : [];
  if (Array.isArray(value)) return control === "text" ? [value.join("\n")] : value.map(String);
  if (value === null || value === undefined) return [""];
  return [control === "as of" || control === "day" ? formatAsOf(String(value)) : String(value)];
}

function cellOf(control: Control, value: unknown): unknown {
  return control === "tick" ? Number(value) : value;
}

function ofCell(control: Control, cell: unknown): unknown {
  return control === "tick" ? cell === 1 : cell;
}

// The fields are those of the shape that the caller's type is made of, which TypeScript cannot follow through a list.
// biome-ignore lint/suspicious/noExplicitAny: see above
function madeOf(entries: readonly (readonly [string, unknown])[]): any {
  return Object.fromEntries(entries);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
