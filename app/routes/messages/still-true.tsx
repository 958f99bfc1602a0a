import { type FieldErrors, type FormValues, typedValue } from "#app/http/form-values.ts";
import { Select, TextInput } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";
import type { ProofPointView } from "./proof-point-view.server.ts";

/** Says that the proof point was held against a source today and found true, and until when that holds. */
export function StillTrue({
  view: { base, proofPoint },
  values,
  errors,
}: {
  view: ProofPointView;
  values: FormValues;
  errors: FieldErrors;
}) {
  return (
    <section aria-labelledby="checked">
      <h2 id="checked">Is it still true?</h2>
      <FormFrame
        id="still-true"
        action={`${base}/proof-points/${proofPoint.code}`}
        version={Number(typedValue(values, "version", String(proofPoint.version)))}
      >
        <input type="hidden" name="act" value="still true" />
        <Select
          name="source"
          label="The source that you looked at"
          value={typedValue(values, "source", "")}
          error={errors.source}
          options={[
            { value: "", label: "Choose one" },
            ...proofPoint.sources.map(({ code, title }) => ({ value: code, label: title })),
          ]}
        />
        <TextInput
          name="reviewBy"
          label="Review again by"
          hint="Like 12 Nov 2027; empty: no review needed"
          optional
          value={typedValue(values, "reviewBy", "")}
          error={errors.reviewBy}
          autoComplete="off"
        />
        <button type="submit" className="btn primary">
          Still true, checked today
        </button>
      </FormFrame>
      <FormFrame
        className="noprint"
        action={`${base}/proof-points/${proofPoint.code}`}
        version={proofPoint.version}
      >
        <input type="hidden" name="act" value="retire" />
        <button type="submit" className="btn quiet">
          No longer true: retire it
        </button>
      </FormFrame>
    </section>
  );
}
