import { type FormValues, typedValues } from "#app/http/form-values.ts";
import { Choices } from "#app/ui/field.tsx";
import { SCOPES, scopeLabel } from "./scope.ts";

/** How far a change to a time of a series reaches; nothing is asked of an event that stands alone. */
export function ScopeChoice({
  isInSeries,
  label,
  values,
  error,
}: {
  isInSeries: boolean;
  label: string;
  values: FormValues | null;
  error: string | undefined;
}) {
  if (!isInSeries) return null;
  return (
    <Choices
      kind="one"
      name="scope"
      label={label}
      hint="Past dates stay as they are"
      error={error}
      chosen={typedValues(values, "scope", ["this"])}
      choices={SCOPES.map((scope) => ({ value: scope, label: scopeLabel(scope) }))}
    />
  );
}

/** Asked only when the clocks go back in the hour that was typed, so that it occurs twice. */
export function OccurrenceChoice({
  values,
  error,
}: {
  values: FormValues | null;
  error: string | undefined;
}) {
  const chosen = typedValues(values, "occurrence", []);
  if (error === undefined && chosen.length === 0) return null;
  return (
    <Choices
      kind="one"
      name="occurrence"
      label="Which of the two times?"
      error={error}
      chosen={chosen}
      choices={[
        { value: "first", label: "The first, in summer (daylight saving) time" },
        { value: "second", label: "The second, in winter (standard) time" },
      ]}
    />
  );
}
