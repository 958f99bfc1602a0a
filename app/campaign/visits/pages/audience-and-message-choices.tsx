import { type FieldErrors, type FormValues, typedValues } from "#app/http/form-values.ts";
import type { ChoicesOf } from "#app/http/record.ts";
import { Choices } from "#app/ui/field.tsx";

/** Whom an event is for and what it carries: the fields `audiences` and `messages` of every form that plans one. */
export function AudienceAndMessageChoices({
  values,
  errors,
  choices,
}: {
  values: FormValues;
  errors: FieldErrors;
  choices: ChoicesOf;
}) {
  const many = (name: string) => ({ name, chosen: typedValues(values, name, []), error: errors[name] });
  return (
    <>
      <Choices
        {...many("audiences")}
        kind="many"
        look="buttons"
        label="Audiences"
        optional
        choices={choices.audiences ?? []}
      />
      <Choices
        {...many("messages")}
        kind="many"
        look="buttons"
        label="Messages"
        optional
        choices={choices.messages ?? []}
      />
    </>
  );
}
