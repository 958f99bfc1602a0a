import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { HANDLINGS, type Handling } from "#app/text/handling.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";

/** What stands above the points of a paper: what was typed, or else what is there now. */
export function HeadFields({
  now,
  values,
  errors,
}: {
  now: { title: string; speaker: string; ask: string; objective: string; handling: Handling };
  values: FormValues | null;
  errors: FieldErrors;
}) {
  const field = (name: keyof typeof now) => ({
    name,
    value: typedValue(values, name, now[name]),
    error: errors[name],
  });
  return (
    <>
      <TextInput {...field("title")} label="Title" />
      <TextInput {...field("speaker")} label="Speaker" optional />
      <TextInput {...field("ask")} label="Ask" optional />
      <TextInput {...field("objective")} label="Objective" optional />
      <Select
        {...field("handling")}
        label="Handling"
        options={HANDLINGS.map((handling) => ({ value: handling, label: handling }))}
      />
    </>
  );
}

/** Where the words of a block are typed. A script adds buttons for the marks; without it the hint says how to type them. */
export function MarkedField({ value, error }: { value: string; error: string | undefined }) {
  return (
    <TextArea
      name="text"
      label="Words"
      hint="Plain text: **strong**, *emphasis*, [words](https://address), and [^P3] to cite proof point P3"
      rows={5}
      value={value}
      error={error}
      data-marks=""
    />
  );
}
