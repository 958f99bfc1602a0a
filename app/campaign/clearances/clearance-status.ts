import { changedSentences, type SentenceChange } from "#app/campaign/paper-text/changed-sentences.ts";
import { paperHash, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { coveringOf, type HandlingIfAny, type Widened, widenedSince } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** How a text was cleared: always shown as which (DOMAIN.md, clearance). */
export type ClearanceManner = "by a person" | "by silence" | "released by the head of mission";

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
 * A clearance on record, bound for good to the exact text, and to `handling`, how it may travel. `answers` are those of the desks that had to agree, the
 * earliest first; empty where none was asked by name. `isOwnDraft` says that a clearer wrote some of the text.
 * `report` is when and to whom a release was reported; null while it is not, and for what needs no report.
 */
export type Clearance = {
  id: string;
  hash: string;
  text: TalkingPoints;
  handling: HandlingIfAny;
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
  | {
      status: "changed since clearance";
      clearance: Clearance;
      changes: readonly SentenceChange[];
      widened: Widened | null;
    };

/** What a clearance is asked about: the hash of a text as it stands, and how it may travel now. */
export type PresentText = { hash: string; handling: HandlingIfAny };

/**
 * A paper is cleared if and only if the hash of its present text, order and footnotes is the hash of a clearance
 * on record, and it travels no further than it was cleared for: so a text that is typed back, or bound as strictly
 * again, is cleared again. Otherwise it is a draft (never cleared), or changed since the latest clearance (of this
 * text, if it has one), with the changed sentences and the wider handling named (DOMAIN.md, talking points and
 * clearance).
 */
export function clearanceStatus(
  { text, handling }: { text: TalkingPoints; handling: HandlingIfAny },
  clearances: readonly Clearance[],
): ClearanceStatus {
  const { covering, nearest } = clearancesNow({ hash: paperHash(text), handling }, clearances);
  if (covering !== null) return { status: "cleared", clearance: covering };
  if (nearest === null) return { status: "draft" };
  return {
    status: "changed since clearance",
    clearance: nearest,
    changes: changedSentences(nearest.text, text),
    widened: widenedSince(nearest.handling, handling),
  };
}

type Bound = Pick<Clearance, "hash" | "handling" | "clearedAt">;

/** The newest clearance that covers a text as it may travel now, and the one that it is told against where none does. */
export function clearancesNow<Given extends Bound>(
  { hash, handling }: PresentText,
  clearances: readonly Given[],
): { covering: Given | null; nearest: Given | null } {
  const newestFirst = clearances.toSorted(
    (one, other) => other.clearedAt.getTime() - one.clearedAt.getTime(),
  );
  const ofThisText = newestFirst.filter((one) => one.hash === hash);
  return { covering: coveringOf(handling, ofThisText), nearest: ofThisText[0] ?? newestFirst[0] ?? null };
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
  present: PresentText,
  clearances: readonly (Bound & Pick<Clearance, "clearedBy" | "manner">)[],
): PaperStanding {
  const { covering, nearest } = clearancesNow(present, clearances);
  const named = covering ?? nearest;
  if (named === null) return { status: "draft", clearedBy: null, manner: null };
  const { clearedBy, manner } = named;
  return { status: covering === null ? "changed since clearance" : "cleared", clearedBy, manner };
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

/** The two sides that clear. A desk belongs to one of them (DOMAIN.md, clearance). */
export type Side = "embassy" | "ministry";

/** For which sides an exact wording counts as cleared. */
export type ClearedFor = "nobody" | "embassy" | "both sides";

/**
 * Of the clearances of one exact wording the one that reaches farthest; null where there is none. The ministry's
 * counts for both sides; the embassy's, and what the head of mission released, for the embassy only.
 * Source: DOMAIN.md, clearance.
 */
export function widestClearance<Given extends { authority: Side }>(
  ofThisText: readonly Given[],
): Given | null {
  return ofThisText.find(({ authority }) => authority === "ministry") ?? ofThisText[0] ?? null;
}

/** For whom a wording with this widest clearance counts as cleared. Source: DOMAIN.md, clearance. */
export function clearedFor(widest: { authority: Side } | null): ClearedFor {
  if (widest === null) return "nobody";
  return widest.authority === "ministry" ? "both sides" : "embassy";
}

/**
 * Whether a clearer of that side still has something to clear in a wording: the embassy what nobody has cleared, the
 * ministry also what the embassy alone has. Source: DOMAIN.md, clearance.
 */
export function isOpenTo(side: Side, reach: ClearedFor): boolean {
  return reach === "nobody" || (reach === "embassy" && side === "ministry");
}
