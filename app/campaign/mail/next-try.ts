const MINUTE = 60_000;
const PAUSES = [1, 2, 5, 15, 60] as const;
const HOURLY = 60;

/** A letter is tried for this long after it was queued. */
export const TRIED_FOR_MS = 3 * 24 * 60 * MINUTE;

/**
 * When a letter is tried again that could not be sent: after 1, 2, 5, 15 and 60 minutes, then every hour, until three
 * days after it was queued; null when it is given up. `attempts` counts those made, the one that failed included.
 */
export function nextTry(attempts: number, queuedAt: Date, now: Date): Date | null {
  const pause = PAUSES[attempts - 1] ?? HOURLY;
  const next = new Date(now.getTime() + pause * MINUTE);
  return next.getTime() - queuedAt.getTime() > TRIED_FOR_MS ? null : next;
}
