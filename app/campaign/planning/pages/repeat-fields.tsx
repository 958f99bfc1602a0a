import { REPEATS } from "#app/campaign/outreach-events/series/repeat-choice.ts";
import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { WEEKDAYS } from "#app/time/calendar-date.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { Choices } from "#app/ui/field.tsx";

const REPEAT_FIELDS = ["repeat", "repeatEvery", "repeatOn", "repeatUntil", "repeatCount"];

/** How an event repeats; shut while it does not. */
export function RepeatFields({ values, errors }: { values: FormValues; errors: FieldErrors }) {
  const repeat = typedValue(values, "repeat", "never");
  const isOpen = repeat !== "never" || REPEAT_FIELDS.some((name) => errors[name] !== undefined);
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <details open={isOpen} className="repeat">
      <summary>Repeats</summary>
      <Select
        name="repeat"
        label="How it repeats"
        hint="Counted from the date above"
        value={repeat}
        error={errors.repeat}
        options={REPEATS.map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        {...text("repeatEvery")}
        label="Repeat every"
        optional
        hint="1 for every week, month or year; 2 for every second one. Leave empty for 1."
        inputMode="numeric"
        autoComplete="off"
      />
      <Choices
        kind="many"
        look="buttons"
        name="repeatOn"
        label="On these days, if weekly"
        hint="If none is ticked, it repeats on the weekday of its date"
        optional
        error={errors.repeatOn}
        chosen={typedValues(values, "repeatOn", [])}
        choices={WEEKDAYS.map((name, index) => ({ value: String(index + 1), label: name.slice(0, 3) }))}
      />
      <div className="pair">
        <TextInput
          {...text("repeatUntil")}
          label="Until"
          optional
          hint="For example, 30 Jun 2027. Leave empty to go on until the campaign ends."
          autoComplete="off"
        />
        <TextInput
          {...text("repeatCount")}
          label="Or number of times"
          optional
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
    </details>
  );
}
