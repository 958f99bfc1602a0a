import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { DEFAULT_PARAMETERS, type EffectivenessParameters } from "./parameters.ts";

/**
 * What a campaign's figures are worked out with, and where it comes from: estimated from so many notes up to a day, or
 * the defaults, and why they are used. Source: EFFECTIVENESS.md §5.
 */
export type ParametersInUse = {
  parameters: EffectivenessParameters;
  basis:
    | { kind: "defaults"; reason: "not estimated yet" | "too few notes" | "not found" }
    | { kind: "estimated"; at: string; asOf: CalendarDate; notes: number };
};

/** What stands until somebody, or the night, has estimated. */
export const NOT_ESTIMATED: ParametersInUse = {
  parameters: DEFAULT_PARAMETERS,
  basis: { kind: "defaults", reason: "not estimated yet" },
};
