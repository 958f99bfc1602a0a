import type { ActivityReport } from "#app/campaign/activity/activity-report.ts";
import type { CoverageReport } from "#app/campaign/coverage/coverage-report.ts";
import type { CampaignSentence } from "#app/campaign/effectiveness/campaign-sentence.ts";
import type { ReceptionReport } from "#app/campaign/effectiveness/reception-report.ts";
import type { GapWorthClosing } from "#app/campaign/gaps/gap-worth-closing.ts";
import type { NextOutreach } from "#app/campaign/next-outreach/next-outreach.ts";
import type { JudgedObjective } from "#app/campaign/objectives/judged-objective.ts";
import type { Handling } from "#app/text/handling.ts";
import type { CalendarDate, Zone } from "#app/time/wall-time.ts";
import type { Misses } from "./misses.ts";

/** The shape of what is frozen. A review of another shape is not read as if it had this one. */
export const REVIEW_FORMAT = 1;

/** A message as it was worded on the day of the review. */
export type MessageText = { number: number; title: string; statement: string; isRetired: boolean };

/** How much the figures rest on. */
export type ReviewCounts = { meetingsLogged: number; ratings: number; raters: number };

/**
 * Everything that a campaign's progress was on a day, as it is frozen: figures, texts, parameters, gaps and misses. Plain
 * JSON data, from which page, Word, PDF and CSV of the review are made and from nothing else, so that they stay the same.
 * Source: DOMAIN.md, review; EFFECTIVENESS.md, §5 (parameters with date and n).
 */
export type ReviewContent = {
  format: typeof REVIEW_FORMAT;
  /** In Washington. */
  day: CalendarDate;
  /** An instant, as UTC ISO text. */
  savedAt: string;
  savedBy: string;
  /** The ministry's clock. */
  homeZone: Zone;
  campaign: {
    id: string;
    name: string;
    startsOn: CalendarDate;
    endsOn: CalendarDate;
    status: string;
    handling: Handling;
  };
  sentence: CampaignSentence;
  /** What the person who saved it makes of it; "" for nothing. */
  remark: string;
  counts: ReviewCounts;
  texts: readonly MessageText[];
  objectives: readonly JudgedObjective[];
  reception: ReceptionReport;
  gaps: readonly GapWorthClosing[];
  next: NextOutreach;
  coverage: CoverageReport;
  /** From the first day of the campaign to the day of the review. */
  activity: ActivityReport;
  misses: Misses;
};
