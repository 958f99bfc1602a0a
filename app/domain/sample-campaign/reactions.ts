import { AUTONOMY } from "./colleagues.ts";
import { REACTIONS_ON_MESSAGE_1 } from "./reactions-on-message-1.ts";
import { REACTIONS_ON_MESSAGE_2 } from "./reactions-on-message-2.ts";
import { REACTIONS_ON_MESSAGE_3 } from "./reactions-on-message-3.ts";

/** Reception as DOMAIN.md has it: −2 rejected, −1 doubtful, 0 neutral, +1 receptive, +2 endorsed. */
export type Score = -2 | -1 | 0 | 1 | 2;

/** What people were heard to say or do, for each reception; the first person to be quoted comes before it. */
export type Reactions = Record<Score, readonly string[]>;

const REACTIONS_ELSEWHERE: Reactions = {
  [-2]: ["Will not take it further this year."],
  [-1]: [
    "Asked who pays, and did not like the answer.",
    "Wants to see it on paper from the ministry first.",
    "“We have a list of these already.”",
    "Asked what is different from last year.",
  ],
  0: [
    "Took notes, gave no sign.",
    "Listened; the answer will come in writing.",
    "Passed us on to a colleague.",
    "Polite; the day was about something else.",
  ],
  1: [
    "Asked for names and dates on our side.",
    "Sees the use; wants one page for the file.",
    "Offered to put it on the agenda of the working group.",
    "Would like to see the place where it would happen.",
    "Said that it fits what they plan for next year.",
  ],
  2: [
    "Put our sentence into their own paper and sent it back.",
    "Asked to present it together.",
    "Named a person who will work on it with us.",
  ],
};

/** The things that people may say about one message of one campaign. */
export function reactionsTo(campaign: string, message: number): Reactions {
  if (campaign !== AUTONOMY) return REACTIONS_ELSEWHERE;
  if (message === 1) return REACTIONS_ON_MESSAGE_1;
  return message === 2 ? REACTIONS_ON_MESSAGE_2 : REACTIONS_ON_MESSAGE_3;
}
