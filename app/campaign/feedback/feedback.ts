import { type ObservationKind, VARIANCE_MULTIPLIERS } from "#app/method/observation.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What a reaction outside a meeting may be. Source: DOMAIN.md, record "feedback". */
export const FEEDBACK_KINDS = [
  "written reply",
  "public statement",
  "vote or co-signature",
  "adopted text",
  "media mention",
  "survey answer",
] as const;

export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

/** The kind as a label stands: "Vote or co-signature". */
export function feedbackLabel(kind: FeedbackKind): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** Under which kind of the method a reaction counts. Source: EFFECTIVENESS.md §1. */
export function observationKindOf(kind: FeedbackKind): ObservationKind {
  switch (kind) {
    case "written reply":
    case "survey answer":
      return kind;
    case "public statement":
      return "public statement by the contact";
    case "vote or co-signature":
    case "adopted text":
      return "vote, co-signature or adopted text";
    case "media mention":
      return "media mention coded by a person";
  }
}

/**
 * How much less a reaction of that kind is trusted than a note of a meeting, as a factor on its variance: an act or a
 * public word counts double (0.5), a mention that somebody coded a third (3). Source: EFFECTIVENESS.md §1.
 */
export function varianceMultiplierOf(kind: FeedbackKind): number {
  return VARIANCE_MULTIPLIERS[observationKindOf(kind)];
}

export type FeedbackRefusal = keyof typeof REFUSALS;

/** Whether a reaction can be kept: one that has not happened yet is a plan, never data. Source: EFFECTIVENESS.md §1. */
export function checkFeedback(
  { day }: { day: CalendarDate },
  today: CalendarDate,
): { ok: true } | { ok: false; reason: FeedbackRefusal } {
  return day > today ? { ok: false, reason: "day-in-the-future" } : { ok: true };
}

const REFUSALS = {
  "day-in-the-future": "Enter the day it happened: today or earlier",
  "not-of-this-campaign": "Choose from this campaign’s list",
  "not-of-that-audience":
    "That person is not in the audience. Choose someone else, or add this person to the audience first",
};

/** What to tell somebody whose entry was refused; one wording for each refusal. */
export function explainFeedbackRefusal(reason: FeedbackRefusal): string {
  return REFUSALS[reason];
}
