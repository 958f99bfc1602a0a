import { optionalParagraphs } from "#app/http/fields.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { record } from "#app/http/record.ts";
import { FormFrame } from "#app/ui/form-frame.tsx";
import { Fields } from "#app/ui/record-page.tsx";

/** What is said of a review when it is saved; everything else of it is worked out and frozen. */
export const reviewRecord = record({
  remark: optionalParagraphs(2_000).meta({
    label: "What we make of it",
    hint: "Kept with the review as our assessment. Write it as if everyone named could read it.",
    rows: 3,
  }),
});

type Props = { base: string; values: FormValues | null; errors: Readonly<Record<string, string>> };

/** Freezes today's progress, with what one makes of it. `base` is the campaign's path; it may stand on any report page. */
export function SaveReviewForm({ base, values, errors }: Props) {
  return (
    <details className="noprint" open={errors.remark !== undefined}>
      <summary>Save this review</summary>
      <FormFrame id="save-review" action={`${base}/reports/reviews`}>
        <Fields of={reviewRecord} values={values ?? {}} errors={errors} />
        <p className="note">
          The campaign’s progress is frozen as it stands today: figures, texts, settings, gaps and misses. A
          past day cannot be saved.
        </p>
        <button type="submit" className="button primary">
          Save this review
        </button>
      </FormFrame>
    </details>
  );
}
