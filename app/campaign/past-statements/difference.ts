import type { Block, Footnote } from "#app/campaign/paper-text/paper.ts";
import type { Figure } from "#app/text/figures.ts";
import { type Hearers, hearersInCommon, isSameOffice } from "./office.ts";
import type { PastStatement, ToldPoint } from "./past-statement.ts";

/** A point that is planned to be said: `number` counts the points to make from 1; null for a reply if raised. */
export type PlannedPoint = { block: Block; number: number | null };

/** Where a difference lies: who heard what on which occasion, and the point that says otherwise. */
type Between = { statement: PastStatement; toldPoint: ToldPoint; planned: PlannedPoint };

/** The same figure in another value or another edition. */
export type FigureDifference = Between & {
  kind: "figure";
  told: Figure;
  now: Figure;
  /** Whether the words gave it; else its footnote carried it. */
  isToldInWords: boolean;
  isNowInWords: boolean;
  toldFootnote: Footnote;
  nowFootnote: Footnote;
};

/** The same proof point, of which claim, figures or edition have changed since. */
export type EvidenceDifference = Between & { kind: "evidence"; told: Footnote; now: Footnote };

/** The same message in other words. */
export type WordingDifference = Between & { kind: "wording"; messageId: string };

export type Difference = FigureDifference | EvidenceDifference | WordingDifference;

/** Whether an occasion concerns these people: one of them was there, or one of their offices heard it. */
export function concerns(statement: PastStatement, hearers: Hearers): boolean {
  const { contactIds, offices } = hearersInCommon(hearers, statement.hearers);
  return contactIds.length + offices.length > 0;
}

/**
 * The last occasions that count for these people: the last on which one of their offices heard something, and for
 * each of them the last on which they were there themselves. `statements` are those of one message or proof point.
 */
export function lastFor(hearers: Hearers, statements: readonly PastStatement[]): readonly PastStatement[] {
  const ofOffices = hearers.offices.map((office) =>
    latest(statements.filter(({ hearers: { offices } }) => offices.some((one) => isSameOffice(one, office)))),
  );
  const ofPeople = hearers.contactIds.map((id) =>
    latest(statements.filter((statement) => statement.hearers.contactIds.includes(id))),
  );
  return [...new Set([...ofOffices, ...ofPeople].flat())];
}

/** Several at the same instant are all the latest. */
function latest(statements: readonly PastStatement[]): readonly PastStatement[] {
  const at = Math.max(...statements.map((statement) => statement.at.getTime()));
  return statements.filter((statement) => statement.at.getTime() === at);
}
