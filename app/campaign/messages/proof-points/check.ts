import { chosen, optionalDay, optionalLine } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";
import { tidy } from "../library/library-text.ts";
import { nextReviewBy } from "./review-of-proof-point.ts";

/** That a proof point was held against one of its sources and found true, and until when that holds. */
export const checkRecord = record({
  source: chosen("Choose the source that you looked at").meta({
    label: "The source that you looked at",
    none: "Choose one",
  }),
  reviewBy: optionalDay().meta({
    label: "Review again by",
    hint: "Like 12 Nov 2027; empty: no review needed",
  }),
  note: tidy(optionalLine(300)).meta({ label: "What you found" }),
});

type Checked = {
  reviewBy: string | null;
  checkedOn: string | null;
  asOf: string;
  sources: readonly { code: string }[];
};

/** What the form begins with: its only source, and the next review date that follows from the last one. */
export function checkValues({ reviewBy, checkedOn, asOf, sources }: Checked, today: string) {
  const [only, another] = sources;
  return checkRecord.typed({
    source: another === undefined ? only?.code : null,
    reviewBy: nextReviewBy(reviewBy, checkedOn ?? asOf, today),
  });
}
