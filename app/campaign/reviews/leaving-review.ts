import type { Document } from "#app/documents/document.ts";
import { type ReviewStanding, reviewStanding } from "./review-standing.ts";

/** A report made from reviews as it leaves: first what has come to them since they were saved, then what it finds. */
export function leavingReview(report: Document, reviews: readonly ReviewStanding[]): Document {
  return { ...report, opening: [...reviews.flatMap(reviewStanding), ...report.opening] };
}
