import {
  askedInWords,
  type BriefPoint,
  type BriefReply,
  type BriefText,
  citedSources,
  type LastTold,
  lastOfEachFirst,
  sameWordsToday,
} from "#app/campaign/outreach-events/brief.ts";
import { countedInWords, inWords } from "#app/text/in-words.ts";

export type LeftOut = {
  notes: boolean;
  objections: string[];
  questions: number;
  promises: number;
  messages: number[];
};

/** How the page is set: in its usual type, in smaller type, or, where even that is too long, over two pages. */
export type PageSize = "one page" | "one page, set smaller" | "more than one page";

export type FittedBrief = {
  text: BriefText;
  leftOut: LeftOut;
  size: PageSize;
};

/** The parts that can be cut, each from its end; the objection heard least goes first. */
type Part = "ifRaised" | "asked" | "owed" | "told";

/** In this order, down to what has to stay at least: first a little of each, then all of it. */
const CUTS: readonly { part: Part; least: number }[] = [
  { part: "ifRaised", least: 3 },
  { part: "owed", least: 2 },
  { part: "ifRaised", least: 1 },
  { part: "told", least: 2 },
  { part: "owed", least: 1 },
];

/** Once the blank lines are gone: of what they asked the last question of each person stays in any case. */
const LAST_CUTS: typeof CUTS = [
  { part: "ifRaised", least: 3 },
  { part: "asked", least: 2 },
  { part: "owed", least: 2 },
  { part: "ifRaised", least: 1 },
  { part: "told", least: 2 },
  { part: "asked", least: 1 },
  { part: "owed", least: 1 },
  { part: "ifRaised", least: 0 },
  { part: "told", least: 0 },
  { part: "owed", least: 0 },
];

/**
 * Cuts a brief down to the one page that is carried into the room.
 *
 * Where it does not fit, the notes to the speaker beside words to say go first. While it still does not, the objection
 * heard least is left out, down to three; then the promises due latest, down to two; then more of the same. What they asked
 * stands before the lines for handwriting: those go first, then the oldest questions, and the last one of each person stays.
 * Points and the avoid lines always stay. All that is left out is named. Points that alone are longer than a page are set
 * smaller, and only when they are nearly two pages long do they run on to a second. Source: DESIGN.md, section 6 (always
 * one page).
 */
export function fitToOnePage(brief: BriefText): FittedBrief {
  const whole = { ...brief, asked: lastOfEachFirst(brief.asked) };
  if (heightOf(whole, whole) <= PAGE) return fitted(whole, whole, "one page");
  const bare = withoutNotes(whole);
  const usual = cutTo(PAGE, bare);
  if (usual !== null) return fitted(whole, usual, "one page");
  const smaller = cutTo(SMALLER_PAGE, bare);
  if (smaller !== null) return fitted(whole, smaller, "one page, set smaller");
  return fitted(whole, cutBy(LAST_CUTS, SMALLER_PAGE, bare), "more than one page");
}

/** The text that fits, with lines for handwriting where there is room for them; null where none does. */
function cutTo(room: number, whole: BriefText): BriefText | null {
  const withLines = cutBy(CUTS, room, whole);
  if (heightOf(withLines, whole) <= room) return withLines;
  const withoutLines = cutBy(LAST_CUTS, room + HANDWRITING, whole);
  return heightOf(withoutLines, whole) <= room + HANDWRITING ? withoutLines : null;
}

function cutBy(cuts: typeof CUTS, room: number, whole: BriefText): BriefText {
  const askers = new Set(whole.asked.map(({ who }) => who)).size;
  let text = whole;
  for (const { part, least: leastOfPart } of cuts) {
    const least = part === "asked" ? Math.max(askers, leastOfPart) : leastOfPart;
    while (text[part].length > least && heightOf(text, whole) > room) {
      const shorter = part === "ifRaised" ? withoutLeastHeard(text.ifRaised) : text[part].slice(0, -1);
      text = { ...text, [part]: shorter };
    }
  }
  return text;
}

/** A note stands alone where there are no words to say. */
function withoutNote(reply: BriefReply): BriefReply {
  return reply.words === "" ? reply : { ...reply, note: "" };
}

function withoutNotes(text: BriefText): BriefText {
  return { ...text, ifRaised: text.ifRaised.map(withoutNote) };
}

function fitted(whole: BriefText, text: BriefText, size: PageSize): FittedBrief {
  return { text: { ...text, sources: citedSources(text) }, leftOut: missing(whole, text), size };
}

/** The replies in the paper's order, but the one whose objection was heard least; of several, the last. */
function withoutLeastHeard(replies: readonly BriefReply[]): BriefReply[] {
  const least = Math.min(...replies.map(({ timesHeard }) => timesHeard));
  const gone = replies.findLastIndex(({ timesHeard }) => timesHeard === least);
  return replies.filter((_, index) => index !== gone);
}

