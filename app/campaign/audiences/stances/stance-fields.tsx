import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { type Cut, cutInWords } from "#app/text/cut.ts";
import { formatDate } from "#app/time/format.ts";
import { Choices } from "#app/ui/choices.tsx";
import { type Option, Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { STANCES } from "./stance.ts";

/** The events at which a stance may have been read: the latest. */
export type EventChoices = { options: readonly Option[]; cutAt: number | null };

export function eventChoices({ rows, cutAt }: Cut<{ id: string; title: string; day: string }>): EventChoices {
  const options = rows.map(({ id, title, day }) => ({ value: id, label: `${formatDate(day)}, ${title}` }));
  return { options, cutAt };
}

const LATEST = { which: "latest events", others: "Name an earlier one in the evidence." };

/** A stance reading as it is entered: which, on what day, resting on what. */
export function StanceFields({
  values,
  errors,
  events,
  of,
}: {
  values: FormValues;
  errors: FieldErrors;
  events: EventChoices;
  of: "audience" | "person";
}) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <Choices
        kind="one"
        name="stance"
        label="Stance on our question"
        hint={
          of === "audience"
            ? "Of the audience as a whole. Better read before the next meeting than after the last"
            : "As they said it or acted in public. Nothing is guessed about a person"
        }
        error={errors.stance}
        chosen={typedValues(values, "stance", [])}
        choices={[
          ...STANCES.map(({ value, label }) => ({ value: String(value), label: `${value} ${label}` })),
          { value: "not known", label: "Not known", hint: "Somebody looked and could not tell" },
        ]}
      />
      <TextInput {...text("readOn")} label="Read on" hint="Like 12 Nov 2026" autoComplete="off" />
      <TextArea
        {...text("evidence")}
        label="Evidence"
        hint="What they said or did. Write as if they could read it"
      />
      <Select
        {...text("event")}
        label="Read at"
        hint={cutInWords(events.cutAt, LATEST) || undefined}
        optional
        options={[{ value: "", label: "No event of ours" }, ...events.options]}
      />
    </>
  );
}
