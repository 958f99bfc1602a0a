import type { ObjectiveSketch } from "./sample-objective.ts";

/** What the first campaign must change on the Hill. */
export const OBJECTIVES_IN_CONGRESS: readonly ObjectiveSketch[] = [
  [
    "sfrc-majority",
    "Senate Foreign Relations, majority staff: one question on burden-sharing asked in a hearing",
    "outcome",
    "Questions on burden-sharing in hearings on Europe",
    "question",
    "Hearing transcripts, read the week after",
    { baseline: 0, target: 1, readings: [{ daysAgo: 130, value: 0, note: "No hearing on Europe so far." }] },
  ],
  [
    "sfrc-minority",
    "Senate Foreign Relations, minority staff: complementarity named in a letter",
    "outcome",
    "Letters that name complementarity with NATO",
    "letter",
    "Letters published by the committee or shown to us",
    { baseline: 0, target: 1, readings: [{ daysAgo: 34, value: 0, note: "A draft is said to exist." }] },
  ],
  [
    "hasc-majority",
    "House Armed Services, majority staff: raises message 3 unprompted",
    "out-take",
    "Meetings in which they raise message 3 before we do",
    "meetings",
    "Outcomes logged",
    {
      baseline: 0,
      target: 2,
      readings: [
        { daysAgo: 190, value: 0, note: "Only duplication was raised." },
        { daysAgo: 61, value: 1, note: "Opened with the budget growth of allies." },
      ],
    },
  ],
  [
    "sasc-minority",
    "Senate Armed Services, minority staff: military mobility in report language",
    "outcome",
    "Mentions in committee report text",
    "mention",
    "Text of the committee report",
    { baseline: 0, target: 1, readings: [{ daysAgo: 150, value: 0, note: "Not in this year’s report." }] },
  ],
  [
    "nato-observers",
    "Senate NATO Observer Group: meet the successors after 3 January",
    "output",
    "New members’ offices met",
    "offices",
    "Events held",
    {
      baseline: 0,
      target: 4,
      readings: [{ daysAgo: 20, value: 0, note: "Successors not named yet." }],
      milestones: [{ daysAgo: -60, value: 2 }],
    },
  ],
  [
    "nato-assembly",
    "House delegation to the NATO Parliamentary Assembly: a stop in Prague",
    "outcome",
    "Delegation visits with a stop in Prague",
    "visit",
    "The delegation’s published programme",
    { baseline: 0, target: 1, readings: [{ daysAgo: 140, value: 0, note: "Spring programme still open." }] },
  ],
];
