import { type FieldErrors, type FormValues, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/choices.tsx";

/** Which side of a committee is met: the two are two audiences. */
export function SideField({ values, errors }: { values: FormValues; errors: FieldErrors }) {
  return (
    <Choices
      kind="one"
      look="buttons"
      name="side"
      label="Side"
      hint="Majority and minority are two audiences"
      error={errors.side}
      chosen={typedValues(values, "side", [])}
      choices={[
        { value: "majority", label: "Majority" },
        { value: "minority", label: "Minority" },
      ]}
    />
  );
}
