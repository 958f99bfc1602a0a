import { comparisonWord } from "#app/method/comparison.ts";
import { chanceInWords } from "#app/method/figure.ts";
import type { WordingReport } from "./wordings-used.ts";

/**
 * What the wordings come to, as a title after "Wordings of message 2:". Only a pair that §7 has a word for is told, the
 * surest one. `labels` are in the order of the wordings.
 */
export function wordingsInWords({ wordings, pairs }: WordingReport, labels: readonly string[]): string {
  if (wordings.length === 0) return "none recorded yet";
  if (wordings.length === 1) return "one so far";
  const surest = pairs.toSorted((a, b) => b.probability - a.probability)[0];
  const word = surest === undefined ? "cannot tell" : comparisonWord(surest.probability);
  if (surest === undefined || word === "cannot tell") return "cannot tell them apart";
  const [ahead, behind] = [labels[surest.ahead - 1] ?? "", labels[surest.behind - 1] ?? ""];
  return `“${ahead}” ${word} above “${behind}” (${chanceInWords(surest.probability)})`;
}
