import type { Document } from "#app/documents/document.ts";
import { formatDate } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";

/** What came to a review after it was saved; `isAsSaved` is false where its text and its seal do not fit each other. */
export type ReviewStanding = {
  day: CalendarDate;
  withdrawn: { at: string; by: string; reason: string } | null;
  isAsSaved: boolean;
};

/**
 * What every copy of a review says before anything else, a sentence each: that it was withdrawn, that it is not as it was
 * saved. None where there is nothing to say. Source: DOMAIN.md, rule 2.
 */
export function reviewStanding({ day, withdrawn, isAsSaved }: ReviewStanding): string[] {
  const which = `The review of ${formatDate(day)}`;
  return [
    ...(isAsSaved ? [] : [`${which} is not as it was saved: its text and its seal do not fit each other.`]),
    ...(withdrawn === null
      ? []
      : [
          `${which} was withdrawn on ${formatDate(dateIn(new Date(withdrawn.at), WASHINGTON))} by ${withdrawn.by}: ${withdrawn.reason.replace(/\.$/, "")}.`,
        ]),
  ];
}

/** A report made from reviews as it leaves: first what has come to them since they were saved, then what it finds. */
export function leavingReview(report: Document, reviews: readonly ReviewStanding[]): Document {
  return { ...report, opening: [...reviews.flatMap(reviewStanding), ...report.opening] };
}
