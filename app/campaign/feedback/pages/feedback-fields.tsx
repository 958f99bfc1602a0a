import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { receptionMeaning, receptionWord, SCORES } from "#app/method/reception.ts";
import { cutInWords } from "#app/text/cut.ts";
import { Choices } from "#app/ui/choices.tsx";
import { Select, TextArea, TextInput } from "#app/ui/controls.tsx";
import { signed } from "#app/ui/marks.tsx";
import { FEEDBACK_KINDS, feedbackLabel } from "../feedback.ts";
import type { FeedbackChoices } from "./feedback-choices.server.ts";

export const FEEDBACK_LABELS = {
  kind: "What it was",
  day: "Day",
  message: "Message",
  audience: "Audience",
  contact: "Whose",
  score: "How the message was received",
  words: "What was said or done",
  link: "Where it stands",
} as const;

const PEOPLE = { which: "people first by audience", others: "Name anybody else in the words." };

/** The fields of a reaction outside a meeting, in the order in which one comes to know them. */
export function FeedbackFields({
  values,
  errors,
  choices,
}: {
  values: FormValues;
  errors: FieldErrors;
  choices: FeedbackChoices;
}) {
  const text = (name: keyof typeof FEEDBACK_LABELS) => ({
    name,
    label: FEEDBACK_LABELS[name],
    value: typedValue(values, name, ""),
    error: errors[name],
  });
  return (
    <>
      <Select
        {...text("kind")}
        options={[choose, ...FEEDBACK_KINDS.map((kind) => ({ value: kind, label: feedbackLabel(kind) }))]}
      />
      <TextInput {...text("day")} hint="Like 12 Nov 2026" autoComplete="off" />
      <Select {...text("message")} options={[choose, ...choices.messages]} />
      <Select {...text("audience")} options={[choose, ...choices.audiences]} />
      <Select
        {...text("contact")}
        hint={`A person of that audience, where it was one. ${cutInWords(choices.peopleCutAt, PEOPLE)}`.trim()}
        optional
        options={[{ value: "", label: "Nobody in particular" }, ...choices.people]}
      />
      <Choices
        kind="one"
        name="score"
        label={FEEDBACK_LABELS.score}
        error={errors.score}
        chosen={[typedValue(values, "score", "")]}
        choices={SCORES.map((score) => ({
          value: String(score),
          label: `${signed(score)} ${receptionWord(score)}`,
          hint: receptionMeaning(score),
        }))}
      />
      <TextArea
        {...text("words")}
        rows={3}
        hint="As if the person could read it. Nothing spoken off the record."
      />
      <TextInput {...text("link")} optional hint="The public page or record: https://…" autoComplete="off" />
    </>
  );
}

const choose = { value: "", label: "Choose" };
