import { type Ahead, comparisonWord } from "#app/method/comparison.ts";
import { chanceInWords, type Figure, levelInDigits } from "#app/method/figure.ts";
import type { Verdict } from "#app/method/verdict.ts";
import { lowered } from "#app/text/in-words.ts";
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
  const which = pairs.length === 1 ? "The likely range" : "Every likely range";
  if (clear === pairs.length) return `${which} is wholly ${side} zero.`;
  const across = pairs.length - clear;
  if (pairs.length === 1) return "The likely range crosses zero.";
  return across === 1 ? "One likely range crosses zero." : `${across} likely ranges cross zero.`;
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
  const more = pairs.length - MOST_COMPARED;
  const rest = more > 0 ? ` ${more} more ${more === 1 ? "pair was" : "pairs were"} compared.` : "";
  return [{ about: "Which message to lead with", text: `Across all audiences, ${lowered(told)}${rest}` }];
}

function unsureRemark(pairs: readonly Pair[]): Remark[] {
  if (!pairs.some(({ figure }) => figure.verdict === "Not enough evidence")) return [];
  const text =
    "a difference of one shade. Pale cells say “not enough evidence”: one meeting could change the sign.";
  return [{ about: "Do not read too much into", text }];
}

function unheardRemark(all: readonly Pair[]): Remark[] {
  const pairs = all.filter(({ figure }) => figure.verdict === "Not yet heard");
  if (pairs.length === 0) return [];
  const named = pairs
    .slice(0, MOST_NAMED)
    .map(
      ({ number, audience, figure }) =>
        `message ${number} by ${audience} (similar cells suggest ${levelInDigits(figure.mean)})`,
    );
  return [
    {
      about: "Not yet heard",
      text: `${named.join("; ")}${andMore(pairs.length)}. ${pairs.length === 1 ? "Its likely range is" : "Their likely ranges are"} wide.`,
    },
  ];
}

/** The two that stand highest with one audience, short: "1 before 3, 74 %"; "cannot tell 1 from 3 (55 %)". */
export function leadInShort({ ahead, behind, probability }: Ahead): string {
  const word = comparisonWord(probability);
  const chance = chanceInWords(probability);
  return word === "cannot tell"
    ? `cannot tell ${ahead} from ${behind} (${chance})`
    : `${ahead} before ${behind}, ${word} (${chance})`;
}

/** As many messages as a matrix has columns for, and as stand beside each other in charts. */
export const MOST_MESSAGES_SHOWN = 24;

type Shown = Pick<ReceptionReport, "messages" | "rows" | "byMessage">;

/**
 * A report with the messages that a page or a print has room for: of more than 24 those rated most often, in their order;
 * `leftOut` says so in words, and is "" where all are there. Data files hold every message.
 */
export function withMessagesShown<Report extends Shown>(report: Report): Report & { leftOut: string } {
  const { messages, rows, byMessage } = report;
  if (messages.length <= MOST_MESSAGES_SHOWN) return { ...report, leftOut: "" };
  const notes = messages.map((_, at) =>
    rows.reduce((sum, { figures }) => sum + (figures[at]?.notes ?? 0), 0),
  );
  const ordered = [...messages.keys()].toSorted((a, b) => (notes[b] ?? 0) - (notes[a] ?? 0) || a - b);
  const shown = new Set(ordered.slice(0, MOST_MESSAGES_SHOWN));
  const ids = new Set(messages.filter((_, at) => shown.has(at)).map(({ id }) => id));
  return {
    ...report,
    messages: messages.filter(({ id }) => ids.has(id)),
    rows: rows.map((row) => ({ ...row, figures: row.figures.filter((_, at) => shown.has(at)) })),
    byMessage: byMessage.filter(({ message }) => ids.has(message.id)),
    leftOut: `Of ${messages.length} messages, the ${shown.size} rated most often are shown; the CSV file has them all.`,
  };
}
