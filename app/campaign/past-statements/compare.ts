import { footnoteText } from "#app/campaign/paper-text/footnotes.ts";
import { blocksOf, isNoteToSpeaker, type TalkingPoints } from "#app/campaign/paper-text/paper.ts";
import { concerns, type Difference, type PlannedPoint } from "./difference.ts";
import { evidenceDifferences, saidAs, wordingDifferences } from "./evidence-differences.ts";
import { figureDifferences, figuresOfOccasions } from "./figure-differences.ts";
import { editionKey, figureKey, valueKey } from "./figure-key.ts";
import { type Hearers, hearersInCommon, isSameOffice } from "./office.ts";
import type { PastStatement } from "./past-statement.ts";
import { mentionsBoth } from "./say-it-openly.ts";

/** What is planned to be said: the points to make, then the words to say if raised. Avoid, background and notes are not. */
export function plannedPoints(paper: TalkingPoints): readonly PlannedPoint[] {
  return [
    ...blocksOf(paper, "points to make").map((block, index) => ({ block, number: index + 1 })),
    ...blocksOf(paper, "if raised")
      .filter((block) => !isNoteToSpeaker(block))
      .map((block) => ({ block, number: null })),
  ];
}

/**
 * Every point of a paper in which those who will hear it are told something else than they, or their office, were
 * told before by any of our campaigns: a figure in another value or edition, a proof point that has changed since, a
 * message in other words. Each is named once, with its latest occasion and in the order of the points.
 *
 * A difference that was said openly on a later occasion is settled. Told later without a word on the old figure, it
 * is not: they have heard two things. Source: DOMAIN.md, proof point (edition) and key message (revision).
 */
export function compareWithTold(
  paper: TalkingPoints,
  statements: readonly PastStatement[],
  hearers: Hearers,
): readonly Difference[] {
  const newestFirst = statements
    .filter((statement) => concerns(statement, hearers))
    .toSorted((one, other) => other.at.getTime() - one.at.getTime());
  const figures = figuresOfOccasions(newestFirst);
  const all = plannedPoints(paper).flatMap((planned) => {
    const ofFigures = figureDifferences(planned, figures);
    const ofEvidence = evidenceDifferences(planned, newestFirst, hearers).filter(
      ({ told }) => !ofFigures.some((one) => one.toldFootnote.proofPointId === told.proofPointId),
    );
    return [...ofFigures, ...ofEvidence, ...wordingDifferences(planned, newestFirst, hearers)];
  });
  const open = all.filter((difference) => !wasSaidSince(difference, newestFirst, hearers));
  return [...Map.groupBy(open, identityOf).values()].flatMap(([first]) =>
    first === undefined ? [] : [first],
  );
}

/** Said later to everybody of these people who had heard the other thing. */
function wasSaidSince(
  difference: Difference,
  statements: readonly PastStatement[],
  hearers: Hearers,
): boolean {
  const { statement } = difference;
  const whoHeardIt = hearersInCommon(hearers, statement.hearers);
  return statements.some(
    ({ at, hearers: later, points }) =>
      at > statement.at &&
      isCovered(whoHeardIt, later) &&
      points.some(({ text }) => mentionsBoth(difference, text)),
  );
}

/** Whether an office, or where none is known each person, has heard it again. */
function isCovered({ contactIds, offices }: Hearers, by: Hearers): boolean {
  if (offices.length === 0) return contactIds.every((id) => by.contactIds.includes(id));
  return offices.every((office) => by.offices.some((one) => isSameOffice(one, office)));
}

/** What makes two differences one: the same thing told and the same thing said now, whenever and wherever. */
export function identityOf(difference: Difference): string {
  switch (difference.kind) {
    case "figure": {
      const { told, now } = difference;
      const of = [told.value, now.value].map(valueKey);
      return ["figure", figureKey(told.what), ...of, ...[told.edition, now.edition].map(editionKey)].join(
        "|",
      );
    }
    case "evidence":
      return ["evidence", difference.now.proofPointId, footnoteText(difference.told)].join("|");
    case "wording":
      return ["wording", difference.messageId, saidAs(difference.toldPoint.text)].join("|");
  }
}
