import { chosen, optionalDay, optionalLine } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";
import { staleSince } from "#app/time/as-of.ts";
import { addDays, daysBetween, isWrittenDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { tidy } from "../library/library-file.ts";

/** Where a proof point stands with its review on a day. `days` are counted from that day, never negative. */
export type ReviewState =
  | { state: "no review needed" }
  | { state: "current"; days: number }
  | { state: "due soon"; days: number }
  | { state: "stale"; days: number };

/** A review counts as due soon this many days before its date. */
export const DUE_SOON_DAYS = 60;

/**
 * Where the review of a proof point stands on `today`: stale from the day after its review date, due soon in the 60
 * days up to it. A proof point without a review date is never stale. Source: DOMAIN.md, rule 7.
 */
export function reviewState(reviewBy: CalendarDate | null, today: CalendarDate): ReviewState {
  if (reviewBy === null) return { state: "no review needed" };
  const days = daysBetween(today, reviewBy);
  if (days < 0) return { state: "stale", days: -days };
  return { state: days <= DUE_SOON_DAYS ? "due soon" : "current", days };
}

/**
 * What stands beside anything that leans on these proof points, wherever it shows: "P21 stale since 1 Apr" for each
 * that is past its review date on `today`. Source: DOMAIN.md, rule 7.
 */
export function staleEvidence(
  evidence: readonly { code: string; reviewBy: CalendarDate | null }[],
  today: CalendarDate,
): readonly string[] {
  return evidence.flatMap(({ code, reviewBy }) => {
    const since = staleSince(reviewBy, today);
    return since === "" ? [] : [`${code} ${since}`];
  });
}

/**
 * The next review date that is offered when a proof point was found to be still true: as long after `today` as the
 * last review date was after the day of the fact (or of its last check), at least 30 days and at most two years.
 * Null where it had no review date. `since` is a day, a month or a year.
 */
export function nextReviewBy(
  reviewBy: CalendarDate | null,
  since: string,
  today: CalendarDate,
): CalendarDate | null {
  if (reviewBy === null) return null;
  const first = `${since}-01-01`.slice(0, 10);
  const span = isWrittenDay(first) ? daysBetween(first, reviewBy) : 0;
  return addDays(today, Math.min(Math.max(span, 30), 730));
}

/** That a proof point was held against one of its sources and found true, and until when that holds. */
export const checkRecord = record({
  source: chosen("Choose the source you checked").meta({
    label: "Source checked",
    none: "Choose one",
    column: "source_id",
  }),
  reviewBy: optionalDay().meta({
    label: "Review again by",
    hint: "For example, 12 Nov 2027. Leave empty if no review is needed.",
  }),
  note: tidy(optionalLine(300)).meta({ label: "What you found" }),
});

type Checked = {
  reviewBy: CalendarDate | null;
  checkedOn: CalendarDate | null;
  asOf: string;
  sources: readonly { code: string }[];
};

/** What the form begins with: its only source, and the next review date that follows from the last one. */
export function checkValues({ reviewBy, checkedOn, asOf, sources }: Checked, today: CalendarDate) {
  const [only, another] = sources;
  return checkRecord.typed({
    source: another === undefined ? only?.code : null,
    reviewBy: nextReviewBy(reviewBy, checkedOn ?? asOf, today),
  });
}
