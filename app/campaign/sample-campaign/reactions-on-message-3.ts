import type { Reactions } from "./reactions.ts";

/** The third message: the bill moves, the bond stays. */
export const REACTIONS_ON_MESSAGE_3: Reactions = {
  [-2]: [
    "“Then why are your own figures going down?” Ended the talk.",
    "Said that the bill has not moved and that they will say so.",
  ],
  [-1]: [
    "“Why is Prague cutting?”",
    "Asked for the American share first.",
    "Called two editions of one figure a trick.",
    "Wants the national figure before the regional one.",
    "Doubts that growth survives the next elections.",
    "Asked how much of it is bought in Europe.",
    "“Pledges I have seen.”",
  ],
  0: [
    "Knew the figures.",
    "Asked for the source and left it there.",
    "“Good to know.”",
    "Took the sheet for the file.",
    "No sign; the deputy took notes.",
  ],
  1: [
    "“Finally, numbers.”",
    "Asked for the sheet with both editions.",
    "Said that ten years of growth is the line that works here.",
    "Asked for the trend by country.",
    "Took up the part on arms bought in America.",
    "Would repeat it with the American share beside it.",
    "Asked whether the ambassador would say it on the record.",
  ],
  2: [
    "Asked to repeat the burden-sharing line under their name.",
    "Used the figure in a meeting with us in the room.",
  ],
};
