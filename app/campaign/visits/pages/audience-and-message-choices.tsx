import type { EventChoices } from "#app/campaign/campaigns/choices.server.ts";
import { type FieldErrors, type FormValues, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/field.tsx";

/** Whom an event is for and what it carries: the fields `audiences` and `messages` of every form that plans one. */
export function AudienceAndMessageChoices({
  values,
  errors,
  choices,
}: {
  values: FormValues;
  errors: FieldErrors;
  choices: Pick<EventChoices, "audiences" | "messages">;
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
        choices={choices.audiences.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Choices
        {...many("messages")}
        kind="many"
        look="buttons"
        label="Messages"
        optional
        choices={choices.messages.map(({ id, number, title }) => ({
          value: id,
          label: `${number} ${title}`,
        }))}
      />
    </>
  );
}
