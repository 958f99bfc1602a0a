import type { FormValues } from "#app/http/form-values.ts";
import type { ChoicesOf, Field } from "#app/http/record.ts";

/** What the fields of a record say for a person to read, by name: the words of what is chosen, for its value. */
export function inWords(
  { fields }: { fields: readonly Field[] },
  values: FormValues,
  choices: ChoicesOf = {},
): FormValues {
  return Object.fromEntries(fields.map((field) => [field.name, wordsOf(field, values, choices)]));
}

function wordsOf(
  { name, options = [], none, control }: Field,
  values: FormValues,
  choices: ChoicesOf,
): readonly string[] {
  const list = choices[name] ?? options;
  return (values[name] ?? []).map((value) => {
    if (control === "tick") return options[0]?.label ?? value;
    if (value === "" && list.length > 0) return none ?? "";
    return list.find((one) => one.value === value)?.label ?? value;
  });
}
