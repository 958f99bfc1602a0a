import { isStale } from "#app/campaign/paper-text/footnotes.ts";
import type { Footnote } from "#app/campaign/paper-text/paper.ts";
import { type EvidenceChange, evidenceChanges } from "./evidence-differences.ts";

/** What has become of the evidence on which something was told. */
export type EvidenceSince =
  | { since: "as it was" }
  | { since: "stale"; reviewBy: string }
  | { since: "changed"; changes: readonly EvidenceChange[] }
  | { since: "gone" };

/**
 * What has become of a proof point since it was told: gone from the library, changed in claim, figures or edition,
 * stale by its present review date, or as it was. `now` is the proof point as it stands on `today`, null where it is
 * gone; a change goes before staleness.
 */
export function evidenceSince(told: Footnote, now: Footnote | null, today: string): EvidenceSince {
  if (now === null) return { since: "gone" };
  const changes = evidenceChanges(told, now);
  if (changes.length > 0) return { since: "changed", changes };
  return now.reviewBy !== null && isStale(now, today)
    ? { since: "stale", reviewBy: now.reviewBy }
    : { since: "as it was" };
}
