import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { TextInput } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";

type Props = { values: FormValues | null; errors: Readonly<Record<string, string>> };

/** A saved review is never edited: it is withdrawn with a reason, and stays listed. */
export function WithdrawForm({ values, errors }: Props) {
  return (
    <details className="noprint" open={errors.reason !== undefined}>
      <summary>Withdraw this review</summary>
      <FormFrame id="withdraw">
        <TextInput
          name="reason"
          label="Why it is withdrawn"
          hint="It stays listed and readable, with this reason. A review is never edited"
          value={typedValue(values, "reason", "")}
          error={errors.reason}
        />
        <button type="submit" className="btn">
          Withdraw
        </button>
      </FormFrame>
    </details>
  );
}
