/** A morning on which the news stopped a message of the first campaign; times are Washington's clock. */
export const PAST_HOLD = {
  daysAgo: 45,
  message: 3,
  placed: {
    by: "clearer",
    at: "09:05",
    reason:
      "A remark on television this morning doubts that allies who spend more are defended more. Nothing on burden-sharing goes out before Prague has spoken.",
  },
  line: {
    by: "eva",
    at: "09:20",
    text: "The commitment of Article 5 has no price list. Europeans spend more because their security asks for it, and that is what Washington has long wanted.",
    expires: "23:00",
    dueAt: "10:30",
  },
  /** Who answers at once; the others are counted by their silence at the due time. */
  answers: [
    { by: "ministry", at: "09:41" },
    { by: "clearer", at: "09:48" },
    { by: "ivana", at: "09:55" },
    { by: "lenka", at: "10:02" },
  ],
  lifted: {
    by: "ambassador",
    at: "16:40",
    reason: "The Department repeated the commitment in the afternoon. Our message stands as it is.",
  },
} as const;
