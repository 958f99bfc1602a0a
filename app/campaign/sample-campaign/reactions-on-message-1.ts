import type { Reactions } from "./reactions.ts";

/** The first message: a bigger European share fits US priorities. */
export const REACTIONS_ON_MESSAGE_1: Reactions = {
  [-2]: [
    "“You cannot replace us, and you should not say so.”",
    "Will say so publicly if we repeat it.",
    "Said that it invites cuts and that they would oppose it.",
  ],
  [-1]: [
    "Doubts that anything arrives before 2030.",
    "“Which ships? Which tankers?”",
    "Asked what happens on the day after a European refusal.",
    "Wants the list of what Europe cannot do, then the rest.",
    "Asked whether the Americans in the plan know that they are in it.",
    "Thinks that this is a budget debate in disguise.",
  ],
  0: [
    "Noted it beside what others had said this week.",
    "“Everybody tells us that now.”",
    "Polite; moved on to Ukraine.",
    "Asked for the page, without comment.",
    "Knew the argument.",
  ],
  1: [
    "Said that it fits the strategy and asked which part comes first.",
    "Asked for one page on the schedule.",
    "“That is the first time I hear a date.”",
    "Took the figure down with its edition.",
    "Wants to bring it to the next staff meeting.",
    "Asked to hear it from a military voice too.",
    "Sees it as help, as long as nobody says exit.",
    "Compared it with what the strategy asks for, in our favour.",
  ],
  2: ["Repeated our sentence to the colleague who came in.", "Asked to reuse the sentence in a memo."],
};