function missing(whole: BriefText, shown: BriefText): LeftOut {
  // A reply keeps its footnotes whatever goes with its note: by them it is known again.
  const shownAs = (reply: BriefReply) => shown.ifRaised.find((one) => one.footnotes === reply.footnotes);
  const gone = whole.ifRaised.filter((reply) => shownAs(reply) === undefined);
  return {
    notes: whole.ifRaised.some((reply) => (shownAs(reply)?.note ?? reply.note) !== reply.note),
    objections: gone.map(({ objection }) => objection),
    questions: whole.asked.length - shown.asked.length,
    promises: whole.owed.length - shown.owed.length,
    messages: whole.told.slice(shown.told.length).map(({ messageNumber }) => messageNumber),
  };
}

/** What stands under a heading without rows: `none` only where there are none at all. */
export function insteadOfRows(leftOut: number, none: string): string {
  return leftOut === 0 ? none : "Left out to save space.";
}

/** What the page says of what it leaves out; null where it is whole. */
export function leftOutSentence({
  notes,
  objections,
  questions,
  promises,
  messages,
}: LeftOut): string | null {
  const parts = [
    notes ? "notes to the speaker" : "",
    objections.length > 0
      ? `the ${objections.length === 1 ? "objection" : "objections"} heard least (${objections.join(", ")})`
      : "",
    questions > 0 ? countedInWords(questions, "older question") : "",
    promises > 0 ? countedInWords(promises, "further promise") : "",
    messages.length > 0
      ? `what we told them about ${messages.length === 1 ? "message" : "messages"} ${inWords(messages.map(String))}`
      : "",
  ].filter(Boolean);
  return parts.length === 0 ? null : `To save space, this brief leaves out ${parts.join("; ")}.`;
}

/**
 * Measured on the printed A4 page of the stylesheet, in its pixels: the room, some of it kept free for what an
 * estimate by characters misses, and what always stands on the page, lines for handwriting included.
 */
const PAGE = 1030;
/** Points at four fifths of their size have room for 1.56 times the text, and the rest, at seven points, for 1.38 times. */
const SMALLER_PAGE = 1.25 * PAGE;
const FRAME = 262;
/** Of it, what the lines for handwriting take. */
const HANDWRITING = 80;
const SECTION = 34;
const LINE = 15.6;

function heightOf(text: BriefText, whole: BriefText): number {
  const parts = ["ifRaised", "asked", "owed", "told"] as const;
  const isCut = parts.some((part) => text[part].length < whole[part].length);
  const { status, where, link, fromUs, with: people, ask } = text.head;
  const sources = citedSources(text).map((source) => `${source.number} ${source.text}. `);
  return (
    FRAME +
    (lines(status, 75) - 1) * LINE +
    lines(text.title, 56) * 25 +
    (Math.max(lines(`${where}. ${link}`, 48), lines(fromUs, 48)) +
      Math.max(lines(people, 48), lines(ask, 48))) *
      LINE +
    sum(text.told.map((told) => toldHeight(told, text))) +
    sum(text.openly.map((line) => lines(`Say it openly. ${line}`, 122) * LINE + 8)) +
    Math.max(rowsHeight(text.asked.map(askedRow)), rowsHeight(text.owed.map(owedRow))) +
    sum(text.points.map(pointHeight)) +
    (text.ifRaised.length > 0 ? SECTION : 0) +
    sum(text.ifRaised.map((reply) => replyLines(reply) * LINE + 8)) +
    sum(text.avoid.map((row) => lines(row, 128) * LINE)) +
    lines(sources.join(""), 155) * 13.4 +
    (isCut ? 2 * 13.8 + 6 : 0)
  );
}

function pointHeight({ text, marks }: BriefPoint): number {
  const marked = marks.length === 0 ? 0 : lines(marks.join(" "), 110) * LINE;
  return lines(`${text} [1–9] [3]`, 78) * 19.4 + marked + 4.2;
}

function toldHeight(told: LastTold, { points }: BriefText): number {
  const words = sameWordsToday(told, points) === null ? lines(told.words, 46) * 16.4 : 16.4;
  const said = lines(`Revision 0, ${told.wording}. 24 Sep 2026, ${told.by}`, 46) * LINE;
  return Math.max(words, told.receptions.length * 18.5, said) + 7;
}

function rowsHeight(rows: readonly string[]): number {
  return sum((rows.length === 0 ? [""] : rows).map((row) => lines(row, 60) * LINE + 8));
}

function askedRow(asked: BriefText["asked"][number]): string {
  return `${askedInWords(asked)} (24 Sep)`;
}

function owedRow({ what, toWhom, owner }: BriefText["owed"][number]): string {
  return `00 days overdue ${what}, to ${toWhom ?? ""}. ${owner ?? ""} has it.`;
}

function replyLines(reply: BriefReply): number {
  const answer = lines(`${reply.words} ${reply.stale.join(" ")}`, 98);
  const note = reply.note === "" ? 0 : lines(`Note to the speaker: ${reply.note}`, 98);
  return Math.max(answer + note, lines(reply.objection, 24) + (reply.isDifficultQuestion ? 1 : 0));
}

function lines(text: string, characters: number): number {
  return sum(text.split("\n").map((paragraph) => Math.max(1, Math.ceil(paragraph.length / characters))));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
