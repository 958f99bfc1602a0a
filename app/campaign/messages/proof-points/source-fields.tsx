import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextInput } from "#app/ui/controls.tsx";

export type SourceChoice = { code: string; title: string };

type Props = { values: FormValues; errors: FieldErrors };

/** The sources of a proof point or an objection: those it has, one more of the list, and one that is not in it yet. */
export function SourceFields({
  values,
  errors,
  own,
  all,
  optional,
}: Props & {
  /** Those that it has. */
  own: readonly SourceChoice[];
  all: readonly SourceChoice[];
  optional: boolean;
}) {
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
        {...textField({ values, errors }, "otherSource")}
        label={own.length === 0 ? "Source" : "One more source"}
        optional={optional || own.length > 0}
        options={[
          { value: "", label: "None of the list" },
          ...others.map(({ code, title }) => ({ value: code, label: title })),
        ]}
      />
      <NewSource values={values} errors={errors} />
    </>
  );
}

function textField({ values, errors }: Props, name: string) {
  return { name, value: typedValue(values, name, ""), error: errors[name], autoComplete: "off" };
}

function NewSource(props: Props) {
  const isOpen = Object.keys(props.errors).some((name) => name.startsWith("newSource"));
  return (
    <details open={isOpen || typedValue(props.values, "newSourceTitle", "") !== ""}>
      <summary>A source that is not in the list yet</summary>
      <div className="form inner">
        <TextInput {...textField(props, "newSourceTitle")} label="Title of the source" optional />
        <TextInput
          {...textField(props, "newSourceAddress")}
          label="Address on the web"
          hint="Beginning with https://; empty for a paper document"
          optional
        />
        <div className="pair">
          <TextInput {...textField(props, "newSourcePublisher")} label="Publisher" optional />
          <TextInput
            {...textField(props, "newSourcePublishedOn")}
            label="Published on"
            hint="Like 28 Aug 2025, Aug 2025 or 2025"
            optional
          />
        </div>
        <TextInput
          {...textField(props, "newSourceKind")}
          label="Kind"
          hint="Press, primary, opinion …"
          optional
        />
      </div>
    </details>
  );
}
