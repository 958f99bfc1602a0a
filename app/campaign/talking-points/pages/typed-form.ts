import type { FieldErrors, FormValues } from "#app/http/form-values.ts";

/** What was typed into one form of the page and came back: which form, the words, what is wrong. */
export type TypedForm = { form: string; values: FormValues; errors: FieldErrors };

/** What was typed into the form called `id`; null where the typing was done in another one. */
export function typedIn(typed: TypedForm | null, id: string): TypedForm | null {
  return typed?.form === id ? typed : null;
}
