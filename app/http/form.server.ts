import { formatPath, parsePath, parseSubmission } from "@conform-to/dom/future";
import { type AppLoadContext, data, redirect } from "@remix-run/node";
import type { ZodError, ZodType } from "zod";
import type { FormKind } from "./form-read.ts";
import type { FieldErrors, FormValues, RefusedForm, StaleRecord } from "./form-values.ts";
import { refusal } from "./refusal.ts";

const SECRET_FIELDS = ["password", "newPassword", "currentPassword"];

/** Reads the form of somebody who may send it. One that is too large, or none of ours, is refused. */
export async function receiveForm(context: AppLoadContext, kind: FormKind): Promise<FormData> {
  const answer = await context.receiveForm(kind);
  if (!answer.ok) throw refusal(answer.refusal.sentence, answer.refusal.status);
  return checked(answer.form, kind);
}

/** What somebody sent whose session has ended, without files; null where it is more than can be kept. */
export async function receiveFormOfNobody(context: AppLoadContext): Promise<FormData | null> {
  const answer = await context.receiveForm("form of nobody");
  if (answer.ok) return checked(answer.form, "form of nobody");
  if (answer.refusal.status === 413) return null;
  throw refusal(answer.refusal.sentence, answer.refusal.status);
}

/** A NUL character, a file (where none is asked for) or an odd name are no form of ours: 400. */
function checked(form: FormData, kind: FormKind): FormData {
  for (const [name, value] of form.entries()) {
    if (!isFieldName(name)) throw refusal("This form has a field that no form here has.", 400);
    if (kind === "form" && typeof value !== "string" && value.size > 0)
      throw refusal("This form takes no files.", 400);
    if (name.includes("\0") || (typeof value === "string" && value.includes("\0"))) {
      throw refusal(
        "The text holds a NUL character, which cannot be stored. Go back, remove it and send it again.",
        400,
      );
    }
  }
  return form;
}

/** Names are read as paths, like `followUps[0].text`; one that could reach an object's own making is refused there. */
function isFieldName(name: string): boolean {
  try {
    parsePath(name);
    return !(name in Object.prototype);
  } catch {
    return false;
  }
}

/** Everything that was typed, by field name, without passwords. Line ends are as the browser had them before sending. */
export function valuesOf(form: FormData): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || SECRET_FIELDS.includes(name)) continue;
    values.set(name, [...(values.get(name) ?? []), value.replaceAll("\r\n", "\n")]);
  }
  return Object.fromEntries(values);
}

export type Read<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

/**
 * Checks a form against its schema. Names like `followUps[0].text` arrive nested; a field that is absent or empty is
 * undefined to the schema's `optional`, and CRLF has become LF. Empty fields of a row stay, so that rows keep their places.
 */
export function readForm<Value>(form: FormData, schema: ZodType<Value>): Read<Value> {
  const clean = new FormData();
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string" || (value === "" && !isOfRow(name))) continue;
    clean.append(name, value.replaceAll("\r\n", "\n"));
  }
  const read = schema.safeParse(parseSubmission(clean).payload, { error: saidOf });
  return read.success ? { ok: true, value: read.data } : { ok: false, errors: errorsByField(read.error) };
}

/** What is said of a field whose schema has no sentence of its own. */
function saidOf(issue: { code: string; origin?: unknown; maximum?: unknown }): string {
  if (issue.code !== "too_big") return "Choose one of the list";
  const most = Number(issue.maximum).toLocaleString("en-GB");
  return issue.origin === "string" ? `Use ${most} characters at most` : `Take ${most} at most`;
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

/** The form as it was typed, with what is wrong at each field: 400. */
export function refuseForm(form: FormData, errors: FieldErrors) {
  return data<RefusedForm>({ values: valuesOf(form), errors, stale: null }, { status: 400 });
}

/** A rule of the campaign stands against it: 409 with the reason in words, and the form as it was typed. */
export function refuseByRule(form: FormData, sentence: string) {
  return data<RefusedForm>(
    { values: valuesOf(form), errors: { "": sentence }, stale: null },
    { status: 409 },
  );
}

/** Somebody saved the record first: 409 with both texts. The version becomes theirs, so that saving again keeps mine. */
export function refuseStale(form: FormData, stale: StaleRecord) {
  const values = { ...valuesOf(form), version: [String(stale.version)] };
  return data<RefusedForm>({ values, errors: {}, stale }, { status: 409 });
}

/** Sends the browser on after a change; the page there says what was done and offers Undo. */
export function afterChange(changed: { changeId: string; location: string }) {
  const [path = "/", fragment] = changed.location.split("#");
  const sign = path.includes("?") ? "&" : "?";
  return redirect(
    `${path}${sign}done=${encodeURIComponent(changed.changeId)}${fragment === undefined ? "" : `#${fragment}`}`,
    303,
  );
}
