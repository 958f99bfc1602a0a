import { EVENT_KINDS, type EventKind } from "#app/campaign/outreach-events/kind.ts";
import { GROUND_RULES } from "#app/text/handling.ts";
import { foldText } from "#app/text/search-words.ts";
import { audienceReader } from "./audiences.ts";
import { dateReader } from "./dates.ts";
import { lengthReader } from "./lengths.ts";
import { messageReader } from "./messages.ts";
import { contactReader, officerReader } from "./people.ts";
import { repeatReader } from "./repeats.ts";
import type { LineContext, Said } from "./said.ts";
import { timeReader } from "./times.ts";
import { type Found, longestRun, type Reader, type Word, wordsOf } from "./words.ts";

const OTHER_WORDS: readonly [string, EventKind][] = [
  ["courtesy call", "office call"],
  ["staff briefing", "briefing"],
  ["round table", "roundtable"],
  ["panel discussion", "panel"],
  ["interview", "media interview"],
  ["oped", "op-ed"],
  ["op ed", "op-ed"],
  ["demarche", "démarche under instruction"],
  ["telephone call", "phone call"],
  ["telephone", "phone call"],
  ["phone", "phone call"],
  ["letter", "letter or e-mail"],
  ["e-mail", "letter or e-mail"],
  ["email", "letter or e-mail"],
  ["tweet", "social post"],
  ["internal meeting", "internal"],
  ["visit of", "delegation visit"],
  ["ministerial visit", "delegation visit"],
];

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ...EVENT_KINDS.map((kind) => [foldText(kind), kind] as const),
  ...OTHER_WORDS,
]);

/** At table or over a cup: an office call unless another kind is named, and how many minutes it usually takes. */
const MEALS: ReadonlyMap<string, number> = new Map([
  ["coffee", 30],
  ["breakfast", 60],
  ["working breakfast", 60],
  ["lunch", 90],
  ["working lunch", 90],
  ["dinner", 120],
  ["working dinner", 120],
]);

/** The kind of event by the word for it; "call" may be at an office or by phone, and is asked about. */
const kindReader: Reader = (words, at) =>
  longestRun(words, at, 3, (phrase) => readKind(phrase)) ?? visitAlone(words, at);

/** "visit" between commas is the kind; in a sentence one also visits an office. */
function visitAlone(words: readonly Word[], at: number): Found | null {
  const [before, word] = [words[at - 1], words[at]];
  const isAlone =
    (before === undefined || before.endsSegment) && (word?.endsSegment || at === words.length - 1);
  return isAlone && word?.folded === "visit"
    ? { length: 1, says: { about: "kind", kind: "delegation visit" } }
    : null;
}

function readKind(phrase: string): Said | null {
  const kind = KINDS.get(phrase.replace(/[.:]$/, ""));
  if (kind !== undefined) return { about: "kind", kind };
  if (phrase === "call") return { about: "call" };
  const minutes = MEALS.get(phrase);
  return minutes === undefined ? null : { about: "meal", minutes };
}

/** The ground rule in the words for it: "on background", "off the record". */
const groundRuleReader: Reader = (words, at) =>
  longestRun(words, at, 3, (phrase) => {
    const rule = GROUND_RULES.find((one) => [one, `on ${one}`].includes(phrase) && phrase.includes(" "));
    return rule === undefined ? null : { about: "ground rule", rule };
  });

/** Whether it is sure: "tentative", "confirmed". */
const scheduleReader: Reader = (words, at) =>
  longestRun(words, at, 1, (phrase) => {
    if (phrase === "tentative" || phrase === "tbc") return { about: "schedule", schedule: "tentative" };
    return phrase === "confirmed" ? { about: "schedule", schedule: "confirmed" } : null;
  });

/**
 * Where it takes place: the words after "at" to the end of the segment, or to the next thing that is no place;
 * `isOther` says whether one begins at a word.
 */
function placeFrom(words: readonly Word[], at: number, isOther: (at: number) => boolean): Found | null {
  if (words[at]?.folded !== "at" || words[at].endsSegment) return null;
  let length = 1;
  while (words[at + length] !== undefined && !isOther(at + length)) {
    length += 1;
    if (words[at + length - 1]?.endsSegment) break;
  }
  if (length === 1) return null;
  const place = words
    .slice(at + 1, at + length)
    .map(({ text }) => text.replace(/^["“„]|["”“]$/g, ""))
    .join(" ");
  const told = Number(place) > 23 ? "There is no such time as" : "Write the time as";
  if (/^\d{1,2}$/.test(place)) return { length, says: { about: "nothing", why: `${told} ${place}:00` } };
  return { length, says: { about: "place", place } };
}

/** Where it meets online: an address that begins with https. */
const linkReader: Reader = (words, at) => {
  const text = words[at]?.text ?? "";
  if (/^https:\/\/[^\s/]+/i.test(text)) return { length: 1, says: { about: "link", link: text } };
  if (!/^http:\/\//i.test(text)) return null;
  return { length: 1, says: { about: "nothing", why: "A link must begin with https://" } };
};

/** A part of the line and what it says; null: words of which nothing is known. */
export type Piece = { from: number; to: number; text: string; says: Said | null; endsSegment: boolean };

/** What can only be what it says, and is no part of a title. */
const PLAIN_READERS: readonly Reader[] = [
  dateReader,
  repeatReader,
  timeReader,
  lengthReader,
  messageReader,
  officerReader,
  scheduleReader,
  linkReader,
];

/** What may stand in a title, and says something all the same. */
const TITLE_READERS: readonly Reader[] = [groundRuleReader, kindReader, contactReader, audienceReader];

/** The line cut into pieces, in order: at each word the longest thing that can be read there. */
export function piecesOf(line: string, context: LineContext): Piece[] {
  const words = wordsOf(line);
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const found = foundAt(words, at, context);
    const length = found?.length ?? 1;
    const first = words[at];
    const last = words[at + length - 1];
    if (first === undefined || last === undefined) break;
    const { from } = first;
    const { to, endsSegment } = last;
    pieces.push({ from, to, text: line.slice(from, to), says: found?.says ?? null, endsSegment });
    at += length;
  }
  return pieces;
}

function foundAt(words: readonly Word[], at: number, context: LineContext): Found | null {
  if (words[at]?.isQuoted) return null;
  const isOther = (index: number) => longest(PLAIN_READERS, words, index, context) !== null;
  const plain = longest(PLAIN_READERS, words, at, context);
  const place = plain === null ? placeFrom(words, at, isOther) : null;
  const ofTitle = longest(TITLE_READERS, words, at, context);
  const found = plain ?? place;
  if (found === null || ofTitle === null) return found ?? ofTitle;
  return ofTitle.length > found.length ? ofTitle : found;
}

/** The longest; of two as long the one that is understood. */
function longest(
  readers: readonly Reader[],
  words: readonly Word[],
  at: number,
  context: LineContext,
): Found | null {
  if (words[at]?.isQuoted) return null;
  let best: Found | null = null;
  for (const read of readers) {
    const found = read(words, at, context);
    if (found === null) continue;
    const isLonger = best === null || found.length > best.length;
    const isClearer =
      best?.length === found.length && best.says.about === "nothing" && found.says.about !== "nothing";
    if (isLonger || isClearer) best = found;
  }
  return best;
}
