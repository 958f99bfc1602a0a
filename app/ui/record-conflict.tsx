import type { FormValues, StaleRecord } from "#app/http/form-values.ts";
import type { ChoicesOf, Field } from "#app/http/record.ts";
import { Conflict } from "./conflict.tsx";

/** Somebody saved the record first: theirs and mine in words, of the fields that differ. */
export function RecordConflict({
  of,
  stale,
  mine,
  choices = {},
  keepTheirs,
}: {
  of: { fields: readonly Field[] };
  stale: StaleRecord;
  mine: FormValues;
  choices?: ChoicesOf | undefined;
  keepTheirs: string;
}) {
  const inWords = (values: FormValues) =>
    Object.fromEntries(of.fields.map((field) => [field.name, wordsOf(field, values, choices)]));
  const labels = Object.fromEntries(of.fields.map(({ name, label }) => [name, label]));
  return (
    <Conflict
      stale={{ ...stale, theirs: inWords(stale.theirs) }}
      mine={inWords(mine)}
      labels={labels}
      keepTheirs={keepTheirs}
    />
  );
}

/** What a field says for a person to read: the words of what is chosen, for its value. */
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
