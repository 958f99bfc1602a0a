import type { Reactions } from "./reactions.ts";

/** The second message: autonomy and NATO work together. */
export const REACTIONS_ON_MESSAGE_2: Reactions = {
  [-2]: ["“Another headquarters.”", "“Say NATO, or say nothing.”", "Ended the topic: no second structure."],
  [-1]: [
    "“Which brigade, which year?”",
    "Asked who would pay for a second headquarters.",
    "Read the bare word “autonomy” as leaving.",
    "Asked which text says that NATO comes first.",
    "Argued about Turkey for ten minutes.",
    "Wants to see staff numbers before and after.",
    "Heard duplication, in spite of the case of military mobility.",
    "Asked why Europe needs its own word for it.",
  ],
  0: [
    "Wants text, not adjectives.",
    "Did not take it up.",
    "Said that both sides of the argument come through this office.",
    "Asked for the declarations to read.",
    "“I follow. I do not need it this month.”",
    "Noted the number of shared members.",
  ],
  1: [
    "Found military mobility convincing: “Roads I can explain.”",
    "Asked for the declaration of 2023 to quote from.",
    "Said that one set of forces answers half of it.",
    "Asked who in Brussels could come and say the same.",
    "Wants to see the next case of the kind.",
    "Would say complementary, would not say autonomy.",
  ],
  2: ["Used “complementary” in front of colleagues, unasked.", "Offered a line for the readout."],
};
