import { textHash } from "#app/text/text-hash.ts";

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
  { effectiveFrom, effectiveUntil }: { effectiveFrom: string | null; effectiveUntil: string | null },
  day: string,
): boolean {
  return (
    (effectiveFrom === null || effectiveFrom <= day) && (effectiveUntil === null || day <= effectiveUntil)
  );
}
