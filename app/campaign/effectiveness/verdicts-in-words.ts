import type { Figure } from "#app/method/figure.ts";
import type { Verdict } from "#app/method/verdict.ts";
import { counted, inWords, numberInWords } from "#app/text/in-words.ts";

const TOLD: readonly { verdict: Verdict; words: (count: string) => string }[] = [
  { verdict: "Well received", words: (count) => `well received by ${count}` },
  { verdict: "Badly received", words: (count) => `badly received by ${count}` },
  { verdict: "Mixed", words: (count) => `mixed with ${count}` },
  { verdict: "Not enough evidence", words: (count) => `not enough evidence on ${count}` },
];

/**
 * How many audiences take a message how, as a title: "Badly received by 1 audience, not enough evidence on 8". An audience
 * that has not heard it is not told of. Source: EFFECTIVENESS.md §6; DESIGN.md, section 4 (a title states the finding).
 */
export function verdictsInWords(figures: readonly Figure[]): string {
  const parts = TOLD.flatMap(({ verdict, words }) => {
    const count = figures.filter((figure) => figure.verdict === verdict).length;
    return count === 0 ? [] : [{ count, words }];
  });
  const told = parts.map(({ count, words }, at) =>
    words(at === 0 ? counted(count, "audience") : String(count)),
  );
  const [first] = told;
  if (first === undefined) return "Not yet heard by any audience";
  return told.join(", ").replace(/^./, (letter) => letter.toUpperCase());
}

/** What is known of an audience's reception of each message, in a sentence. Source: EFFECTIVENESS.md §6. */
export function receptionInWords(heard: readonly { number: number; figure: Figure }[]): string {
  const known = heard.filter(({ figure }) => figure.verdict !== "Not yet heard");
  if (known.length === 0) return "";
  const clear = known.filter(({ figure }) => figure.verdict !== "Not enough evidence");
  if (clear.length === 0) return "There is not yet enough evidence on any message.";
  const told = clear.map(({ number, figure: { verdict } }) =>
    verdict === "Mixed" ? `message ${number} with mixed reactions` : `message ${number} ${manner(verdict)}`,
  );
  const unsure = known.length - clear.length;
  const rest = unsure === 0 ? "" : ` There is not yet enough evidence on ${numberInWords(unsure)} more.`;
  return `They receive ${inWords(told)}.${rest}`;
}

function manner(verdict: Verdict): string {
  return verdict === "Well received" ? "well" : "badly";
}
