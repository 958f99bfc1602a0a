import type { CalendarDate } from "#app/domain/time/wall-time.ts";

/** What we said of one message the last time, in which words, and how each took it. */
export type LastTold = {
  messageNumber: number;
  words: string;
  wording: "as written" | "in other words" | null;
  revision: number | null;
  day: CalendarDate;
  by: string;
  receptions: { score: number; whom: string }[];
};

/** An objection or a question of theirs: who raised it is null where it was not written down. */
export type Asked = { who: string | null; words: string; code: string | null; day: CalendarDate };

/** A promise of ours that is still open. */
export type Owed = { what: string; toWhom: string | null; dueOn: CalendarDate; owner: string | null };

export type BriefPoint = { text: string; footnotes: number[]; messageNumber: number | null };

export type BriefReply = {
  objection: string;
  reply: string;
  footnotes: number[];
  isDifficultQuestion: boolean;
  timesHeard: number;
  stale: string[];
};

export type BriefText = {
  told: LastTold[];
  asked: Asked[];
  owed: Owed[];
  points: BriefPoint[];
  ifRaised: BriefReply[];
  avoid: string[];
  sources: { number: number; text: string }[];
  /** The lines at the top, as long as they are: place, officers, participants, ask. */
  head: string[];
};

export type FittedBrief = {
  text: BriefText;
  /** What the page leaves out, in words for the reader. */
  leftOut: string[];
  /** True when even then it is longer than a page, and the points themselves have to be shortened. */
  isTooLong: boolean;
};

/** Room on a printed A4 page, in pixels of the page's own layout, and what stands on it whatever the text. */
const PAGE = 1040;
const FRAME = 330;
const SMALL_LINE = 15.6;

/**
 * Cuts a brief down to the one page that is carried into the room.
 *
 * What does not fit is left out in this order, and named: the objection heard least, one after the other; then
 * the oldest question they asked; then what we owe latest; then what we last told them, from the end. Points
 * and the avoid line are never left out. Source: DESIGN.md, section 6 (always one page).
 */
export function fitToOnePage(whole: BriefText): FittedBrief {
  let text = whole;
  const leftOut: string[] = [];
  for (const drop of [dropObjection, dropAsked, dropOwed, dropTold]) {
    for (let next = drop(text); next !== null && heightOf(text) > PAGE; next = drop(text)) {
      text = next.text;
      leftOut.push(next.what);
    }
  }
  return { text, leftOut, isTooLong: heightOf(text) > PAGE };
}

type Dropped = { text: BriefText; what: string } | null;

function dropObjection(text: BriefText): Dropped {
  const least = [...text.ifRaised].reverse().sort((a, b) => a.timesHeard - b.timesHeard)[0];
  if (!least) return null;
  const ifRaised = text.ifRaised.filter((reply) => reply !== least);
  return { text: { ...text, ifRaised }, what: `“${least.objection}” (heard least)` };
}

function dropAsked(text: BriefText): Dropped {
  const oldest = text.asked.at(-1);
  return oldest ? { text: { ...text, asked: text.asked.slice(0, -1) }, what: "an older question" } : null;
}

function dropOwed(text: BriefText): Dropped {
  const latest = text.owed.at(-1);
  return latest ? { text: { ...text, owed: text.owed.slice(0, -1) }, what: "a later promise" } : null;
}

function dropTold(text: BriefText): Dropped {
  const last = text.told.at(-1);
  const what = `what we told them of message ${last?.messageNumber}`;
  return last ? { text: { ...text, told: text.told.slice(0, -1) }, what } : null;
}

/** How high the text stands on paper; an estimate from the number of characters that a line of each part takes. */
function heightOf(text: BriefText): number {
  const side = (rows: string[]) => sum(rows.map((row) => lines(row, 58) * SMALL_LINE + 8));
  return (
    FRAME +
    sum(text.head.map((row) => lines(row, 52) * SMALL_LINE)) / 2 +
    sum(text.told.map((row) => Math.max(lines(row.words, 48) * 16.4, row.receptions.length * 18) + 7)) +
    Math.max(side(text.asked.map(askedRow)), side(text.owed.map(owedRow))) +
    sum(text.points.map((point) => lines(point.text, 72) * 19.4 + 5)) +
    sum(text.ifRaised.map((reply) => replyLines(reply) * SMALL_LINE + 8)) +
    sum(text.avoid.map((row) => lines(row, 120) * SMALL_LINE)) +
    lines(text.sources.map((source) => `${source.number} ${source.text} `).join(""), 140) * 13.4
  );
}

function askedRow({ who, words, code }: Asked): string {
  return `${who ?? ""}: ${words} (${code ?? ""}, 24 Sep 2026)`;
}

function owedRow({ what, toWhom, owner }: Owed): string {
  return `00 days overdue ${what}, to ${toWhom ?? ""}. Promised for 00 Nov. ${owner ?? ""} has it.`;
}

function replyLines(reply: BriefReply): number {
  const answer = lines(`${reply.reply} ${reply.stale.join(" ")}`, 96);
  return Math.max(answer, lines(reply.objection, 22) + (reply.isDifficultQuestion ? 1 : 0));
}

function lines(text: string, characters: number): number {
  return sum(text.split("\n").map((paragraph) => Math.max(1, Math.ceil(paragraph.length / characters))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
