import { type ComparisonWord, comparisonWord } from "./comparison.ts";
import type { Figure } from "./figure.ts";
import { chanceInWords } from "./figure.ts";
import type { Verdict } from "./verdict.ts";

/** A message over all audiences. */
export type MessageFigure = { number: number; figure: Figure };

/** One message with one audience. */
export type PairFigure = { number: number; audience: string; figure: Figure };

/** Of two messages the one that stands higher, and the chance that it does. */
export type Ahead = { ahead: number; behind: number; probability: number };

const VERDICTS: readonly Verdict[] = [
  "Well received",
  "Mixed",
  "Badly received",
  "Not enough evidence",
  "Not yet heard",
];

const TOLD: Readonly<Record<Verdict, (which: string, isOne: boolean) => string>> = {
  "Well received": (which, isOne) => `${which} ${isOne ? "is" : "are"} well received over all audiences`,
  Mixed: (which, isOne) => `${which} ${isOne ? "is" : "are"} received with mixed signs`,
  "Badly received": (which, isOne) => `${which} ${isOne ? "is" : "are"} badly received over all audiences`,
  "Not enough evidence": (which) =>
    `There is too little to say of ${which.charAt(0).toLowerCase()}${which.slice(1)}`,
  "Not yet heard": (which) => `Nobody has heard ${which.charAt(0).toLowerCase()}${which.slice(1)} yet`,
};

/**
 * What a campaign's figures say in sentences built by rule: each message by its word, the two that stand highest
 * against each other, who receives a message badly, and for how many pairs there is not enough evidence. It tells how
 * meetings went, never why. Source: EFFECTIVENESS.md §6 and §7; DESIGN.md, section 3.
 */
export function findingOf(
  messages: readonly MessageFigure[],
  pairs: readonly PairFigure[],
  topTwo: Ahead | null,
): string[] {
  const sentences = VERDICTS.flatMap((verdict) => {
    const numbers = messages.filter(({ figure }) => figure.verdict === verdict).map(({ number }) => number);
    return numbers.length === 0 ? [] : [`${TOLD[verdict](messagesInWords(numbers), numbers.length === 1)}.`];
  });
  const badly = pairs.filter(({ figure }) => figure.verdict === "Badly received");
  const unsure = pairs.filter(({ figure }) => figure.verdict === "Not enough evidence").length;
  return [
    ...sentences,
    ...(topTwo === null ? [] : [aheadInWords(topTwo)]),
    ...badly.slice(0, 3).map(({ number, audience }) => `${audience} receive message ${number} badly.`),
    ...(badly.length > 3 ? [`So do ${badly.length - 3} more pairs.`] : []),
    ...(unsure === 0 ? [] : [`For ${unsure} of ${pairs.length} pairs there is not enough evidence yet.`]),
  ];
}

/** Which of two messages stands higher, with the chance that this is right. Source: EFFECTIVENESS.md §7. */
export function aheadInWords({ ahead, behind, probability }: Ahead): string {
  const word: ComparisonWord = comparisonWord(probability);
  const chance = chanceInWords(probability);
  if (word === "cannot tell")
    return `Between messages ${Math.min(ahead, behind)} and ${Math.max(ahead, behind)} we cannot tell (${chance}).`;
  return word === "slightly more likely"
    ? `It is slightly more likely than not (${chance}) that message ${ahead} stands higher than message ${behind}.`
    : `Message ${ahead} ${word} stands higher than message ${behind} (${chance}).`;
}

function messagesInWords(numbers: readonly number[]): string {
  const [only] = numbers;
  if (numbers.length === 1) return `Message ${only}`;
  return `Messages ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}
