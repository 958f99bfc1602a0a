import { z } from "zod";
import { readNotes, sampleTable, words, wordsOrNone, yesOrNo } from "./read-sample-data.ts";

const front = z.strictObject({
  event: z.string(),
  drafter: z.string(),
  startedDaysAgo: z.int(),
  way: z.enum([
    "drafting",
    "sent to the embassy",
    "sent to the ministry",
    "cleared",
    "cleared by silence",
    "released",
    "returned",
  ]),
  // The codes of the objections whose replies stay in the paper, and what its own point cites.
  objections: z.array(z.string()),
  ownProofPoints: z.array(z.string()).default([]),
  used: z.enum(["yes", "no"]),
});

/** The papers of the first campaign: two in clearance, one cleared, one changed since, and those that were used. */
export const PAPERS = readNotes("papers", front).map(({ front: { used, ...paper }, under }) => ({
  ...paper,
  /** A point in our own words beside those from the library. */
  ownPoint: under("Own point"),
  /** What was remarked on its first point, and the drafter's reply. */
  comment: under("Comment"),
  reply: under("Reply"),
  /** Why it came back. */
  reasons: under("Reasons"),
  /** What the first point says since it was changed after the clearance. */
  firstPointNow: under("First point now"),
  isUsed: used === "yes",
}));
export type SamplePaper = (typeof PAPERS)[number];

const PROOF_POINTS = sampleTable(
  "proof-points.csv",
  z.strictObject({ code: words, isCited: yesOrNo, owner: wordsOrNone }),
);

/** What the drafters of the sample leave under a point: the source of what it says, not all that could be said. */
export const CITED_PROOF_POINTS: readonly string[] = PROOF_POINTS.filter(({ isCited }) => isCited).map(
  ({ code }) => code,
);

/** Who looks after the proof points that are past their review date, or will be soon. */
export const PROOF_POINT_OWNERS = PROOF_POINTS.flatMap(({ code, owner }) =>
  owner === null ? [] : [{ code, owner }],
);
