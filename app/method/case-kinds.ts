import { z } from "zod";
import { scanForChange } from "./change-scan.ts";
import { knowledgeGradient } from "./comparison.ts";
import { OUTREACH_SETTINGS, rankOutreach } from "./next-best-outreach.ts";
import { collapseRatings, refusalOfObservation } from "./observation.ts";
import { answerEstimate, answerPooled, estimateInput, pooledInput } from "./pooled-case.ts";
import { answerSingleCell, singleCellInput } from "./single-cell-case.ts";

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
