import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { type SourceChoice, SourceFields } from "./source-fields.tsx";

export type ProofPointChoices = {
  ownSources: readonly SourceChoice[];
  sources: readonly SourceChoice[];
  colleagues: readonly { id: string; name: string }[];
};

/** The fields of a proof point. */
export function ProofPointFields({
  values,
  errors,
  choices,
}: {
  values: FormValues;
  errors: FieldErrors;
  choices: ProofPointChoices;
}) {
  const text = (name: string, otherwise = "") => ({
    name,
    value: typedValue(values, name, otherwise),
    error: errors[name],
  });
  return (
    <>
      <TextArea {...text("claim")} label="Claim" hint="The fact, in one or two sentences" rows={3} />
      <TextArea
        {...text("figures")}
        label="Figures"
        hint="One a line: what = value (edition). Two editions of a number are two lines"
        optional
        rows={3}
      />
      <SourceFields
        values={values}
        errors={errors}
        own={choices.ownSources}
        all={choices.sources}
        optional={false}
      />
      <div className="pair">
        <TextInput
          {...text("asOf")}
          label="As of"
          hint="Like 28 Aug 2025, Aug 2025 or 2025"
          autoComplete="off"
        />
        <TextInput
          {...text("edition")}
          label="Edition"
          hint="Where the number depends on one"
          optional
          autoComplete="off"
        />
      </div>
      <TextInput
        {...text("reviewBy")}
        label="Review by"
        hint="Like 30 Apr 2027; empty: no review needed"
        optional
        autoComplete="off"
      />
      <TextArea
        {...text("caveat")}
        label="Caveat"
        hint="What an opponent would say about it"
        optional
        rows={3}
      />
      <div className="pair">
        <Select
          {...text("confidence")}
          label="Confidence"
          optional
          options={["", "high", "medium", "low"].map((value) => ({
            value,
            label: value === "" ? "Not said" : value,
          }))}
        />
        <Select
          {...text("disclosure", "free to use")}
          label="Disclosure"
          options={["free to use", "internal"].map((value) => ({ value, label: value }))}
        />
      </div>
      <Select
        {...text("owner")}
        label="Who looks after it"
        optional
        options={[
          { value: "", label: "Nobody yet" },
          ...choices.colleagues.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}
