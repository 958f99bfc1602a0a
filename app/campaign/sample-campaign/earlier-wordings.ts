export type EarlierWording = {
  number: 1 | 2 | 3;
  daysAgo: number;
  title: string;
  statement: string;
  talkingPoint: string;
  /** Why the wording before this one was changed; of the first, why it was written. */
  reason: string;
};

/**
 * What the three messages of the first campaign said before the wording in the library, oldest first.
 * The library's own wording is the latest revision of each; `LATEST_WORDINGS` says when and why it came.
 */
export const EARLIER_WORDINGS: readonly EarlierWording[] = [
  {
    number: 1,
    daysAgo: 488,
    title: "A bigger European share fits US priorities",
    statement:
      "The threats in Europe and the choices that Washington makes both ask Europeans to do more for their own defence.",
    talkingPoint:
      "The United States has many places to defend. A Europe that does more for itself gives Washington room to choose.",
    reason: "First wording, from the policy paper.",
  },
  {
    number: 2,
    daysAgo: 488,
    title: "Autonomy is no rival of NATO",
    statement: "European strategic autonomy is no rival of NATO: most members and all forces are the same.",
    talkingPoint:
      "Most allies in Europe belong to both. There is one set of forces, and it serves either house.",
    reason: "First wording, from the policy paper.",
  },
  {
    number: 2,
    daysAgo: 380,
    title: "Autonomy and NATO are two sides of one security",
    statement:
      "European autonomy and NATO are two sides of one security: they share members, forces and signed commitments.",
    talkingPoint:
      "Two organisations, one set of forces. What they have promised one another stands in three declarations.",
    reason: "“Strategic” and “rival” were heard as a claim to be one. Staff stopped at the first line.",
  },
  {
    number: 2,
    daysAgo: 200,
    title: "Autonomy and NATO stand side by side",
    statement:
      "European capacity is built alongside NATO: the two organisations share members, forces, rules and signed commitments.",
    talkingPoint:
      "EU money for roads and bridges helps American troops to move. Three declarations put the cooperation in writing.",
    reason: "“Two sides” was read as two alliances.",
  },
  {
    number: 3,
    daysAgo: 488,
    title: "The bill moves, the bond stays",
    statement:
      "European allies and Canada spent 486 billion dollars in 2024. With American support they pay more, and the bond stays.",
    talkingPoint:
      "Washington has asked Europe to pay more. It does: 486 billion dollars in 2024, by the NATO report of April 2025.",
    reason: "First wording, with the figure in the sentence because everybody asked for one.",
  },
];

/** When the wording in the library came, and why; `number` is the message's. */
export const LATEST_WORDINGS: readonly { number: 1 | 2 | 3; daysAgo: number; reason: string }[] = [
  { number: 1, daysAgo: 330, reason: "Says what follows for Europeans, not only what is asked of them." },
  { number: 2, daysAgo: 71, reason: "“Alongside” was read as duplication." },
  { number: 3, daysAgo: 190, reason: "Figures age: they moved to the proof points, with their edition." },
];
