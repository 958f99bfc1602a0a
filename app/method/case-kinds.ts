import { z } from "zod";
import { scanForChange } from "./change-scan.ts";
import { knowledgeGradient } from "./comparison.ts";
import { OUTREACH_SETTINGS, rankOutreach } from "./next-best-outreach.ts";
import { collapseRatings, refusalOfNote, refusalOfObservation } from "./observation.ts";
import { answerEstimate, answerPooled, estimateInput, pooledInput } from "./pooled-case.ts";
import { filterForward, type Nodes, smoothBackward } from "./state-filter.ts";

const singleCellInput = z.object({
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
function answerSingleCell(input: SingleCell): { result: unknown } | { refused: string } {
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

type Answer = { result: unknown } | { refused: string };

const positive = z.number().positive();
const note = z
  .object({ day: z.number(), score: z.number(), varianceMultiplier: z.number() })
  .transform((one) => ({ ...one, count: 1 }));

const scanInput = z.object({
  kappa: z.number(),
  tau: positive,
  sigma: positive,
  meanGapDays: positive,
  windowDays: positive,
  asOfDay: z.number(),
  observations: z.array(note),
});
const gradientInput = z
  .object({ mean: z.array(z.number()), variance: z.array(z.number().min(0)), noiseVariance: positive })
  .refine(({ mean, variance }) => mean.length === variance.length, "mean and variance come in pairs");
const collapseInput = z
  .object({
    rho: z.number().min(0).max(1),
    scores: z.array(z.number()).min(1),
    varianceMultipliers: z.array(z.number()),
  })
  .refine(
    ({ scores, varianceMultipliers }) => scores.length === varianceMultipliers.length,
    "scores and multipliers come in pairs",
  );
const outreachInput = z.object({
  sigma: positive,
  wbar: z.number().default(OUTREACH_SETTINGS.wbar),
  recencyHalfLifeDays: positive.default(OUTREACH_SETTINGS.recencyHalfLifeDays),
  repeatPenalty: z.number().default(OUTREACH_SETTINGS.repeatPenalty),
  repeatDays: z.number().default(OUTREACH_SETTINGS.repeatDays),
  contacts: z.array(
    z.object({
      id: z.string(),
      audience: z.string(),
      priority: z.number().positive().max(1),
      influence: z.number().min(1).max(5),
      stance: z.number().min(1).max(5).nullable(),
      daysSinceContact: z.number().nullable(),
      daysSinceMessage: z.record(z.string(), z.number()),
    }),
  ),
  cells: z.record(
    z.string(),
    z.record(z.string(), z.object({ mean: z.number(), variance: z.number().min(0) })),
  ),
  plannedMeetings: z.record(z.string(), z.number()),
});

/** What each kind of case is worked out by. Source: EFFECTIVENESS.md §12. */
export const VECTOR_KINDS: ReadonlyMap<string, (input: unknown) => Answer> = new Map([
  ["singleCell", kind(singleCellInput, answerSingleCell)],
  ["pooled", kind(pooledInput, answerPooled)],
  ["estimate", kind(estimateInput, answerEstimate)],
  ["changeScan", kind(scanInput, answerScan)],
  [
    "knowledgeGradient",
    kind(gradientInput, (input) => ({
      result: { kg: knowledgeGradient(input.mean, input.variance, input.noiseVariance) },
    })),
  ],
  ["collapse", kind(collapseInput, answerCollapse)],
  ["outreach", kind(outreachInput, (input) => ({ result: { ranking: rankOutreach(input) } }))],
]);

function kind<Input>(schema: z.ZodType<Input>, answer: (input: Input) => Answer): (input: unknown) => Answer {
  return (input) => {
    const read = schema.safeParse(input);
    if (read.success) return answer(read.data);
    const issue = read.error.issues[0];
    return { refused: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "not valid"}` };
  };
}

function answerScan(input: z.infer<typeof scanInput>): Answer {
  const refused = input.observations.map(refusalOfObservation).find((reason) => reason !== null);
  if (refused) return { refused };
  const found = scanForChange(input);
  return "refused" in found ? { refused: found.refused } : { result: found };
}

function answerCollapse({ scores, varianceMultipliers, rho }: z.infer<typeof collapseInput>): Answer {
  const refused = scores
    .map((score, index) =>
      refusalOfObservation({ score, varianceMultiplier: varianceMultipliers[index] ?? 0, day: 0 }),
    )
    .find((reason) => reason !== null);
  if (!scores.every(Number.isInteger)) return { refused: refused ?? "score-not-whole" };
  return refused ? { refused } : { result: collapseRatings(scores, varianceMultipliers, rho) };
}
