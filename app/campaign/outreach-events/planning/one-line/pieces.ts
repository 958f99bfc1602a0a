import { audienceReader } from "./audiences.ts";
import { dateReader } from "./dates.ts";
import { groundRuleReader, kindReader, scheduleReader } from "./kind-words.ts";
import { lengthReader } from "./lengths.ts";
import { messageReader } from "./messages.ts";
import { contactReader, officerReader } from "./people.ts";
import { linkReader, placeFrom } from "./places.ts";
import type { LineContext, Said } from "./said.ts";
import { timeReader } from "./times.ts";
import { type Found, type Reader, type Word, wordsOf } from "./words.ts";

/** A part of the line and what it says; null: words of which nothing is known. */
export type Piece = { from: number; to: number; text: string; says: Said | null; endsSegment: boolean };

/** What can only be what it says, and is no part of a title. */
const PLAIN_READERS: readonly Reader[] = [
  dateReader,
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
