import { AGREEMENT, AUTONOMY, CYBER } from "./colleagues.ts";

export type ObjectiveReading = { daysAgo: number; value: number; note: string };

export type SampleObjective = {
  key: string;
  campaign: string;
  audience: string;
  statement: string;
  /** What we want from the audience, as it stands beside its name: the statement without the audience. */
  goal: string;
  level: "output" | "out-take" | "outcome" | "impact";
  indicator: string;
  unit: string;
  measuredHow: string;
  baseline: number;
  target: number;
  /** Oldest first; the first stands for the start of the campaign. */
  readings: readonly ObjectiveReading[];
};

type Sketch = [
  audience: string,
  statement: string,
  level: SampleObjective["level"],
  indicator: string,
  unit: string,
  measuredHow: string,
  values: { baseline: number; target: number; readings: ObjectiveReading[] },
];

function objective(
  campaign: string,
  [audience, statement, level, indicator, unit, measuredHow, values]: Sketch,
): SampleObjective {
  const key = `${campaign}/${audience}`;
  const goal = statement.slice(statement.indexOf(": ") + 2);
  return { key, campaign, audience, statement, goal, level, indicator, unit, measuredHow, ...values };
}

const AUTONOMY_OBJECTIVES: readonly Sketch[] = [
  [
    "sfrc-majority",
    "Senate Foreign Relations, majority staff: one question on burden-sharing asked in a hearing",
    "outcome",
    "Questions on burden-sharing in hearings on Europe",
    "questions",
    "Hearing transcripts, read the week after",
    { baseline: 0, target: 1, readings: [{ daysAgo: 130, value: 0, note: "No hearing on Europe so far." }] },
  ],
  [
    "sfrc-minority",
    "Senate Foreign Relations, minority staff: complementarity named in a letter",
    "outcome",
    "Letters that name complementarity with NATO",
    "letters",
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
    "mentions",
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
    { baseline: 0, target: 4, readings: [{ daysAgo: 20, value: 0, note: "Successors not named yet." }] },
  ],
  [
    "nato-assembly",
    "House delegation to the NATO Parliamentary Assembly: a stop in Prague",
    "outcome",
    "Delegation visits with a stop in Prague",
    "visits",
    "The delegation’s published programme",
    { baseline: 0, target: 1, readings: [{ daysAgo: 140, value: 0, note: "Spring programme still open." }] },
  ],
  [
    "state-europe",
    "State, European bureau: one sentence in a joint readout",
    "outcome",
    "Joint readouts that say the two are complementary",
    "readouts",
    "Readouts as published",
    { baseline: 0, target: 1, readings: [{ daysAgo: 26, value: 0, note: "Asked for our text." }] },
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
    "restraint-school",
    "Think tanks, restraint school: one fair citation",
    "outcome",
    "Citations that give our argument as we give it",
    "citations",
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
];

const AGREEMENT_OBJECTIVE: Sketch = [
  "pentagon-nato",
  "Pentagon, NATO policy: two annexes to the agreement signed",
  "outcome",
  "Annexes signed",
  "annexes",
  "Texts as published by both ministries",
  { baseline: 0, target: 2, readings: [{ daysAgo: 75, value: 1, note: "The annex on ranges." }] },
];

const CYBER_OBJECTIVE: Sketch = [
  "cyber-agency",
  "Cybersecurity agency: a named desk and one joint exercise",
  "outcome",
  "Joint exercises held",
  "exercises",
  "After-action notes of both sides",
  { baseline: 0, target: 1, readings: [{ daysAgo: 70, value: 0, note: "The desk is named; no date yet." }] },
];

/** What each campaign must change in Washington, one objective an audience. Due when the campaign ends. */
export const OBJECTIVES: readonly SampleObjective[] = [
  ...AUTONOMY_OBJECTIVES.map((sketch) => objective(AUTONOMY, sketch)),
  objective(AGREEMENT, AGREEMENT_OBJECTIVE),
  objective(CYBER, CYBER_OBJECTIVE),
];
