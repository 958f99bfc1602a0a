import type { ClearanceManner } from "#app/domain/messages/message-status.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { changedSentences, type SentenceChange } from "./changed-sentences.ts";
import { paperHash } from "./paper-hash.ts";
import type { TalkingPoints } from "./talking-points.ts";

/** Which desk answers for a clearance. */
export type Authority = "embassy" | "ministry";

/**
 * What one desk that had to agree has answered: `by` is null where its silence counted as agreement, `inPlaceOf` the
 * holder for whom a deputy answered, `isOwnDraft` says that the person wrote some of the text.
 */
export type DeskAnswer = {
  desk: string;
  by: string | null;
  inPlaceOf: string | null;
  isOwnDraft: boolean;
  at: Date;
  manner: "by a person" | "by silence";
};

/**
 * A clearance on record, bound for good to the exact text. `answers` are those of the desks that had to agree, the
 * earliest first; empty where none was asked by name. `isOwnDraft` says that a clearer wrote some of the text.
 * `report` is when and to whom a release was reported; null while it is not, and for what needs no report.
 */
export type Clearance = {
  id: string;
  hash: string;
  text: TalkingPoints;
  authority: Authority;
  manner: ClearanceManner;
  answers: readonly DeskAnswer[];
  clearedBy: string;
  clearedAt: Date;
  isOwnDraft: boolean;
  report: { on: CalendarDate; to: string } | null;
};

export type ClearanceStatus =
  | { status: "draft" }
  | { status: "cleared"; clearance: Clearance }
  | { status: "changed since clearance"; clearance: Clearance; changes: readonly SentenceChange[] };

/**
 * A paper is cleared if and only if the hash of its present text, order and footnotes is the hash of a clearance
 * on record, so a text that is typed back is cleared again. Otherwise it is a draft (never cleared), or changed
 * since the latest clearance, with the changed sentences named (DOMAIN.md, talking
 * points).
 */
export function clearanceStatus(paper: TalkingPoints, clearances: readonly Clearance[]): ClearanceStatus {
  const newestFirst = clearances.toSorted(
    (one, other) => other.clearedAt.getTime() - one.clearedAt.getTime(),
  );
  const [latest] = newestFirst;
  if (latest === undefined) return { status: "draft" };
  const hash = paperHash(paper);
  const clearance = newestFirst.find((one) => one.hash === hash);
  if (clearance !== undefined) return { status: "cleared", clearance };
  const changes = changedSentences(latest.text, paper);
  return { status: "changed since clearance", clearance: latest, changes };
}

/** Whether a text is cleared, in a word; by whom and how the clearance that counts, or else the latest, was. */
export type PaperStanding =
  | { status: "draft"; clearedBy: null; manner: null }
  | {
      status: Exclude<ClearanceStatus["status"], "draft">;
      clearedBy: string;
      manner: ClearanceManner;
    };

/** The same decision as `clearanceStatus` from hashes alone, for lists: without naming what changed. */
export function standingOf(
  hash: string,
  clearances: readonly Pick<Clearance, "hash" | "clearedBy" | "clearedAt" | "manner">[],
): PaperStanding {
  const newestFirst = clearances.toSorted(
    (one, other) => other.clearedAt.getTime() - one.clearedAt.getTime(),
  );
  const clearance = newestFirst.find((one) => one.hash === hash);
  if (clearance !== undefined) {
    const { clearedBy, manner } = clearance;
    return { status: "cleared", clearedBy, manner };
  }
  const [latest] = newestFirst;
  if (latest === undefined) return { status: "draft", clearedBy: null, manner: null };
  return { status: "changed since clearance", clearedBy: latest.clearedBy, manner: latest.manner };
}

/** The mark that a paper carries wherever it leaves the product; null for a cleared one. */
export function notClearedMark(status: ClearanceStatus): "NOT CLEARED" | "CHANGED SINCE CLEARANCE" | null {
  switch (status.status) {
    case "draft":
      return "NOT CLEARED";
    case "changed since clearance":
      return "CHANGED SINCE CLEARANCE";
    case "cleared":
      return null;
  }
}
