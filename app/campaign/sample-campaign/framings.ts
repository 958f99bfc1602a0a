/** How the first campaign says a message to one audience; cleared by the ministry where `isCleared`. */
export type SampleFraming = {
  message: number;
  audience: string;
  daysAgo: number;
  text: string;
  isCleared: boolean;
};

export const FRAMINGS: readonly SampleFraming[] = [
  {
    message: 2,
    audience: "pentagon-nato",
    daysAgo: 120,
    text: "What Europeans build is built to NATO's plans: one brigade is counted once, and it comes when SACEUR calls. Judge it by the brigade and the year that we name.",
    isCleared: true,
  },
  {
    message: 3,
    audience: "defence-reporters",
    daysAgo: 95,
    text: "Look at who pays. European budgets have grown for a decade, the United States still carries the larger part, and the share moves every year: here are the figures with their dates.",
    isCleared: true,
  },
  {
    message: 1,
    audience: "hasc-majority",
    daysAgo: 20,
    text: "Two theatres, one force. Every task in Europe that Europeans can carry is one that your services need not.",
    isCleared: false,
  },
];
