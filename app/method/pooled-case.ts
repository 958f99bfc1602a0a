import { z } from "zod";
import { variationIn } from "./arrow-matrix.ts";
import { type Cell, cellsOf, emptyCell, type SmoothedCell } from "./cell.ts";
import { changeBetween, compareLevels } from "./comparison.ts";
import { refusalOfNote } from "./observation.ts";
import { DEFAULT_PARAMETERS, estimateParameters, objectiveOf } from "./parameters.ts";
import {
  type CellOnDay,
  chancePositive,
  type Level,
  levelOf,
  type Pooled,
  rangeOf,
  rollUp,
  smoothAndPool,
} from "./reception-level.ts";

const place = z.number().int().min(0);
const positive = z.number().positive();
const design = {
  messages: place,
  audiences: place,
  raters: place,
  observations: z.array(
    z.object({
      message: place,
      audience: place,
      rater: place.nullable().default(null),
      day: z.number(),
      score: z.number(),
      varianceMultiplier: z.number(),
    }),
  ),
};
const estimated = {
  sigma: positive,
  tau: positive,
  halfLifeDays: positive,
  sdMessage: positive,
  sdAudience: positive,
  sdRater: positive,
};
const grand = { grandMean: z.number().default(0), grandSd: positive.default(1) };

export const pooledInput = z.object({
  ...design,
  hyper: z.object({ ...estimated, ...grand }),
  queries: z.object({
    cells: z.array(z.object({ message: place, audience: place, day: z.number() })).default([]),
    comparisons: z.array(z.object({ audience: place, day: z.number(), a: place, b: place })).default([]),
    changes: z
      .array(z.object({ message: place, audience: place, fromDay: z.number(), toDay: z.number() }))
      .default([]),
    // Beyond the published vectors: a message over audiences, weighted; the result has them only where they are asked.
    rollUps: z
      .array(z.object({ message: place, day: z.number(), weights: z.array(z.number().min(0)) }))
      .default([]),
  }),
});
export const estimateInput = z.object({ ...design, evaluateAt: z.object({ ...estimated, ...grand }) });

type Answer = { result: unknown } | { refused: string };
type Design = Pick<z.infer<typeof pooledInput>, "messages" | "audiences" | "raters" | "observations">;
type CellPlace = { message: number; audience: number };

/** The solve costs their cube, and their square in memory. Source: EFFECTIVENESS.md §4. */
const MOST_UNKNOWNS = 2_000;

function refusalOf(input: Design, asked: readonly CellPlace[]): string | null {
  const { messages, audiences, raters } = input;
  if (1 + messages + audiences + raters > MOST_UNKNOWNS)
    return `more than ${MOST_UNKNOWNS - 1} messages, audiences and raters together`;
  const isOutside = input.observations.some(
    ({ message, audience, rater }) => message >= messages || audience >= audiences || (rater ?? -1) >= raters,
  );
  if (isOutside) return "a note names a message, audience or rater that is not there";
  if (asked.some(({ message, audience }) => message >= messages || audience >= audiences))
    return "a query names a message or audience that is not there";
  return input.observations.map(refusalOfNote).find((reason) => reason !== null) ?? null;
}

function cellsIn(input: Design): Cell[] {
  return cellsOf(input.observations.map((observation, id) => ({ ...observation, id })));
}

type PooledInput = z.infer<typeof pooledInput>;
type AskedCell = {
  on: (day: number) => CellOnDay;
  at: (day: number) => Level;
  covariance: SmoothedCell["covariance"];
};
type Find = (message: number, audience: number) => AskedCell;

/** Levels, comparisons and changes over all cells, in the order of the queries. §4, §7. */
export function answerPooled(input: PooledInput): Answer {
  const asked = askedCells(input.queries);
  const refused = refusalOf(input, asked);
  if (refused) return { refused };
  const cells = withAsked(cellsIn(input), asked);
  const days = askedDays(input.queries);
  const { smoothed, pooled } = smoothAndPool(cells, () => days, input, input.hyper);
  const find: Find = (message, audience) => {
    const index = cells.findIndex((cell) => cell.message === message && cell.audience === audience);
    const [cell, smooth] = [cells[index], smoothed[index]];
    if (cell === undefined || smooth === undefined)
      throw new RangeError("A cell that was asked for is missing");
    const on = (day: number) => ({ cell, smoothed: smooth.at(day) });
    return { on, at: (day) => levelOf(pooled, cell, smooth.at(day)), covariance: smooth.covariance };
  };
  return {
    result: {
      logLikelihood: pooled.logLikelihood,
      ...effectsOf(pooled),
      cells: input.queries.cells.map((query) => answerCell(find, query)),
      comparisons: input.queries.comparisons.map((query) => answerComparison(pooled, find, query)),
      changes: input.queries.changes.map((query) => answerChange(pooled, find, query)),
      ...answerRollUps(pooled, find, input.queries.rollUps),
    },
  };
}

