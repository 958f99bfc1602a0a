import { AUDIENCES_IN_CONGRESS } from "./audiences-in-congress.ts";
import { AUTONOMY } from "./colleagues.ts";
import { REACTIONS_OF_THE_PRESS } from "./reactions-of-the-press.ts";
import { REACTIONS_ON_MESSAGE_1 } from "./reactions-on-message-1.ts";
import { REACTIONS_ON_MESSAGE_2 } from "./reactions-on-message-2.ts";
import { REACTIONS_ON_MESSAGE_3 } from "./reactions-on-message-3.ts";
import { REACTIONS_ON_THE_HILL } from "./reactions-on-the-hill.ts";

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

const ON_THE_HILL: readonly string[] = AUDIENCES_IN_CONGRESS.map(({ key }) => key);

/** What people of an audience may say on one message of one campaign, taken with this reception. */
export function reactionsTo(
  campaign: string,
  audience: string,
  message: number,
  score: Score,
): readonly string[] {
  if (campaign !== AUTONOMY) return REACTIONS_ELSEWHERE[score];
  const ofThePress = audience === "defence-reporters" ? REACTIONS_OF_THE_PRESS[message] : null;
  if (ofThePress) return ofThePress[score];
  const onTheHill = ON_THE_HILL.includes(audience) ? (REACTIONS_ON_THE_HILL[message]?.[score] ?? []) : [];
  return [...onMessage(message)[score], ...onTheHill];
}

function onMessage(message: number): Reactions {
  if (message === 1) return REACTIONS_ON_MESSAGE_1;
  return message === 2 ? REACTIONS_ON_MESSAGE_2 : REACTIONS_ON_MESSAGE_3;
}
