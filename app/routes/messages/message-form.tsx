import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { TextArea, TextInput } from "#app/ui/controls.tsx";

export type MessageChoices = {
  proofPoints: readonly { code: string; claim: string }[];
  objections: readonly { code: string; name: string }[];
};

/** The fields of a message. `asksReason` is for one that exists already: a new wording says why. */
export function MessageFields({
  values,
  errors,
  choices,
  asksReason,
}: {
  values: FormValues;
  errors: FieldErrors;
  choices: MessageChoices;
  asksReason: boolean;
}) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  const many = (name: string) => ({ name, chosen: typedValues(values, name, []), error: errors[name] });
  return (
    <>
      <TextInput
        {...text("title")}
        label="Title"
        hint="A few words: The bill moves, the bond stays"
        autoComplete="off"
      />
      <TextArea
        {...text("statement")}
        label="Statement"
        hint="What the campaign claims, in one sentence"
        rows={3}
      />
      <TextArea {...text("talkingPoint")} label="Talking point" hint="How it is said aloud" rows={5} />
      <TextArea {...text("avoid")} label="Avoid" hint="What not to say with it" optional rows={2} />
      <TextArea {...text("note")} label="Note for our own side" optional rows={2} />
      {asksReason ? (
        <TextInput
          {...text("reason")}
          label="Why the wording changes"
          hint="Needed when the words change, and kept with the revision: “Alongside” was read as duplication"
          autoComplete="off"
        />
      ) : null}
      <div className="pair">
        <TextInput
          {...text("effectiveFrom")}
          label="Effective from"
          optional
          hint="Like 2 Feb 2026"
          autoComplete="off"
        />
        <TextInput
          {...text("effectiveUntil")}
          label="Effective until"
          optional
          hint="Like 30 Jun 2027"
          autoComplete="off"
        />
      </div>
      <Choices
        {...many("proofPoints")}
        kind="many"
        label="Proof points"
        hint="A message without one cannot be cleared"
        choices={choices.proofPoints.map(({ code, claim }) => ({ value: code, label: `${code} ${claim}` }))}
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
