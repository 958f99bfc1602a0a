import type { Document } from "#app/documents/document.ts";
import { counted } from "#app/text/in-words.ts";
import { sentence } from "#app/text/sentences.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import { type CalendarDate, dateIn, WASHINGTON } from "#app/time/wall-time.ts";

/** What came to a review after it was saved; `isAsSaved` is false where its text and its seal do not match. */
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
  const which = `The review of ${formatDayWithYear(day)}`;
  return [
    ...(isAsSaved ? [] : [`${which} is no longer as it was saved: its text does not match its seal.`]),
    ...(withdrawn === null
      ? []
      : [
          `${which} was withdrawn on ${formatDayWithYear(dateIn(new Date(withdrawn.at), WASHINGTON))} by ${withdrawn.by}: ${sentence(withdrawn.reason)}`,
        ]),
  ];
}

/** A report made from reviews as it leaves: first what has come to them since they were saved, then what it finds. */
export function leavingReview(report: Document, reviews: readonly ReviewStanding[]): Document {
  return { ...report, opening: [...reviews.flatMap(reviewStanding), ...report.opening] };
}

/** Something of up to the day of a review that was touched after it was saved: was it there then, and is it now. */
export type LaterChange = {
  kind: "outcome" | "reaction" | "objective reading";
  wasThere: boolean;
  isThere: boolean;
};

const KINDS = ["outcome", "reaction", "objective reading"] as const;

/**
 * What has changed in the record behind a review since it was saved, in one sentence; null where nothing has. What came
 * and went in between says nothing. Source: EFFECTIVENESS.md §1 (late entries and edits).
 */
export function changedSinceInWords(changes: readonly LaterChange[]): string | null {
  const parts = KINDS.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    const corrected = own.filter(({ wasThere, isThere }) => wasThere && isThere).length;
    const later = own.filter(({ wasThere, isThere }) => !wasThere && isThere).length;
    const removed = own.filter(({ wasThere, isThere }) => wasThere && !isThere).length;
    return [
      ...(corrected === 0 ? [] : [`${counted(corrected, kind)} corrected`]),
      ...(later === 0 ? [] : [`${counted(later, kind)} entered later`]),
      ...(removed === 0 ? [] : [`${counted(removed, kind)} removed`]),
    ];
  });
  return parts.length === 0 ? null : `The record up to that day has changed since: ${parts.join(", ")}.`;
}

/** Why a review is not saved or not withdrawn. */
export type ReviewRefusal = keyof typeof REFUSALS;

const REFUSALS = {
  "record-moved": "Others were saving at the same moment, so the review could not be frozen. Try again.",
  "withdrawn-already": "This review has already been withdrawn.",
  "not-found": "There is no such review in this campaign.",
};

/** What to tell the person whose review is refused; one wording for each refusal. */
export function explainReviewRefusal(reason: ReviewRefusal): string {
  return REFUSALS[reason];
}
