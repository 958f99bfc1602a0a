import { initialsOf } from "#app/campaign/audiences/initials.ts";
import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import { capital } from "#app/text/in-words.ts";
import { formatDuration } from "#app/time/format.ts";
import { contradictionsIn, type Doubt, doubtIn, type Saying } from "./one-line/doubts.ts";
import { fieldsOf, type LineFields } from "./one-line/fields.ts";
import { type Piece, piecesOf } from "./one-line/pieces.ts";
import type { LineContext, Said } from "./one-line/said.ts";

export type ReadLine = {
  fields: LineFields;
  understood: { text: string; says: Said }[];
  doubts: Doubt[];
  notUnderstood: { text: string; why: string }[];
};

/** Longer lines are refused before they are read. */
export const LONGEST_LINE = 500;

/**
 * Reads an event planned in one line: "SFRC staff, tue 14:00, 45 min, msg 2 3, @jana".
 *
 * Every word is understood, part of the title, asked about or said not to be understood; nothing is guessed. What the
 * line says twice in different ways is asked about, and stays empty. A weekday is the next one, today while the time
 * is still to come. Source: DESIGN.md, section 1, job 1.
 */
export function readLine(line: string, context: LineContext): ReadLine {
  const pieces = piecesOf(line.slice(0, LONGEST_LINE), context);
  const { title, strays } = titleOf(line, pieces, context);
  const saying = settle(pieces.filter(saysSomething));
  const twice = contradictionsIn(line, saying);
  const clear = saying.filter(({ says }) => !twice.some(({ about }) => about === says.about));
  return {
    fields: {
      ...fieldsOf(
        clear.map(({ says }) => says),
        context,
      ),
      title,
    },
    understood: saying.filter(({ says }) => says.about !== "doubt" && says.about !== "nothing"),
    doubts: [...saying.flatMap((piece) => doubtIn(line, piece)), ...twice.map(({ doubt }) => doubt)],
    notUnderstood: [...saying.flatMap(refusalIn), ...strays.map(strayIn)],
  };
}

function saysSomething(piece: Piece): piece is Saying {
  return piece.says !== null;
}

function refusalIn({ text, says }: Saying) {
  return says.about === "nothing" ? [{ text, why: says.why }] : [];
}

function strayIn({ text }: Piece) {
  return { text, why: "If it is part of the title, put it first" };
}

/** Settles what one piece leaves open and another says: "8h" beside a time is a length, "call" beside "phone" a phone call. */
function settle(pieces: readonly Saying[]): Saying[] {
  const all = pieces.map(({ says }) => says);
  return pieces.map((piece) => ({ ...piece, says: settled(piece, all) }));
}

function settled({ says, text }: Saying, all: readonly Said[]): Said {
  if (says.about === "hours") return settledHours(says, text, all);
  if (says.about === "until" || says.about === "times") return settledEnd(says, all);
  return says.about === "call" ? settledCall(all) : says;
}

function settledHours(
  { time, minutes }: Extract<Said, { about: "hours" }>,
  text: string,
  all: readonly Said[],
): Said {
  const has = (about: Said["about"]) => all.some((says) => says.about === about);
  if (has("time") && !has("length")) return { about: "length", minutes };
  if (has("length") && !has("time")) return { about: "time", start: time, end: null, zone: null };
  const choices = [
    { label: `at ${time}`, text: time },
    { label: `${formatDuration(minutes)} long`, text: `${minutes} min` },
  ];
  return { about: "doubt", question: `Is ${text} a time or a length?`, choices, isOfTitle: false };
}

/** An end without a rhythm ends nothing; of two ends one is too many. */
function settledEnd(says: Extract<Said, { about: "until" | "times" }>, all: readonly Said[]): Said {
  const has = (about: Said["about"]) => all.some((one) => one.about === about);
  if (!has("repeat"))
    return {
      about: "nothing",
      why: "Say how often it repeats as well, for example “every tue until 18 Dec”",
    };
  if (says.about === "times" && has("until"))
    return { about: "nothing", why: "Give the last day or the number of times, not both" };
  return says;
}

