import type { FieldErrors, FormValues } from "#app/http/form-values.ts";

/** What was typed into one of the forms of a hold's page and came back. */
export type Typed = { values: FormValues | null | undefined; errors: FieldErrors };

/** What was typed into the form with this intent; nothing where it was another form. */
export function typedInto(typed: Typed, intent: string): Typed {
  return typed.values?.intent?.[0] === intent ? typed : { values: null, errors: {} };
}
