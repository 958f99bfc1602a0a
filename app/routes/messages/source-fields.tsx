import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextInput } from "#app/ui/controls.tsx";

export type SourceChoice = { code: string; title: string };

/** The sources of a proof point or an objection: those it has, one more of the list, and one that is not in it yet. */
export function SourceFields({
  values,
  errors,
  own,
  all,
  optional,
}: {
  values: FormValues;
  errors: FieldErrors;
  /** Those that it has. */
  own: readonly SourceChoice[];
  all: readonly SourceChoice[];
  optional: boolean;
}) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  const others = all.filter((source) => !own.some((one) => one.code === source.code));
  return (
    <>
      {own.length === 0 ? null : (
        <Choices
          kind="many"
          name="sources"
          label="Sources"
          hint="Take the tick off to drop one"
          error={errors.sources}
          chosen={typedValues(values, "sources", [])}
          choices={own.map(({ code, title }) => ({ value: code, label: title }))}
        />
      )}
      <Select
        {...text("otherSource")}
        label={own.length === 0 ? "Source" : "One more source"}
        optional={optional || own.length > 0}
        options={[
          { value: "", label: "None of the list" },
          ...others.map(({ code, title }) => ({ value: code, label: title })),
        ]}
      />
      <details open={typedValue(values, "newSourceTitle", "") !== "" || errors.newSourceTitle !== undefined}>
        <summary>A source that is not in the list yet</summary>
        <div className="form inner">
          <TextInput {...text("newSourceTitle")} label="Title of the source" optional autoComplete="off" />
          <TextInput
            {...text("newSourceAddress")}
            label="Address on the web"
            hint="Beginning with https://; empty for a paper document"
            optional
            autoComplete="off"
          />
          <div className="pair">
            <TextInput {...text("newSourcePublisher")} label="Publisher" optional autoComplete="off" />
            <TextInput
              {...text("newSourcePublishedOn")}
              label="Published on"
              hint="Like 28 Aug 2025, Aug 2025 or 2025"
              optional
              autoComplete="off"
            />
          </div>
          <TextInput
            {...text("newSourceKind")}
            label="Kind"
            hint="Press, primary, opinion …"
            optional
            autoComplete="off"
          />
        </div>
      </details>
    </>
  );
}
