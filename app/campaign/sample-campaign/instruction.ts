/** What the ministry asks in the first campaign, over one event of this week. The text is invented. */
export const INSTRUCTION = {
  by: "officer",
  receivedDaysAgo: 4,
  expiresDaysAhead: 30,
  issuer: "Ministry, Americas desk",
  reference: "MFA 4711/2026",
  text: "Seek one sentence on complementarity in the next joint readout with the Department. Report the wording that was offered, and who offered it, on the same day.",
  redLines: ["No date for the summit", "No figure for 2030", "No word on single allies"],
  over: "State, European bureau: one sentence for the readout",
} as const;
