import { type ReviewStanding, reviewStanding } from "#app/domain/reviews/review-standing.ts";
import type { ReportDocument } from "./report-document.ts";

/** A report made from reviews as it leaves: first what has come to them since they were saved, then what it finds. */
export function leavingReview(report: ReportDocument, reviews: readonly ReviewStanding[]): ReportDocument {
  return { ...report, opening: [...reviews.flatMap(reviewStanding), ...report.opening] };
}
