const HOUR_MS = 3_600_000;

/** How long a session lives without use, and in all, in milliseconds. */
export const SESSION_IDLE_MS = 12 * HOUR_MS;
export const SESSION_WHOLE_MS = 7 * 24 * HOUR_MS;

/** Being seen is noted at most this often, in milliseconds: a page view need not be a write. */
export const SESSION_SEEN_STEP_MS = 5 * 60_000;

/**
 * Whether a session is over: 12 hours without use, or 7 days after its start. `now` before `startedAt` counts as over,
 * since the clock cannot be believed.
 */
export function isSessionOver(startedAt: Date, lastSeenAt: Date, now: Date): boolean {
  const sinceStart = now.getTime() - startedAt.getTime();
  const sinceSeen = now.getTime() - lastSeenAt.getTime();
  return sinceStart < 0 || sinceStart > SESSION_WHOLE_MS || sinceSeen > SESSION_IDLE_MS;
}
