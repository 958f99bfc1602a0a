import { type FormValues, typedValue } from "#app/http/form-values.ts";
import { TextArea } from "#app/ui/controls.tsx";
import { FormFrame } from "#app/ui/form-frame.tsx";

type Props = { base: string; values: FormValues | null; errors: Readonly<Record<string, string>> };

/** Freezes today's progress, with what one makes of it. `base` is the campaign's path; it may stand on any report page. */
export function SaveReviewForm({ base, values, errors }: Props) {
  return (
    <details className="noprint" open={errors.remark !== undefined}>
      <summary>Save this review</summary>
      <FormFrame id="save-review" action={`${base}/reports/reviews`}>
        <TextArea
          name="remark"
          label="What we make of it"
          optional
          hint="Kept with the review as our assessment. Write it as if everybody named could read it"
          rows={3}
          value={typedValue(values, "remark", "")}
          error={errors.remark}
        />
        <p className="note">
          Everything shown is frozen as it stands today: figures, texts, parameters, gaps and misses. A past
          day cannot be saved, for nobody froze it then.
        </p>
        <button type="submit" className="btn primary">
          Save this review
        </button>
      </FormFrame>
    </details>
  );
}
