import type { Reactions } from "./reactions.ts";

/** What is only heard on the Hill, by message. */
export const REACTIONS_ON_THE_HILL: Readonly<Record<number, Reactions>> = {
  1: {
    [-2]: [],
    [-1]: ["Asked what the appropriators say to it."],
    0: ["Listened, asked nothing, had a vote to go to."],
    1: ["Wants it on one page for the member."],
    2: ["Put the point into a question for the next hearing.", "Invited us to say it to the whole staff."],
  },
  2: {
    [-2]: [
      "Will write against it in the report.",
      "Said that the committee’s answer is no, whatever the wording.",
    ],
    [-1]: ["Recalled the letter of 2019 and asked what has changed."],
    0: ["Said that the member decides on this one."],
    1: ["Asked for language that a report could take."],
    2: ["Asked us to mark up a paragraph."],
  },
  3: {
    [-2]: [],
    [-1]: ["Wants to know what the member hears at home about it."],
    0: ["Had ten minutes, spent them on the supplemental."],
    1: ["Wants the figures for the states with plants that deliver."],
    2: [
      "Put it on the list of questions for the witnesses.",
      "Sent our sheet on to the other side of the committee.",
    ],
  },
};
