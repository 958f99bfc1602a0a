import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { TextArea, TextInput } from "#app/ui/controls.tsx";

export type MessageChoices = {
  proofPoints: readonly { code: string; label: string }[];
  objections: readonly { code: string; name: string }[];
};

type Props = { values: FormValues; errors: FieldErrors };

/** The fields of a message. `asksReason` is for one that exists already: a new wording says why. */
export function MessageFields({
  values,
  errors,
  choices,
  asksReason,
}: Props & { choices: MessageChoices; asksReason: boolean }) {
  return (
    <>
      <WordingFields values={values} errors={errors} />
      {asksReason ? (
        <TextInput
          {...textField({ values, errors }, "reason")}
          label="Why the wording changes"
          hint="Needed when the words change, and kept with the revision: “Alongside” was read as duplication"
          autoComplete="off"
        />
      ) : null}
      <EffectiveFields values={values} errors={errors} />
      <EvidenceFields values={values} errors={errors} choices={choices} />
    </>
  );
}

function textField({ values, errors }: Props, name: string) {
  return { name, value: typedValue(values, name, ""), error: errors[name] };
}

function WordingFields(props: Props) {
  return (
    <>
      <TextInput
        {...textField(props, "title")}
        label="Title"
        hint="A few words: The bill moves, the bond stays"
        autoComplete="off"
      />
      <TextArea
        {...textField(props, "statement")}
        label="Statement"
        hint="What the campaign claims, in one sentence"
        rows={3}
      />
      <TextArea
        {...textField(props, "talkingPoint")}
        label="Talking point"
        hint="How it is said aloud"
        rows={5}
      />
      <TextArea
        {...textField(props, "avoid")}
        label="Avoid"
        hint="What not to say with it"
        optional
        rows={2}
      />
      <TextArea {...textField(props, "note")} label="Note for our own side" optional rows={2} />
    </>
  );
}

function EffectiveFields(props: Props) {
  return (
    <div className="pair">
      <TextInput
        {...textField(props, "effectiveFrom")}
        label="Effective from"
        optional
        hint="Like 2 Feb 2026"
        autoComplete="off"
      />
      <TextInput
        {...textField(props, "effectiveUntil")}
        label="Effective until"
        optional
        hint="Like 30 Jun 2027"
        autoComplete="off"
      />
    </div>
  );
}

function EvidenceFields({ values, errors, choices }: Props & { choices: MessageChoices }) {
  const many = (name: string) => ({ name, chosen: typedValues(values, name, []), error: errors[name] });
  return (
    <>
      <Choices
        {...many("proofPoints")}
        kind="many"
        label="Proof points"
        hint="A message without one cannot be cleared"
        choices={choices.proofPoints.map(({ code, label }) => ({ value: code, label }))}
      />
      <Choices
        {...many("objections")}
        kind="many"
        label="Objections"
        optional
        choices={choices.objections.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      />
    </>
  );
}
