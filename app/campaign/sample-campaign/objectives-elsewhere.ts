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
      milestones: [
        { daysAgo: 150, value: 1 },
        { daysAgo: 20, value: 2 },
      ],
    },
  ],
  [
    "pentagon-nato",
    "Pentagon, NATO policy: stops raising duplication",
    "out-take",
    "Share of meetings in which duplication is raised",
    "%",
    "Objections in logged outcomes, last six meetings",
    {
      baseline: 100,
      target: 0,
      readings: [
        { daysAgo: 500, value: 100, note: "Five of five meetings before the campaign." },
        { daysAgo: 205, value: 50, note: "Three of six." },
      ],
      milestones: [
        { daysAgo: 200, value: 50 },
        { daysAgo: 30, value: 10 },
      ],
      source: { objection: "O1" },
    },
  ],
  [
    "state-europe",
    "State, European bureau: one sentence in a joint readout",
    "outcome",
    "Joint readouts that say the two are complementary",
    "readout",
    "Readouts as published",
    {
      baseline: 0,
      target: 1,
      readings: [{ daysAgo: 26, value: 0, note: "Asked for our text." }],
      milestones: [{ daysAgo: -60, value: 1 }],
    },
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
