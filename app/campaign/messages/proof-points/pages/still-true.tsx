import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { Fields } from "#app/ui/record-page.tsx";
import { checkRecord } from "../check.ts";
import type { ProofPoint } from "../row.server.ts";

/** Says that the proof point was held against a source today and found true, and until when that holds. */
export function StillTrue({
  proofPoint: { code, sources, version },
  base,
  values,
  errors,
}: {
  proofPoint: Pick<ProofPoint, "code" | "sources" | "version">;
  base: string;
  values: FormValues;
  errors: FieldErrors;
}) {
  return (
    <FormFrame
      id={`still-true-${code}`}
      action={`${base}/proof-points/${code}`}
      version={Number(typedValue(values, "version", String(version)))}
    >
      <input type="hidden" name="act" value="still true" />
      <Fields
        of={checkRecord}
        choices={{ source: sources.map((source) => ({ value: source.code, label: source.title })) }}
        values={values}
        errors={errors}
      />
      <button type="submit" className="btn primary">
        Still true, checked today
      </button>
    </FormFrame>
  );
}
