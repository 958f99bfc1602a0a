import { formatPath, parseSubmission } from "@conform-to/dom/future";
import type { ZodError, ZodType } from "zod";
import { lowered } from "#app/text/in-words.ts";
import type { FieldErrors } from "./form-values.ts";

export type Read<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

/**
 * Checks a form against its schema. Names like `followUps[0].text` arrive nested; a field that is absent or empty is
 * undefined to the schema's `optional`, and CRLF has become LF. Empty fields of a row stay, so that rows keep their places.
 */
export function readForm<Value>(form: FormData, schema: ZodType<Value>): Read<Value> {
  const clean = new URLSearchParams();
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || (value === "" && !isOfRow(name))) continue;
    clean.append(name, value.replaceAll("\r\n", "\n"));
  }
  const read = schema.safeParse(parseSubmission(clean).payload, { error: saidOf });
  return read.success ? { ok: true, value: read.data } : { ok: false, errors: errorsByField(read.error) };
}

/** What is said of a field whose schema has no sentence of its own. */
function saidOf(issue: { code: string; origin?: unknown; maximum?: unknown }): string {
  if (issue.code !== "too_big") return "Choose one from the list";
  const most = Number(issue.maximum).toLocaleString("en-GB");
  return issue.origin === "string" ? `Use ${most} characters at most` : `Choose ${most} at most`;
}

/** What was read, unless something more is wrong with it: by field name, nothing where all is well. */
export function checkRead<Value>(read: Read<Value>, faultsOf: (value: Value) => FieldErrors): Read<Value> {
  if (!read.ok) return read;
  const errors = faultsOf(read.value);
  return Object.keys(errors).length === 0 ? read : { ok: false, errors };
}

/** What was read, and what is wrong beside what the fields say, known from several of them: everything at once. */
export function withFaults<Value>(read: Read<Value>, faults: FieldErrors): Read<Value> {
  return read.ok ? checkRead(read, () => faults) : { ok: false, errors: { ...read.errors, ...faults } };
}

/** Where several fields have the same sentence, each begins with the name of its field: a list of them has to tell. */
export function toldApart(errors: FieldErrors, fields: readonly { name: string; label: string }[]) {
  const all = Object.values(errors);
  const apart: Record<string, string> = { ...errors };
  for (const { name, label } of fields) {
    const words = errors[name] ?? "";
    if (all.indexOf(words) !== all.lastIndexOf(words)) apart[name] = `${label}: ${lowered(words)}`;
  }
  return apart;
}

function isOfRow(name: string): boolean {
  return name.includes("[");
}

function errorsByField(error: ZodError): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of error.issues) {
    const path = issue.path.filter((part) => typeof part !== "symbol");
    errors[formatPath(path)] ??= issue.message;
  }
  return errors;
}