function askedCells({ cells, comparisons, changes, rollUps }: PooledInput["queries"]): CellPlace[] {
  const compared = comparisons.flatMap(({ audience, a, b }) =>
    [a, b].map((message) => ({ message, audience })),
  );
  const rolledUp = rollUps.flatMap(({ message, weights }) =>
    weights.map((_, audience) => ({ message, audience })),
  );
  return [...cells, ...changes, ...compared, ...rolledUp];
}

function askedDays({ cells, comparisons, changes, rollUps }: PooledInput["queries"]): number[] {
  return [
    ...cells.map(({ day }) => day),
    ...comparisons.map(({ day }) => day),
    ...rollUps.map(({ day }) => day),
    ...changes.flatMap(({ fromDay, toDay }) => [fromDay, toDay]),
  ];
}

function effectsOf({ effects, precision, dimensions: { messages, audiences } }: Pooled) {
  const [grandMean = 0, ...others] = effects;
  return {
    effects: {
      grandMean,
      messages: others.slice(0, messages),
      audiences: others.slice(messages, messages + audiences),
      raters: others.slice(messages + audiences),
    },
    effectSd: [...effects].map((_, index) => {
      const shared = new Float64Array(precision.shared.size);
      const isMessage = index >= 1 && index <= messages;
      if (!isMessage) shared[index === 0 ? 0 : index - messages] = 1;
      const message = isMessage ? index - 1 : 0;
      return Math.sqrt(variationIn(precision, { message, ofMessage: isMessage ? 1 : 0, shared }));
    }),
  };
}

function answerCell(find: Find, query: PooledInput["queries"]["cells"][number]) {
  const level = find(query.message, query.audience).at(query.day);
  const { mean, variance, ownWeight } = level;
  return { ...query, mean, variance, ownWeight, ...rangeOf(level), pPositive: chancePositive(level) };
}

function answerComparison(pooled: Pooled, find: Find, query: PooledInput["queries"]["comparisons"][number]) {
  const a = find(query.a, query.audience).at(query.day);
  const b = find(query.b, query.audience).at(query.day);
  const { mean, variance, probability } = compareLevels(pooled, a, b);
  return { ...query, meanDifference: mean, varianceDifference: variance, pABeatsB: probability };
}

function answerChange(pooled: Pooled, find: Find, query: PooledInput["queries"]["changes"][number]) {
  const cell = find(query.message, query.audience);
  const covariance = cell.covariance(query.fromDay, query.toDay);
  return { ...query, ...changeBetween(pooled, cell.at(query.fromDay), cell.at(query.toDay), covariance) };
}

function answerRollUps(pooled: Pooled, find: Find, queries: PooledInput["queries"]["rollUps"]) {
  if (queries.length === 0) return {};
  const rollUps = queries.map((query) => {
    const cells = query.weights.map((_, audience) => find(query.message, audience).on(query.day));
    const level = rollUp(pooled, cells, query.weights);
    const { mean, variance, ownWeight } = level;
    return { ...query, mean, variance, ownWeight, ...rangeOf(level), pPositive: chancePositive(level) };
  });
  return { rollUps };
}

function withAsked(cells: readonly Cell[], asked: readonly CellPlace[]): Cell[] {
  const all = [...cells];
  for (const { message, audience } of asked) {
    if (!all.some((cell) => cell.message === message && cell.audience === audience)) {
      all.push(emptyCell(message, audience));
    }
  }
  return all;
}

/** The parameters found, the objective there, at the defaults, and at those given. §5. */
export function answerEstimate(input: z.infer<typeof estimateInput>): Answer {
  const refused = refusalOf(input, []);
  if (refused) return { refused };
  const cells = cellsIn(input);
  const { parameters } = estimateParameters(cells, input);
  const { grandMean, grandSd, ...hyper } = parameters;
  return {
    result: {
      objective: objectiveOf(cells, input, parameters),
      objectiveAtDefaults: objectiveOf(cells, input, DEFAULT_PARAMETERS),
      hyper,
      objectiveAt: objectiveOf(cells, input, input.evaluateAt),
    },
  };
}
