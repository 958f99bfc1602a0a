import { parsePath } from "@conform-to/dom/future";
import type { AppLoadContext } from "@remix-run/node";
import { refusal } from "./fault.ts";
import type { FormValues } from "./form-values.ts";
import type { FormKind } from "./load-context.ts";

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
    if (!isFieldName(name))
      throw refusal("This form has a field that Demarche does not know. Reload the page and try again.", 400);
    if (kind === "form" && typeof value !== "string" && value.size > 0)
      throw refusal("Files cannot be sent with this form.", 400);
    if (name.includes("\0") || (typeof value === "string" && value.includes("\0"))) {
      throw refusal(
        "The text contains a NUL character, which cannot be stored. Go back, remove the character and send the form again.",
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
