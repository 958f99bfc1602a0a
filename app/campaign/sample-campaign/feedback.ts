import type { FeedbackKind } from "#app/campaign/feedback/feedback.ts";
import type { Score } from "#app/method/reception.ts";

/** A reaction outside meetings in the first campaign; audience and person by their sample keys. Invented. */
export type SampleFeedback = {
  kind: FeedbackKind;
  daysAgo: number;
  message: number;
  audience: string;
  contact: string | null;
  score: Score;
  words: string;
};

export const SAMPLE_FEEDBACK: readonly SampleFeedback[] = [
  {
    kind: "adopted text",
    daysAgo: 12,
    message: 1,
    audience: "sasc-minority",
    contact: "priya-nolan",
    score: 2,
    words: "A memo for the subcommittee carries our sentence on greater responsibility, word for word.",
  },
  {
    kind: "written reply",
    daysAgo: 26,
    message: 2,
    audience: "sfrc-minority",
    contact: "marcus-bell",
    score: 1,
    words: "Thanks for the text of the declaration; will quote it where the partnership comes up.",
  },
  {
    kind: "media mention",
    daysAgo: 40,
    message: 3,
    audience: "defence-reporters",
    contact: null,
    score: -1,
    words: "Quotes our figure, then asks why Czech spending falls short of it.",
  },
];
