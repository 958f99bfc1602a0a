/** Wordings that officers use beside the written one, by campaign and message; short enough to be said. */
export const IMPRESSIONS: readonly string[] = [
  "They had talked among themselves before we came.",
  "More time than planned, and no telephone on the table.",
  "The note-taker mattered more than the person who spoke.",
  "The question came from above, not from the desk.",
  "They were preparing for somebody else’s visit.",
  "A first meeting; formal on both sides.",
  "Warmer than in spring.",
  "The word was heard, the argument was not.",
];

export const ASSESSMENTS: readonly string[] = [
  "Worth a second meeting with a military voice.",
  "Leave the subject for a month.",
  "The way in is the figures; bring the edition.",
  "Nothing will move before the budget is through.",
  "The desk agrees; the decision lies one floor up.",
  "Ask for the readout earlier next time.",
  "Meet the two sides apart.",
];

export const ASK_ANSWERS: readonly string[] = [
  "Will look at it.",
  "Not now; asked to come back after the session.",
  "Yes, if we send the text.",
  "Passed on to the deputy.",
  "No answer.",
];

export const ASKS: readonly string[] = [
  "Read one page before the next meeting",
  "Name the person who drafts",
  "A question on burden-sharing in the next hearing",
  "Use the word complementary",
  "Meet our defence counsellor",
];

/** Promises that were made and kept; the event's day decides when they were due. */
export const KEPT_PROMISES: readonly { text: string; promisedBy: "us" | "them" }[] = [
  { text: "Send the sheet with both editions of the figures", promisedBy: "us" },
  { text: "Send the text of the declaration", promisedBy: "us" },
  { text: "Send the page on military mobility", promisedBy: "us" },
  { text: "Introduce the colleague from the defence ministry", promisedBy: "us" },
  { text: "Name the drafter of the report text", promisedBy: "them" },
  { text: "Send the date of the hearing", promisedBy: "them" },
  { text: "Write a note of thanks", promisedBy: "us" },
  { text: "Send the spending by country", promisedBy: "us" },
];

export const REASONS_NOT_HELD: readonly string[] = [
  "A vote ran late; they asked for another week.",
  "Called away an hour before.",
  "The office closed for snow.",
];
