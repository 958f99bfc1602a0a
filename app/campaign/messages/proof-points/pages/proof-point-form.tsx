import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { CONFIDENCES, DISCLOSURES } from "../../library/read-records.ts";
import { type SourceChoice, SourceFields } from "../source-fields.tsx";

export type ProofPointChoices = {
  ownSources: readonly SourceChoice[];
  sources: readonly SourceChoice[];
  colleagues: readonly { id: string; name: string }[];
};

type Props = { values: FormValues; errors: FieldErrors; choices: ProofPointChoices };

/** The fields of a proof point. */
export function ProofPointFields(props: Props) {
  const { values, errors, choices } = props;
  return (
    <>
      <FactFields {...props} />
      <SourceFields
        values={values}
        errors={errors}
        own={choices.ownSources}
        all={choices.sources}
        optional={false}
      />
      <DateFields {...props} />
      <TrustFields {...props} />
    </>
  );
}

function textField({ values, errors }: Props, name: string, otherwise = "") {
  return { name, value: typedValue(values, name, otherwise), error: errors[name] };
}

function FactFields(props: Props) {
  return (
    <>
      <TextArea
        {...textField(props, "claim")}
        label="Claim"
        hint="The fact, in one or two sentences"
        rows={3}
      />
      <TextArea
        {...textField(props, "figures")}
        label="Figures"
        hint="One a line: what = value (edition). Two editions of a number are two lines"
        optional
        rows={3}
      />
    </>
  );
}

function DateFields(props: Props) {
  return (
    <>
      <div className="pair">
        <TextInput
          {...textField(props, "asOf")}
          label="As of"
          hint="Like 28 Aug 2025, Aug 2025 or 2025"
          autoComplete="off"
        />
        <TextInput
          {...textField(props, "edition")}
          label="Edition"
          hint="Where the number depends on one"
          optional
          autoComplete="off"
        />
      </div>
      <TextInput
        {...textField(props, "reviewBy")}
        label="Review by"
        hint="Like 30 Apr 2027; empty: no review needed"
        optional
        autoComplete="off"
      />
    </>
  );
}

function TrustFields(props: Props) {
  const colleagues = props.choices.colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextArea
        {...textField(props, "caveat")}
        label="Caveat"
        hint="What an opponent would say about it"
        optional
        rows={3}
      />
      <div className="pair">
        <Select
          {...textField(props, "confidence")}
          label="Confidence"
          optional
          options={[{ value: "", label: "Not said" }, ...CONFIDENCES.map(asOption)]}
        />
        <Select
          {...textField(props, "disclosure", "free to use")}
          label="Disclosure"
          options={DISCLOSURES.map(asOption)}
        />
      </div>
      <Select
        {...textField(props, "owner")}
        label="Who looks after it"
        optional
        options={[{ value: "", label: "Nobody yet" }, ...colleagues]}
      />
    </>
  );
}

function asOption(word: string) {
  return { value: word, label: word };
}
