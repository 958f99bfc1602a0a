/** How far from our own desk the change lies [AMEC], the nearest first. Inputs and activities are counted, never targeted. */
export const LEVELS = ["output", "out-take", "outcome", "impact"] as const;
export type Level = (typeof LEVELS)[number];
