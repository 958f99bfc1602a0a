import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { TextArea, TextInput } from "#app/ui/controls.tsx";

type Props = { values: FormValues; errors: FieldErrors };

/** How the message is said aloud to the audience. */
export function FramingText({ values, errors }: Props) {
  return (
    <TextArea
      name="text"
      label="Say it this way"
      hint="How it is said aloud to this audience"
      rows={5}
      value={typedValue(values, "text", "")}
      error={errors.text}
    />
  );
}

/** Why a framing gets other words. */
export function FramingReason({ values, errors }: Props) {
  return (
    <TextInput
      name="reason"
      label="Why the wording changes"
      hint="Needed when the words change, and kept with the revision"
      value={typedValue(values, "reason", "")}
      error={errors.reason}
      autoComplete="off"
    />
  );
}
