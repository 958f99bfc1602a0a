import { messageOfOrigin } from "#app/campaign/paper-text/paper.ts";
import { plainWords } from "#app/text/marks.ts";
import { lastFor, type PlannedPoint, type WordingDifference } from "./difference.ts";
import { wordsOf } from "./evidence-differences.ts";
import { type Hearers, hearersInCommon } from "./office.ts";
import type { Telling } from "./telling.ts";

/**
 * A point to make whose message the same people last heard in other words: another revision, another framing, or
 * words altered in a paper. Marks and blanks are no words. Earlier wordings are behind them; a telling whose words
 * were not recorded says nothing.
 */
export function wordingDifferences(
  planned: PlannedPoint,
  tellings: readonly Telling[],
  hearers: Hearers,
): readonly WordingDifference[] {
  const { block } = planned;
  const messageId = messageOfOrigin(block.origin);
  if (messageId === null || block.section !== "points to make") return [];
  const words = saidAs(block.text);
  const withIt = tellings.filter(({ points }) =>
    points.some((point) => point.messageId === messageId && point.text !== ""),
  );
  return lastInWords(hearers, withIt).flatMap((telling) => {
    const told = telling.points.filter((point) => point.messageId === messageId && point.text !== "");
    const [first] = told;
    if (first === undefined || told.some(({ text }) => saidAs(text) === words)) return [];
    return [{ kind: "wording", telling, toldPoint: first, planned, messageId }];
  });
}

/** A colleague speaks for the office; what somebody heard elsewhere, in an earlier post say, counts beside it. */
function lastInWords({ contactIds, offices }: Hearers, tellings: readonly Telling[]): readonly Telling[] {
  const ofOffices = lastFor({ contactIds: [], offices }, tellings);
  const ofPeople = lastFor({ contactIds, offices: [] }, tellings).filter(
    ({ hearers }) => hearersInCommon({ contactIds: [], offices }, hearers).offices.length === 0,
  );
  return [...ofOffices, ...ofPeople];
}

/** The words of a text as they are said. */
export function saidAs(text: string): string {
  return wordsOf(plainWords(text));
}
