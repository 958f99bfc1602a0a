import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import type { Option } from "#app/http/form-values.ts";
import { Field, type FieldText } from "./field.tsx";

type Own = "name" | "value" | "defaultValue" | "id" | "children";

/** One line of text. `value` is what stands in it when the page opens; everything else is passed to the input. */
export function TextInput({
  name,
  label,
  hint,
  error,
  optional = false,
  value,
  ...input
}: FieldText & { value?: string | null | undefined } & Omit<InputHTMLAttributes<HTMLInputElement>, Own>) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input type="text" {...control} {...input} defaultValue={value ?? ""} />}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  error,
  optional = false,
  value,
  ...textarea
}: FieldText & { value?: string | null | undefined } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    Own
  >) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => <textarea {...control} {...textarea} defaultValue={value ?? ""} />}
    </Field>
  );
}

/** One of a list. Where nothing is chosen yet, let the first option have the value "". */
export function Select({
  name,
  label,
  hint,
  error,
  optional = false,
  value,
  options,
  ...select
}: FieldText & { value?: string | null | undefined; options: readonly Option[] } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    Own
  >) {
  return (
    <Field name={name} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <select {...control} {...select} defaultValue={value ?? ""}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
