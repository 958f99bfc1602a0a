import { z } from "zod";
import { refusalOfNote } from "./observation.ts";
import { filterForward, type Nodes, smoothBackward } from "./state-filter.ts";

export const singleCellInput = z.object({
  mu: z.number(),
  tau: z.number().positive(),
  halfLifeDays: z.number().positive(),
  sigma: z.number().positive(),
  observations: z
    .array(
      z.object({
        id: z.number().nullish(),
        day: z.number(),
        score: z.number(),
        varianceMultiplier: z.number(),
      }),
    )
    // Notes without an id are taken in the file's order.
    .transform((notes) => notes.map((note, place) => ({ ...note, id: note.id ?? place }))),
  queryDays: z.array(z.number()).default([]),
});

type SingleCell = z.infer<typeof singleCellInput>;

/** One cell about a known mean: filter, smoother and days asked for, each in order of day, then id. §3. */
export function answerSingleCell(input: SingleCell): { result: unknown } | { refused: string } {
  const refused = input.observations.map(refusalOfNote).find((reason) => reason !== null);
  if (refused) return { refused };
  const places = [
    ...input.observations.map((note) => ({ ...note, query: null })),
    ...input.queryDays.map((day, query) => ({ day, query, id: 0, score: input.mu, varianceMultiplier: 0 })),
  ].toSorted((a, b) => a.day - b.day || (a.query ?? -1) - (b.query ?? -1) || a.id - b.id);
  const nodes: Nodes = {
    days: Float64Array.from(places, ({ day }) => day),
    multipliers: Float64Array.from(places, ({ varianceMultiplier }) => varianceMultiplier),
    rows: Float64Array.from(places, ({ score }) => score - input.mu),
    columns: 1,
  };
  const forward = filterForward(nodes, input);
  const backward = smoothBackward(forward, 1);
  const noteNodes = places.flatMap(({ query }, node) => (query === null ? [node] : []));
  const queryNodes = input.queryDays.map((_, query) => places.findIndex((place) => place.query === query));
  const at = (values: Float64Array, at: readonly number[], plus = 0) =>
    at.map((node) => (values[node] ?? 0) + plus);
  const innovations = at(forward.innovation, noteNodes);
  const innovationVariances = at(forward.innovationVariance, noteNodes);
  return {
    result: {
      logLikelihood: logLikelihoodOf(innovations, innovationVariances),
      innovations,
      innovationVariances,
      filteredMean: at(forward.filteredMean, noteNodes, input.mu),
      filteredVariance: at(forward.filteredVariance, noteNodes),
      smoothedMean: at(backward.smoothedMean, noteNodes, input.mu),
      smoothedVariance: at(backward.smoothedVariance, noteNodes),
      queryMean: at(backward.smoothedMean, queryNodes, input.mu),
      queryVariance: at(backward.smoothedVariance, queryNodes),
    },
  };
}

function logLikelihoodOf(innovations: readonly number[], variances: readonly number[]): number {
  return innovations.reduce((sum, innovation, index) => {
    const variance = variances[index] ?? 1;
    return sum - 0.5 * (Math.log(2 * Math.PI * variance) + (innovation * innovation) / variance);
  }, 0);
}
