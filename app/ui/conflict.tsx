import { Fragment } from "react";
import type { FormValues, StaleRecord } from "#app/http/form-values.ts";
import type { ChoicesOf, Field } from "#app/http/record.ts";
import { withLineFeeds } from "#app/text/text-hash.ts";

/**
 * Somebody saved the record while this form was open: both texts side by side, of the fields that differ.
 * The form below still holds mine, with the version of theirs, so that saving it again keeps mine.
 * `labels` names the fields in their order; `keepTheirs` opens the page afresh.
 */
export function Conflict({
  stale,
  mine,
  labels,
  keepTheirs,
}: {
  stale: { by: string; at: string; theirs: FormValues };
  mine: FormValues;
  labels: Readonly<Record<string, string>>;
  keepTheirs: string;
}) {
  const fields = Object.entries(labels)
    .map(([name, label]) => ({
      label,
      theirs: stale.theirs[name]?.join(", ") ?? "",
      mine: mine[name]?.join(", ") ?? "",
    }))
    .filter((field) => field.theirs !== field.mine);
  return (
    <div className="conflict" role="alert" tabIndex={-1} aria-labelledby="conflict" data-focus>
      <h2 id="conflict">{stale.by} changed this while you were writing</h2>
      <p>
        Saved {stale.at}. Your version is not lost: it is in the form below. Save again to keep yours, edit it
        to keep both, or <a href={keepTheirs}>keep theirs</a>.
      </p>
      <div className="both-texts">
        {fields.map((field) => (
          <Fragment key={field.label}>
            <h3>{field.label}</h3>
            <Side title="Theirs" text={differing(field.theirs, field.mine)} />
            <Side title="Yours" text={differing(field.mine, field.theirs)} />
          </Fragment>
        ))}
      </div>
    </div>
  );
}

/** Of a long text the paragraphs that the other has not: nobody finds two words in two pages. Else the whole text. */
function differing(text: string, other: string): string {
  const [paragraphs, others] = [text, other].map((one) => withLineFeeds(one).split(/\n{2,}/));
  const own = paragraphs?.filter((paragraph) => others?.includes(paragraph) === false) ?? [];
  return own.length === 0 ? text : own.join("\n\n");
}

function Side({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <p className="note">{title}</p>
      <p>{text === "" ? "Empty" : text}</p>
    </div>
  );
}

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
