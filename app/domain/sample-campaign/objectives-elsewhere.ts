import type { ObjectiveSketch } from "./sample-objective.ts";

/** What the first campaign must change elsewhere in Washington. */
export const OBJECTIVES_ELSEWHERE: readonly ObjectiveSketch[] = [
  [
    "defence-reporters",
    "Defence reporters: three accurate uses",
    "outcome",
    "Articles that use our figures with their edition",
    "articles",
    "Clips, checked against the proof point",
    {
      baseline: 0,
      target: 3,
      readings: [
        { daysAgo: 300, value: 0, note: "Figures used without the edition." },
        { daysAgo: 120, value: 1, note: "Both editions given." },
        { daysAgo: 36, value: 1, note: "Two mentions, one with the wrong year." },
      ],
    },
  ],
  [
    "pentagon-nato",
    "Pentagon, NATO policy: stops raising duplication",
    "out-take",
    "Share of meetings in which duplication is raised",
    "percent",
    "Objections in logged outcomes, last six meetings",
    {
      baseline: 100,
      target: 0,
      readings: [
        { daysAgo: 410, value: 100, note: "Five of five meetings." },
        { daysAgo: 205, value: 67, note: "Four of six." },
        { daysAgo: 47, value: 67, note: "Four of six; in one it was named and dropped." },
      ],
    },
  ],
  [
    "state-europe",
    "State, European bureau: one sentence in a joint readout",
    "outcome",
    "Joint readouts that say the two are complementary",
    "readout",
    "Readouts as published",
    { baseline: 0, target: 1, readings: [{ daysAgo: 26, value: 0, note: "Asked for our text." }] },
  ],
  [
    "restraint-school",
    "Think tanks, restraint school: one fair citation",
    "outcome",
    "Citations that give our argument as we give it",
    "citation",
    "Publications, read by two of us",
    {
      baseline: 0,
      target: 1,
      readings: [
        { daysAgo: 200, value: 0, note: "One citation, for a withdrawal: not counted." },
        { daysAgo: 27, value: 1, note: "Policy paper, quoted in full." },
      ],
    },
  ],
];
