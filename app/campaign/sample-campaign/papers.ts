export type SamplePaper = {
  /** The key of the event. */
  event: string;
  drafter: string;
  startedDaysAgo: number;
  /** The codes of the objections whose replies stay in the paper. */
  objections: readonly string[];
  /** A point in our own words beside those from the library, "" for none, and what it cites. */
  ownPoint: string;
  ownProofPoints: readonly string[];
  way:
    | "drafting"
    | "sent to the embassy"
    | "sent to the ministry"
    | "cleared"
    | "cleared by silence"
    | "released"
    | "returned";
  /** What was remarked on its first point, and the drafter's reply; "" where there is none. */
  comment: string;
  reply: string;
  /** Why it came back; "" where it did not. */
  reasons: string;
  /** What the first point says since it was changed after the clearance; "" where it was not. */
  firstPointNow: string;
  isUsed: boolean;
};

function paper(
  event: string,
  drafter: string,
  startedDaysAgo: number,
  way: SamplePaper["way"],
  objections: readonly string[],
  more: Partial<SamplePaper> = {},
): SamplePaper {
  const nothing = { ownPoint: "", ownProofPoints: [], reasons: "", firstPointNow: "", isUsed: false };
  const unremarked = { comment: "", reply: "" };
  return { event, drafter, startedDaysAgo, way, objections, ...nothing, ...unremarked, ...more };
}

/** The papers of the first campaign: two in clearance, one cleared, one changed since, and those that were used. */
export const PAPERS: readonly SamplePaper[] = [
  paper("today/sfrc", "officer", 8, "cleared", ["O9", "O1", "O4"], {
    ownPoint:
      "European allies and Canada together: about 559 billion dollars expected for 2025. The United States still pays about 60 per cent of the Alliance sum.",
    ownProofPoints: ["P3", "P5"],
  }),
  paper("clash/pentagon", "officer", 9, "cleared", ["O7", "O1"], {
    firstPointNow:
      "European capacity is built to plug into NATO, brigade by brigade: the list that we bring names them and the year of each.",
  }),
  paper("soon/state", "officer", 6, "sent to the ministry", ["O1", "O7"], {
    ownPoint: "Most European allies already meet the spending guideline.",
  }),
  paper("clash/roundtable", "eva", 5, "sent to the embassy", ["O1", "O8"], {
    comment: "Half of the table has read the 2023 declaration. Say which paragraph, or they will.",
  }),
  paper("european-strategic-autonomy/planned/6", "officer", 7, "returned", ["O5"], {
    ownPoint: "A stop in Prague shows what the money has bought.",
    reasons: "Needs a figure and a date for what was bought, or take the point out.",
    comment: "Will the delegation have time for this? They land at noon.",
    reply: "Two hours, the Chancellery says. It stays.",
  }),
  paper("european-strategic-autonomy/planned/9", "officer", 3, "drafting", ["O3"]),
  paper("visit/pentagon", "officer", 4, "cleared", ["O7"]),
  paper("visit/lunch", "eva", 3, "cleared", ["O9"]),
  paper("note/hadley", "officer", 12, "cleared", ["O9", "O5"], { isUsed: true }),
  paper("note/bell", "officer", 18, "cleared", ["O2"], { isUsed: true }),
  paper("note/farrow", "officer", 27, "cleared", ["O1"], { isUsed: true }),
  paper("note/voss", "officer", 36, "cleared by silence", ["O7", "O9"], {
    ownPoint: "One sentence on burden-sharing in the joint readout would say it for both of us.",
    isUsed: true,
  }),
  paper("note/rusk", "eva", 40, "released", ["O1", "O6"], {
    ownPoint: "Take the mobility case first: it is the one that the committee can act on.",
    isUsed: true,
  }),
  paper("both-staffs", "officer", 68, "cleared", ["O9", "O1"], {
    ownPoint:
      "European allies and Canada spent 486 billion dollars in 2024, by the NATO report of April 2025.",
    ownProofPoints: ["P3"],
    isUsed: true,
  }),
];

/** What the drafters of the sample leave under a point: the source of what it says, not all that could be said. */
export const CITED_PROOF_POINTS: readonly string[] = [
  "P2",
  "P4",
  "P7",
  "P8",
  "P9",
  "P10",
  "P11",
  "P17",
  "P18",
  "P19",
  "P23",
  "P25",
];

/** Who looks after the proof points that are past their review date, or will be soon. */
export const PROOF_POINT_OWNERS: readonly { code: string; owner: string }[] = [
  { code: "P17", owner: "eva" },
  { code: "P21", owner: "clearer" },
  { code: "P22", owner: "eva" },
  { code: "P23", owner: "clearer" },
];
