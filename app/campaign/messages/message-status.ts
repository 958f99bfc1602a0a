import {
  type ClearanceManner,
  clearedFor,
  isOpenTo,
  type Side,
  widestClearance,
} from "#app/campaign/clearances/clearance-status.ts";
import { textHash } from "#app/text/text-hash.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** A clearer's act on the exact text of one revision. `at` is a UTC instant. */
export type RevisionClearance = {
  revisionId: string;
  textHash: string;
  manner: ClearanceManner;
  authority: "embassy" | "ministry";
  clearedBy: string;
  at: string;
};

/** A message as its status is worked out: its newest revision, and whether it was sent for review or retired. */
export type MessageState = {
  newest: { id: string; textHash: string };
  sentForReviewAt: string | null;
  retiredAt: string | null;
};

export type MessageStatus =
  | { status: "draft" }
  | { status: "in review"; since: string }
  | { status: "cleared"; clearance: RevisionClearance }
  | { status: "retired"; since: string };

/**
 * The status of a message, computed: retired once it was retired; cleared if and only if the exact text of its newest
 * revision is the text of a clearance on record, named by the one that reaches farthest; else in review once it was
 * sent, else a draft. Source: DOMAIN.md, key message ("clearance belongs to a revision") and clearance.
 */
export function messageStatus(
  { newest, sentForReviewAt, retiredAt }: MessageState,
  clearances: readonly RevisionClearance[],
): MessageStatus {
  if (retiredAt !== null) return { status: "retired", since: retiredAt };
  const clearance = clearanceOfText(newest, clearances);
  if (clearance !== null) return { status: "cleared", clearance };
  return sentForReviewAt === null ? { status: "draft" } : { status: "in review", since: sentForReviewAt };
}

/** The clearance of a revision's exact text that reaches farthest; null where there is none. Source: DOMAIN.md, clearance. */
export function clearanceOfText(
  revision: MessageState["newest"],
  clearances: readonly RevisionClearance[],
): RevisionClearance | null {
  return widestClearance(
    clearances.filter((one) => one.revisionId === revision.id && one.textHash === revision.textHash),
  );
}

/** Whether a clearer of that side still has something to clear in a wording with this status. Source: DOMAIN.md, clearance. */
export function mayStillBeCleared(status: MessageStatus, side: Side): boolean {
  if (status.status === "retired") return false;
  return isOpenTo(side, clearedFor(status.status === "cleared" ? status.clearance : null));
}

/** The words of a message in one revision. */
export type MessageText = {
  title: string;
  statement: string;
  talkingPoint: string;
  avoid: string;
  note: string;
};

/**
 * The hash that a clearance of a revision is bound to: title, statement, talking point, what to avoid and the note,
 * in this order, to the code point (DOMAIN.md: clearance is bound to the exact text).
 */
export function messageTextHash({ title, statement, talkingPoint, avoid, note }: MessageText): string {
  return textHash(["key message", title, statement, talkingPoint, avoid, note]);
}

/** The number of the revision after these: 1 for the first, no gaps, no number given twice. */
export function nextRevisionNumber(numbers: readonly number[]): number {
  return Math.max(0, ...numbers) + 1;
}

/** Whether two wordings are the same to the code point, so that no revision is made of a form sent without a change. */
export function isSameText(one: MessageText, other: MessageText): boolean {
  return messageTextHash(one) === messageTextHash(other);
}

/**
 * Whether a message is in effect on a day: from its first to its last day, both included; no first day means from
 * the beginning, no last day means until it is retired.
 */
export function isInEffect(
  {
    effectiveFrom,
    effectiveUntil,
  }: { effectiveFrom: CalendarDate | null; effectiveUntil: CalendarDate | null },
  day: CalendarDate,
): boolean {
  return (
    (effectiveFrom === null || effectiveFrom <= day) && (effectiveUntil === null || day <= effectiveUntil)
  );
}
