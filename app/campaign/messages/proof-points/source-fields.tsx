import { type FieldErrors, type FormValues, type Option, typedValue } from "#app/http/form-values.ts";
import type { Field } from "#app/http/record.ts";
import { Fields } from "#app/ui/record-page.tsx";
import { sourceRecord } from "./sources.ts";

/** The campaign's sources to choose from; `own` are those that the record has. */
export type SourceChoices = { own: readonly Option[]; all: readonly Option[] };

type Typed = { values: FormValues; errors: FieldErrors };

const [, , newSource, ...restOfNewSource] = sourceRecord.fields.map(({ name }) => name);

/** What `RecordPage` asks of a record with sources: those it has, one more of the list, and one that is not in it yet. */
export function askingSources(
  { fields }: { fields: readonly Field[] },
  { own, all }: SourceChoices,
  areNeeded: boolean,
  typed: Typed,
) {
  const hasOwn = own.length > 0;
  const asked = fields.map((field) =>
    field.name === "otherSource"
      ? { ...field, label: hasOwn ? field.label : "Source", optional: hasOwn || !areNeeded }
      : field,
  );
  return {
    of: { fields: asked.filter(({ name }) => !restOfNewSource.includes(name)) },
    choices: {
      sources: own,
      otherSource: all.filter(({ value }) => !own.some((one) => one.value === value)),
    },
    own: {
      ...(hasOwn ? {} : { sources: <></> }),
      newSourceTitle: <NewSource {...typed} />,
    },
  };
}

function NewSource({ values, errors }: Typed) {
  const isOpen = Object.keys(errors).some((name) => name.startsWith("newSource"));
  return (
    <details open={isOpen || typedValue(values, "newSourceTitle", "") !== ""}>
      <summary>A source not yet listed</summary>
      <div className="form">
        <Fields
          of={sourceRecord}
          only={[newSource ?? "", ...restOfNewSource]}
          values={values}
          errors={errors}
        />
      </div>
    </details>
  );
}