const CALLS: readonly EventKind[] = ["office call", "phone call"];

function settledCall(all: readonly Said[]): Said {
  const kind = all
    .flatMap((says) => (says.about === "kind" ? [says.kind] : []))
    .find((one) => CALLS.includes(one));
  if (kind !== undefined) return { about: "kind", kind };
  const choices = CALLS.map((text) => ({ label: text, text }));
  return { about: "doubt", question: "Is the call at an office or by phone?", choices, isOfTitle: true };
}

/**
 * The title of the line and the pieces that belong to nothing. The title is the words before the first date, time
 * or other detail, kinds, people and audiences among them included; where the line begins with a detail, the first
 * words after it. It begins with a capital. Free words further on are in no title: they are not understood.
 */
function titleOf(
  line: string,
  pieces: readonly Piece[],
  context: LineContext,
): { title: string; strays: Piece[] } {
  const start = pieces.findIndex(isOfTitle);
  if (start < 0) return { title: "", strays: [] };
  const length = pieces.slice(start).findIndex((piece) => !isOfTitle(piece));
  const end = length < 0 ? pieces.length : start + length;
  const said = pieces.slice(start, end);
  const typed = said.map(
    (piece, index) =>
      `${line.slice(said[index - 1]?.to ?? piece.from, piece.from)}${inTitle(piece, context)}`,
  );
  return {
    title: begun(tidy(typed.join("")), context),
    strays: runsIn(line, pieces.slice(end)).filter((run) => !isJoint(run)),
  };
}

/** Initials are capitals, and which sides are meant is no part of a name: "sfrc both" is a meeting with "SFRC". */
function inTitle({ text, says }: Piece, { audiences }: LineContext): string {
  if (says?.about !== "audience") return text;
  const called = audiences.filter(({ id }) => says.ids.includes(id)).map(({ name }) => initialsOf(name));
  const typed = text.replace(/\p{L}+/gu, (word) =>
    called.includes(word.toLowerCase()) ? word.toUpperCase() : word,
  );
  return says.ids.length > 1 ? typed.replace(/\s*\bboth(?: sides)?\b\s*/i, " ").trim() : typed;
}

/** With a capital, unless it begins with a name that has none there, or has its own further on: "de Vries", "eNATO". */
function begun(title: string, { contacts }: LineContext): string {
  const isName = contacts.some(({ name }) => capital(name) !== name && title.startsWith(name));
  return isName || /^\p{Ll}\p{L}*\p{Lu}/u.test(title) ? title : capital(title);
}

/** Words of which nothing is known, those that stand together as one. */
function runsIn(line: string, pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.says !== null) continue;
    const before = runs.at(-1);
    const isNext = before !== undefined && before.to === pieces[index - 1]?.to && !before.endsSegment;
    if (!isNext) runs.push(piece);
    else
      runs.splice(-1, 1, { ...before, ...piece, from: before.from, text: line.slice(before.from, piece.to) });
  }
  return runs;
}

function isOfTitle({ says }: Piece): boolean {
  return says === null || staysInTitle(says);
}

function staysInTitle(says: Said): boolean {
  if (says.about === "doubt") return says.isOfTitle;
  return ["kind", "call", "meal", "ground rule", "contact", "audience"].includes(says.about);
}

/** A word that only joins two things: "and", "for", a dash. */
function isJoint({ text }: Piece): boolean {
  return /^(?:(?:and|for|with|on|in|the|[-–—·|&+])\s*)+$/i.test(text);
}

function tidy(typed: string): string {
  return typed
    .replace(/["“„”]/g, "")
    .replace(/\s+/g, " ")
    .replace(/(?:\s+(?:on|for|with|and|from|in|the|[-–—·|]))+$/i, "")
    .replace(/^(?:with|and|for|on)\s+/i, "")
    .replace(/^[\s\-–—·|]+|[\s,;:\-–—·|]+$/g, "")
    .slice(0, 200);
}
