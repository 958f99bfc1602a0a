import { type Ahead, comparisonWord } from "#app/method/comparison.ts";
import { chanceInWords, type Figure, levelInDigits } from "#app/method/figure.ts";
import type { Verdict } from "#app/method/verdict.ts";
import { aheadInWords } from "./finding.ts";
import type { ReceptionReport } from "./reception-report.ts";

/** A remark on the matrix: what it is about, and its text. */
export type Remark = { about: string; text: string };

type Matrix = Pick<ReceptionReport, "messages" | "rows" | "byMessage" | "leads">;

/** So many pairs are named in a remark; the rest is counted and stands in the matrix. */
const MOST_NAMED = 6;

/**
 * What stands beside the matrix: which pairs are well and badly received, which message to lead with and with what
 * chance, what not to read into it, and what similar cells suggest of pairs not yet heard. Built by rule from the
 * words of §6 and §7. Source: EFFECTIVENESS.md §6 and §7; DESIGN.md, section 3.
 */
export function remarksOnMatrix(matrix: Matrix): Remark[] {
  const pairs = pairsOf(matrix);
  return [
    ...remarkOn("Well received", pairs),
    ...remarkOn("Badly received", pairs),
    ...leadRemark(matrix),
    ...unsureRemark(pairs),
    ...unheardRemark(pairs),
  ];
}

type Pair = { number: number; audience: string; figure: Figure };

function pairsOf({ messages, rows }: Matrix): Pair[] {
  return messages.flatMap(({ number }, at) =>
    rows.flatMap(({ audience, figures }) => {
      const figure = figures[at];
      return figure === undefined ? [] : [{ number, audience: audience.name, figure }];
    }),
  );
}

function remarkOn(verdict: Verdict & ("Well received" | "Badly received"), all: readonly Pair[]): Remark[] {
  const pairs = all.filter(({ figure }) => figure.verdict === verdict);
  if (pairs.length === 0) return [];
  const groups = Map.groupBy(pairs.slice(0, MOST_NAMED), ({ number }) => number);
  const named = [...groups].map(
    ([number, group]) =>
      `message ${number} with ${listed(group.map(({ audience, figure }) => `${audience} (n ${figure.notes})`))}`,
  );
  return [{ about: verdict, text: `${named.join("; ")}${andMore(pairs.length)}. ${sideOf(verdict, pairs)}` }];
}

function listed(names: readonly string[]): string {
  return names.length === 2 ? names.join(" and ") : names.join(", ");
}

/** On which side of nought the likely ranges lie. */
function sideOf(verdict: Verdict, pairs: readonly Pair[]): string {
  const isGood = verdict === "Well received";
  const side = isGood ? "above" : "below";
  const clear = pairs.filter(({ figure }) => (isGood ? figure.lower > 0 : figure.upper < 0)).length;
  const which = pairs.length === 1 ? "The whole likely range" : "Each whole likely range";
  if (clear === pairs.length) return `${which} is ${side} zero.`;
  const across = pairs.length - clear;
  return across === 1
    ? "The likely range of one reaches across zero."
    : `The likely ranges of ${across} reach across zero.`;
}

function andMore(count: number): string {
  return count > MOST_NAMED ? ` and ${count - MOST_NAMED} more` : "";
}

const MOST_COMPARED = 3;

function leadRemark({ leads, byMessage }: Matrix): Remark[] {
  const heard = new Set(
    byMessage.filter(({ figure }) => figure.notes > 0).map(({ message }) => message.number),
  );
  const pairs = leads.overAll.pairs.filter(({ ahead, behind }) => heard.has(ahead) && heard.has(behind));
  if (pairs.length === 0) return [];
  const told = pairs.slice(0, MOST_COMPARED).map(aheadInWords).join(" ");
  const rest =
    pairs.length > MOST_COMPARED ? ` ${pairs.length - MOST_COMPARED} more pairs are in the table.` : "";
  return [{ about: "Which to lead with", text: `Over all audiences: ${told}${rest}` }];
}

function unsureRemark(pairs: readonly Pair[]): Remark[] {
  if (!pairs.some(({ figure }) => figure.verdict === "Not enough evidence")) return [];
  const text =
    "single steps of colour. Pale cells say “not enough evidence”: one meeting could change the sign.";
  return [{ about: "Do not read much into", text }];
}

function unheardRemark(all: readonly Pair[]): Remark[] {
  const pairs = all.filter(({ figure }) => figure.verdict === "Not yet heard");
  if (pairs.length === 0) return [];
  const named = pairs
    .slice(0, MOST_NAMED)
    .map(
      ({ number, audience, figure }) =>
        `message ${number} by ${audience}, where similar cells suggest ${levelInDigits(figure.mean)}`,
    );
  return [{ about: "Not yet heard", text: `${named.join("; ")}${andMore(pairs.length)}, with wide ranges.` }];
}

/** The two that stand highest with one audience, short: "1 before 3, 74 %"; "cannot tell 1 from 3 (55 %)". */
export function leadInShort({ ahead, behind, probability }: Ahead): string {
  const word = comparisonWord(probability);
  const chance = chanceInWords(probability);
  return word === "cannot tell"
    ? `cannot tell ${ahead} from ${behind} (${chance})`
    : `${ahead} before ${behind}, ${word} (${chance})`;
}
