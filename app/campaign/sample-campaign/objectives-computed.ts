import type { ObjectiveSketch } from "./sample-objective.ts";

/** What the first campaign must change further with audiences that have an objective already, read from the records. */
export const OBJECTIVES_COMPUTED: readonly ObjectiveSketch[] = [
  [
    "hasc-majority",
    "House Armed Services, majority staff: message 2 no longer badly received",
    "out-take",
    "Reception of message 2, −2 to +2",
    "",
    "Estimated from logged outcomes",
    { baseline: -1, target: 0, readings: [], source: { message: 2 } },
  ],
  [
    "state-europe",
    "State, European bureau: speaks for it",
    "outcome",
    "Stance, 1 to 5",
    "",
    "The latest stance reading",
    { baseline: 3, target: 5, readings: [], source: "stance" },
  ],
];
