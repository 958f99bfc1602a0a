import { isStale } from "#app/campaign/paper-text/footnotes.ts";
import { type Footnote, messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import { plainWords } from "#app/text/marks.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type EvidenceDifference, lastFor, type PlannedPoint, type WordingDifference } from "./difference.ts";
import { editionKey, figureKey, valueKey } from "./figure-key.ts";
import { type Hearers, hearersInCommon } from "./office.ts";
import type { PastStatement } from "./past-statement.ts";

/** What has changed in a proof point between two days on which it was cited. */
type EvidenceChange = "claim" | "figures" | "edition";

/**
 * What differs between a proof point as it was cited once and as it stands: its claim by words, its figures by what
 * they are of, value and edition, and its edition. Dates, sources, review and caveat may change without another
 * thing being said.
 */
function evidenceChanges(then: Footnote, now: Footnote): readonly EvidenceChange[] {
  const changes: readonly (readonly [EvidenceChange, boolean])[] = [
    ["claim", saidAs(then.claim) !== saidAs(now.claim)],
    ["figures", figuresOf(then) !== figuresOf(now)],
    ["edition", editionKey(then.edition) !== editionKey(now.edition)],
  ];
  return changes.flatMap(([change, isSo]) => (isSo ? [change] : []));
}

function figuresOf({ figures }: Footnote): string {
  const lines = figures.map(({ what, value, edition }) =>
    [figureKey(what), valueKey(value), editionKey(edition)].join(" | "),
  );
  return lines.toSorted().join("\n");
}

/**
 * Proof points under a planned point that have changed since the same people last heard them from a paper; a log does
 * not keep how the evidence stood. Who has heard the
 * proof point as it stands since then is not reminded.
 */
export function evidenceDifferences(
  planned: PlannedPoint,
  statements: readonly PastStatement[],
  hearers: Hearers,
): readonly EvidenceDifference[] {
  return planned.block.footnotes.flatMap((now) => {
    const withIt = statements.filter(({ points }) =>
      points.some((point) => !point.isFromLog && cites(point.footnotes, now)),
    );
    return lastFor(hearers, withIt).flatMap((statement) =>
      statement.points.flatMap((toldPoint) =>
        toldPoint.footnotes
          .filter(
            (told) => !toldPoint.isFromLog && cites([told], now) && evidenceChanges(told, now).length > 0,
          )
          .map((told) => ({ kind: "evidence" as const, statement, toldPoint, planned, told, now })),
      ),
    );
  });
}

function cites(footnotes: readonly Footnote[], { proofPointId }: Footnote): boolean {
  return footnotes.some((one) => one.proofPointId === proofPointId);
}

/**
 * A point to make whose message the same people last heard in other words: another revision, another framing, or
 * words altered in a paper. Marks and blanks are no words. Earlier wordings are behind them; a statement whose words
 * were not recorded says nothing.
 */
export function wordingDifferences(
  planned: PlannedPoint,
  statements: readonly PastStatement[],
  hearers: Hearers,
): readonly WordingDifference[] {
  const { block } = planned;
  const messageId = messageOfOrigin(block.origin);
  if (messageId === null || block.section !== "points to make") return [];
  const words = saidAs(block.text);
  const withIt = statements.filter(({ points }) =>
    points.some((point) => point.messageId === messageId && point.text !== ""),
  );
  return lastInWords(hearers, withIt).flatMap((statement) => {
    const told = statement.points.filter((point) => point.messageId === messageId && point.text !== "");
    const [first] = told;
    if (first === undefined || told.some(({ text }) => saidAs(text) === words)) return [];
    return [{ kind: "wording", statement, toldPoint: first, planned, messageId }];
  });
}

/** A colleague speaks for the office; what somebody heard elsewhere, in an earlier post say, counts beside it. */
function lastInWords(
  { contactIds, offices }: Hearers,
  statements: readonly PastStatement[],
): readonly PastStatement[] {
  const ofOffices = lastFor({ contactIds: [], offices }, statements);
  const ofPeople = lastFor({ contactIds, offices: [] }, statements).filter(
    ({ hearers }) => hearersInCommon({ contactIds: [], offices }, hearers).offices.length === 0,
  );
  return [...ofOffices, ...ofPeople];
}

/** The words of a text as they are said: any blank is one blank. */
export function saidAs(text: string): string {
  return plainWords(text).normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/** What has become of the evidence on which something was told. */
export type EvidenceSince =
  | { since: "as it was" }
  | { since: "stale"; reviewBy: CalendarDate }
  | { since: "changed"; changes: readonly EvidenceChange[] }
  | { since: "gone" };

/**
 * What has become of a proof point since it was told: gone from the library, changed in claim, figures or edition,
 * stale by its present review date, or as it was. `now` is the proof point as it stands on `today`, null where it is
 * gone; a change goes before staleness.
 */
export function evidenceSince(told: Footnote, now: Footnote | null, today: CalendarDate): EvidenceSince {
  if (now === null) return { since: "gone" };
  const changes = evidenceChanges(told, now);
  if (changes.length > 0) return { since: "changed", changes };
  return now.reviewBy !== null && isStale(now, today)
    ? { since: "stale", reviewBy: now.reviewBy }
    : { since: "as it was" };
}
