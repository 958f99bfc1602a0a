import type { Reactions } from "./reactions.ts";

/** What reporters ask and do, by message. */
export const REACTIONS_OF_THE_PRESS: Readonly<Record<number, Reactions>> = {
  2: {
    [-2]: ["Called it a French idea and left it there."],
    [-1]: [
      "“Autonomy from whom?”",
      "Asked for one American who says the same.",
      "Asked who voted against it.",
    ],
    0: ["No story in it this week.", "Asked for the declarations to read.", "Noted it for a longer piece."],
    1: [
      "Took military mobility as a story.",
      "Asked who in Brussels would talk.",
      "“One set of forces is clear.”",
    ],
    2: ["Quoted the declaration in full."],
  },
  3: {
    [-2]: ["Will not print another European total.", "Printed the Czech figure alone."],
    [-1]: [
      "“Why is Prague cutting?”",
      "Asked for the American share first.",
      "Wants the national figure before the regional one.",
      "Called two editions of one figure a trick.",
      "“Pledges I have seen.”",
      "Asked who in Prague would say it on the record.",
    ],
    0: ["Knew the figures.", "Asked for the source and left it there.", "No story in it this week."],
    1: [
      "Asked for the sheet with both editions.",
      "Will use the trend by country.",
      "Asked whether the ambassador would say it on the record.",
      "“Ten years in a row is a line I can use.”",
      "Wants to see what is bought in America.",
    ],
    2: ["Printed the figure with its edition.", "Used the ten years of growth in a headline."],
  },
};
