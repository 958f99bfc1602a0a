import type { FormValues, StaleRecord } from "#app/http/form-values.ts";
import type { ChoicesOf, Field } from "#app/http/record.ts";
import { Conflict } from "./conflict.tsx";
import { inWords } from "./record-words.ts";

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
  const labels = Object.fromEntries(of.fields.map(({ name, label }) => [name, label]));
  return (
    <Conflict
      stale={{ ...stale, theirs: inWords(of, stale.theirs, choices) }}
      mine={inWords(of, mine, choices)}
      labels={labels}
      keepTheirs={keepTheirs}
    />
  );
}
