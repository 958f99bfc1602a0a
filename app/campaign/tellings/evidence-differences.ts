import type { Footnote } from "#app/campaign/paper-text/paper.ts";
import { type EvidenceDifference, lastFor, type PlannedPoint } from "./difference.ts";
import { editionKey, figureKey, valueKey } from "./figure-key.ts";
import type { Hearers } from "./office.ts";
import type { Telling } from "./telling.ts";

/** What has changed in a proof point between two days on which it was cited. */
export type EvidenceChange = "claim" | "figures" | "edition";

/**
 * What differs between a proof point as it was cited once and as it stands: its claim by words, its figures by what
 * they are of, value and edition, and its edition. Dates, sources, review and caveat may change without another
 * thing being said.
 */
export function evidenceChanges(then: Footnote, now: Footnote): readonly EvidenceChange[] {
  const changes: readonly (readonly [EvidenceChange, boolean])[] = [
    ["claim", wordsOf(then.claim) !== wordsOf(now.claim)],
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

/** A text by its words alone: any blank is one blank. */
export function wordsOf(text: string): string {
  return text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/**
 * Proof points under a planned point that have changed since the same people last heard them from a paper; a log does
 * not keep how the evidence stood. Who has heard the
 * proof point as it stands since then is not reminded.
 */
export function evidenceDifferences(
  planned: PlannedPoint,
  tellings: readonly Telling[],
  hearers: Hearers,
): readonly EvidenceDifference[] {
  return planned.block.footnotes.flatMap((now) => {
    const withIt = tellings.filter(({ points }) =>
      points.some((point) => !point.isFromLog && cites(point.footnotes, now)),
    );
    return lastFor(hearers, withIt).flatMap((telling) =>
      telling.points.flatMap((toldPoint) =>
        toldPoint.footnotes
          .filter(
            (told) => !toldPoint.isFromLog && cites([told], now) && evidenceChanges(told, now).length > 0,
          )
          .map((told) => ({ kind: "evidence" as const, telling, toldPoint, planned, told, now })),
      ),
    );
  });
}

function cites(footnotes: readonly Footnote[], { proofPointId }: Footnote): boolean {
  return footnotes.some((one) => one.proofPointId === proofPointId);
}
