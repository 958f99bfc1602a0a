import { AGREEMENT, AUTONOMY, CYBER } from "./colleagues.ts";
import { OBJECTIVES_COMPUTED } from "./objectives-computed.ts";
import { OBJECTIVES_ELSEWHERE } from "./objectives-elsewhere.ts";
import { OBJECTIVES_IN_CONGRESS } from "./objectives-in-congress.ts";
import { type ObjectiveSketch, objective, type SampleObjective } from "./sample-objective.ts";

const AGREEMENT_OBJECTIVE: ObjectiveSketch = [
  "pentagon-nato",
  "Pentagon, NATO policy: two annexes to the agreement signed",
  "outcome",
  "Annexes signed",
  "annexes",
  "Texts as published by both ministries",
  { baseline: 0, target: 2, readings: [{ daysAgo: 75, value: 1, note: "The annex on ranges." }] },
];

const CYBER_OBJECTIVE: ObjectiveSketch = [
  "cyber-agency",
  "Cybersecurity agency: a named desk and one joint exercise",
  "outcome",
  "Joint exercises held",
  "exercise",
  "After-action notes of both sides",
  { baseline: 0, target: 1, readings: [{ daysAgo: 70, value: 0, note: "The desk is named; no date yet." }] },
];

/** What each campaign must change in Washington; the first objective of an audience is what it is met for. Due when the campaign ends. */
export const OBJECTIVES: readonly SampleObjective[] = [
  ...[...OBJECTIVES_ELSEWHERE, ...OBJECTIVES_IN_CONGRESS].map((sketch) => objective(AUTONOMY, sketch)),
  ...OBJECTIVES_COMPUTED.map((sketch) => objective(AUTONOMY, sketch, " computed")),
  objective(AGREEMENT, AGREEMENT_OBJECTIVE),
  objective(CYBER, CYBER_OBJECTIVE),
];
