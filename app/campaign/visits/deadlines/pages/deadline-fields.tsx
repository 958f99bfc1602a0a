import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextInput } from "#app/ui/controls.tsx";

/** What is due, how many days before or after the visit, and who sees to it. */
export function DeadlineFields({
  values,
  errors,
  colleagues,
}: {
  values: FormValues;
  errors: FieldErrors;
  colleagues: readonly { id: string; name: string }[];
}) {
  const text = (name: string) => ({
    name,
    value: typedValue(values, name, ""),
    error: errors[name],
    autoComplete: "off",
  });
  return (
    <>
      <TextInput {...text("title")} label="What is due" hint="Like: seating, access data to the hosts" />
      <div className="pair">
        <TextInput
          {...text("days")}
          label="Days"
          inputMode="numeric"
          hint="From the first day, or from the last"
        />
        <TextInput {...text("time")} label="At" hint="In Washington; empty: 12:00" optional />
      </div>
      <Choices
        kind="one"
        look="buttons"
        name="side"
        label="Before or after the visit"
        error={errors.side}
        chosen={typedValues(values, "side", ["before"])}
        choices={[
          { value: "before", label: "Before" },
          { value: "after", label: "After" },
        ]}
      />
      <Select
        name="owner"
        label="Who sees to it"
        hint="Their country’s weekends and holidays count: before the visit the working day before, after it the working day after"
        optional
        value={typedValue(values, "owner", "")}
        error={errors.owner}
        options={[
          { value: "", label: "Nobody yet" },
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextInput {...text("note")} label="Note" optional />
    </>
  );
}

/** The fields in their order, as a conflict names them. */
export const DEADLINE_LABELS: Readonly<Record<string, string>> = {
  title: "What is due",
  days: "Days",
  side: "Before or after",
  time: "At",
  note: "Note",
};
