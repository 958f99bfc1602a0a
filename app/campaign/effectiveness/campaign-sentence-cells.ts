import { type Figure, levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { counted } from "#app/text/in-words.ts";
import { alarmsTold, badlyTold, messagesTold, pairsTold } from "./campaign-sentence.ts";
import { changeOfReport } from "./changes/change-in-words.ts";
import type { ReceptionReport } from "./reception-report.ts";

/**
 * What the campaign sentence was worked out from, a line each: the messages over all audiences, the pairs that are
 * badly received, the changes at "alarm", and how the pairs fall to the words. Source: DESIGN.md, section 3.
 */
export function cellsOfSentence(report: ReceptionReport): string[] {
  const pairs = pairsTold(report);
  const words = Map.groupBy(pairs, ({ figure }) => figure.verdict);
  const tally = [...words].map(([word, { length }]) => `${length} ${word.toLowerCase()}`);
  return [
    ...messagesTold(report).map(
      ({ message, figure }) => `Message ${message.number} across all audiences: ${figureTold(figure)}`,
    ),
    ...badlyTold(report).map(
      ({ number, audience, figure }) => `Message ${number} with ${audience}: ${figureTold(figure)}`,
    ),
    ...alarmsTold(report).map((change) => changeOfReport(change, report)),
    ...(pairs.length === 0 ? [] : [`${counted(pairs.length, "pair")}: ${tally.join(", ")}`]),
  ];
}

function figureTold(figure: Figure): string {
  if (figure.notes === 0) return figure.verdict.toLowerCase();
  const { mean, notes, verdict } = figure;
  return `${verdict.toLowerCase()}, ${levelInDigits(mean)} (${rangeInWords(figure)}), ${counted(notes, "rating")}`;
}
