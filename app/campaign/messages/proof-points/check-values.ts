import type { FormValues } from "#app/http/form-values.ts";
import { formatDate } from "#app/time/format.ts";
import type { LibraryProofPoint } from "../library/library.ts";
import { nextReviewBy } from "./review-of-proof-point.ts";

type Checked = Pick<LibraryProofPoint, "reviewBy" | "checkedOn" | "asOf"> & { version: number };

/** What the form that says "still true" begins with: the next review date that follows from the last one. */
export function checkValues({ reviewBy, checkedOn, asOf, version }: Checked, today: string): FormValues {
  const next = nextReviewBy(reviewBy, checkedOn ?? asOf, today);
  return { reviewBy: [next === null ? "" : formatDate(next)], version: [String(version)] };
}
