import type { Figure } from "#app/domain/messages/library.ts";
import type { Footnote } from "#app/domain/talking-points/talking-points.ts";
import type { FigureDifference, PlannedPoint } from "./difference.ts";
import { figureKey, namesValue, saysTheSame, valueKey } from "./figure-key.ts";
import type { Telling, ToldPoint } from "./telling.ts";

/** A figure of the evidence under something that is said. */
export type FigureSaid = { key: string; figure: Figure; footnote: Footnote };

/**
 * The figures under a text: those of the proof points that it cites. Where the evidence holds several values or
 * editions of one figure and the text names some of them, only those are said.
 */
export function figuresSaid(said: { text: string; footnotes: readonly Footnote[] }): readonly FigureSaid[] {
  const all = said.footnotes.flatMap((footnote) =>
    footnote.figures.map((figure) => ({ key: figureKey(figure.what), figure, footnote })),
  );
  return [...Map.groupBy(all, ({ key }) => key).values()].flatMap((ofOneKey) => {
    const named = ofOneKey.filter(({ figure }) => namesValue(said.text, figure.value));
    return named.length === 0 ? ofOneKey : named;
  });
}

type ToldFigure = FigureSaid & { telling: Telling; point: ToldPoint };

/** An occasion with the figures that were given on it, by what they are of. */
export type FiguresTold = ReadonlyMap<string, readonly ToldFigure[]>;

/** The figures of each occasion, worked out once for all points that are compared with them. */
export function figuresTold(tellings: readonly Telling[]): readonly FiguresTold[] {
  return tellings.map((telling) => {
    const told = telling.points.flatMap((point) =>
      figuresGiven(point).map((said) => ({ ...said, telling, point })),
    );
    return Map.groupBy(told, ({ key }) => key);
  });
}

/** Of words that are known from the log alone, only the figures that they name. */
function figuresGiven(point: ToldPoint): readonly FigureSaid[] {
  const said = figuresSaid(point);
  return point.isFromLog ? said.filter(({ figure }) => namesValue(point.text, figure.value)) : said;
}

/**
 * Figures of a planned point that were given to the same people in another value or edition, in any campaign, in the
 * order of the occasions. A figure of something else, another year included, is another figure; an occasion on which
 * they were given today's value in today's edition, even beside another, is no difference.
 */
export function figureDifferences(
  planned: PlannedPoint,
  occasions: readonly FiguresTold[],
): readonly FigureDifference[] {
  const now = Map.groupBy(figuresSaid(planned.block), ({ key }) => key);
  return occasions.flatMap((told) =>
    [...now].flatMap(([key, today]) => between(planned, told.get(key) ?? [], today)),
  );
}

function between(
  planned: PlannedPoint,
  told: readonly ToldFigure[],
  today: readonly FigureSaid[],
): readonly FigureDifference[] {
  const [now] = today;
  const isSaidAgain = told.some((one) => today.some((other) => saysTheSame(one.figure, other.figure)));
  if (now === undefined || isSaidAgain) return [];
  return told.map(({ telling, point, figure, footnote }) => ({
    kind: "figure",
    telling,
    toldPoint: point,
    planned,
    told: figure,
    now: today.find((one) => valueKey(one.figure.value) !== valueKey(figure.value))?.figure ?? now.figure,
    toldFootnote: footnote,
    nowFootnote: now.footnote,
  }));
}
