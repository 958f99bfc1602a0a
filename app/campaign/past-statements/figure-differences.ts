import type { Footnote } from "#app/campaign/paper-text/paper.ts";
import type { Figure } from "#app/text/figures.ts";
import type { FigureDifference, PlannedPoint } from "./difference.ts";
import { figureKey, namesValue, saysTheSame, valueKey } from "./figure-key.ts";
import type { PastStatement, ToldPoint } from "./past-statement.ts";

/** A figure under a text; `isSaid` where the words name it, else it is only carried, by the footnote that holds it. */
export type FigureGiven = { key: string; figure: Figure; footnote: Footnote; isSaid: boolean };

/**
 * The figures that a text gives: those of the proof points that it cites, each said in its words or only carried.
 * Where the evidence holds several values or editions of one figure and the text names some of them, only those are
 * given. Source: DOMAIN.md, rule 13.
 */
export function figuresGiven(point: {
  text: string;
  footnotes: readonly Footnote[];
}): readonly FigureGiven[] {
  const all = point.footnotes.flatMap((footnote) =>
    footnote.figures.map((figure) => ({
      key: figureKey(figure.what),
      figure,
      footnote,
      isSaid: namesValue(point.text, figure.value),
    })),
  );
  return [...Map.groupBy(all, ({ key }) => key).values()].flatMap((ofOneKey) => {
    const said = ofOneKey.filter(({ isSaid }) => isSaid);
    return said.length === 0 ? ofOneKey : said;
  });
}

type ToldFigure = FigureGiven & { statement: PastStatement; point: ToldPoint };

/** An occasion with the figures that were given on it, by what they are of. */
export type FiguresTold = ReadonlyMap<string, readonly ToldFigure[]>;

/** The figures of each occasion, worked out once for all points that are compared with them. */
export function figuresOfOccasions(statements: readonly PastStatement[]): readonly FiguresTold[] {
  return statements.map((statement) => {
    const told = statement.points.flatMap((point) =>
      figuresTold(point).map((given) => ({ ...given, statement, point })),
    );
    return Map.groupBy(told, ({ key }) => key);
  });
}

/** Of words that are known from the log alone, only the figures that they name. */
function figuresTold(point: ToldPoint): readonly FigureGiven[] {
  const given = figuresGiven(point);
  return point.isFromLog ? given.filter(({ isSaid }) => isSaid) : given;
}

/**
 * Figures of a planned point that were given to the same people in another value or edition, in any campaign, in the
 * order of the occasions, said or only carried on either side: whoever has the paper, or asks for its source, has heard
 * two things. A figure of something else, another year included, is another figure; an occasion on which
 * they were given today's value in today's edition, even beside another, is no difference.
 */
export function figureDifferences(
  planned: PlannedPoint,
  occasions: readonly FiguresTold[],
): readonly FigureDifference[] {
  const now = Map.groupBy(figuresGiven(planned.block), ({ key }) => key);
  return occasions.flatMap((told) =>
    [...now].flatMap(([key, today]) => between(planned, told.get(key) ?? [], today)),
  );
}

function between(
  planned: PlannedPoint,
  told: readonly ToldFigure[],
  today: readonly FigureGiven[],
): readonly FigureDifference[] {
  const [first] = today;
  const isGivenAgain = told.some((one) => today.some((other) => saysTheSame(one.figure, other.figure)));
  if (first === undefined || isGivenAgain) return [];
  return told.map(({ statement, point, figure, footnote, isSaid }) => {
    const now = today.find((one) => valueKey(one.figure.value) !== valueKey(figure.value)) ?? first;
    return {
      kind: "figure",
      statement,
      toldPoint: point,
      planned,
      told: figure,
      now: now.figure,
      isToldInWords: isSaid,
      isNowInWords: now.isSaid,
      toldFootnote: footnote,
      nowFootnote: now.footnote,
    };
  });
}
