import type { LibraryProofPoint } from "#app/domain/messages/library.ts";
import { nextReviewBy } from "#app/domain/messages/review-of-proof-point.ts";
import { formatDate } from "#app/domain/time/format.ts";
import type { FormValues } from "#app/http/form-values.ts";

type Checked = Pick<LibraryProofPoint, "reviewBy" | "checkedOn" | "asOf"> & { version: number };

/** What the form that says "still true" begins with: the next review date that follows from the last one. */
export function checkValues({ reviewBy, checkedOn, asOf, version }: Checked, today: string): FormValues {
  const next = nextReviewBy(reviewBy, checkedOn ?? asOf, today);
  return { reviewBy: [next === null ? "" : formatDate(next)], version: [String(version)] };
}
