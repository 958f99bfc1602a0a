import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { TextInput } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { CHAMBERS } from "../session-day.ts";

const STANDINGS = [
  { value: "in session", label: "In session", hint: "The chamber meets in Washington." },
  { value: "away", label: "Away", hint: "Members are at home; a pro forma session does not count." },
  {
    value: "not known",
    label: "Not known",
    hint: "Forgets what is known of these days. Source and day are not needed.",
  },
];

const WHICH = [
  { value: "working days", label: "Working days only", hint: "Monday to Friday without federal holidays." },
  { value: "every day", label: "Every day between them" },
];

/** The form that says what is known of a range of days of one chamber. */
export function DaysFields({
  values,
  errors,
  opening,
}: {
  values: FormValues | null;
  errors: FieldErrors;
  opening: Readonly<Record<string, string>>;
}) {
  const typed = (name: string) => typedValue(values, name, values ? "" : (opening[name] ?? ""));
  const text = (name: string) => ({ name, value: typed(name), error: errors[name] });
  const choice = (name: string) => ({
    name,
    chosen: [typed(name)],
    error: errors[name],
    kind: "one" as const,
  });
  return (
    <FormFrame>
      <Choices
        {...choice("chamber")}
        look="buttons"
        label="Chamber"
        choices={CHAMBERS.map((chamber) => ({ value: chamber, label: chamber }))}
      />
      <TextInput {...text("first")} label="First day" hint="Like 12 Jan 2027" maxLength={40} />
      <TextInput
        {...text("last")}
        label="Last day"
        optional
        hint="Left empty, the first day alone is meant, whatever day it is."
        maxLength={40}
      />
      <Choices {...choice("which")} label="Which days are meant" choices={WHICH} />
      <Choices {...choice("standing")} label="What is known" choices={STANDINGS} />
      <TextInput
        {...text("source")}
        label="Source"
        hint="Who says so, like “House Majority Leader, 2027 House Calendar”"
        maxLength={300}
      />
      <TextInput
        {...text("asOf")}
        label="As of"
        hint="The day on which the source said so, like 18 Nov 2026"
        maxLength={40}
      />
      <p className="save">
        <button type="submit" className="btn primary" data-pending="Saving…">
          Save
        </button>
      </p>
    </FormFrame>
  );
}
