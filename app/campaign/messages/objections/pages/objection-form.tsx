import { type FieldErrors, type FormValues, typedValue, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";
import { TextArea, TextInput } from "#app/ui/controls.tsx";
import { type SourceChoice, SourceFields } from "../../proof-points/source-fields.tsx";

export type ObjectionChoices = {
  ownSources: readonly SourceChoice[];
  sources: readonly SourceChoice[];
  proofPoints: readonly { code: string; label: string }[];
};

/** The fields of an objection. */
export function ObjectionFields({
  values,
  errors,
  choices,
}: {
  values: FormValues;
  errors: FieldErrors;
  choices: ObjectionChoices;
}) {
  const text = (name: string) => ({ name, value: typedValue(values, name, ""), error: errors[name] });
  return (
    <>
      <TextInput {...text("name")} label="Name" hint="Two or three words: Duplication" autoComplete="off" />
      <TextArea {...text("says")} label="What is said against us" rows={3} />
      <TextInput
        {...text("who")}
        label="Heard from"
        hint="Who is on record with it; not a name spoken off the record"
        optional
        autoComplete="off"
      />
      <TextArea
        {...text("wordsToSay")}
        label="Words to say"
        hint="The reply as it is said aloud. Other words have to be cleared again"
        optional
        rows={4}
      />
      <TextArea
        {...text("noteToSpeaker")}
        label="Note to the speaker"
        hint="For our own side: how to answer, what to concede. It is never said, and never leaves"
        optional
        rows={4}
      />
      <Choices
        kind="many"
        name="difficult"
        label="Difficult question"
        error={errors.difficult}
        chosen={typedValues(values, "difficult", [])}
        choices={[
          { value: "yes", label: "It hurts our own side: a cleared line is needed before the meeting" },
        ]}
      />
      <Choices
        kind="many"
        name="proofPoints"
        label="Proof points for the reply"
        optional
        error={errors.proofPoints}
        chosen={typedValues(values, "proofPoints", [])}
        choices={choices.proofPoints.map(({ code, label }) => ({ value: code, label }))}
      />
      <SourceFields values={values} errors={errors} own={choices.ownSources} all={choices.sources} optional />
    </>
  );
}
