import { initialsOf, isSmallWord, partsOfName, plainName } from "#app/campaign/audiences/initials.ts";
import type { Named, Said } from "./said.ts";
import { type Reader, type Word, wordsOf } from "./words.ts";

const MOST_WORDS = 12;
const CHAMBER = /^(?:house|senate|joint)$/;
/** Names that are everyday words too: they are one only where nothing else stands beside them. */
const EVERYDAY =
  /^(?:state|press|army|navy|congress|treasury|commerce|energy|defence|media|industry|academia)$/;

/** The ways to call an audience, each with those that are called so; `isBoth` where all of them are meant. */
type Names = ReadonlyMap<string, Called>;
type Called = Way & { found: Named[] };
/** `isAWord`: it is one word that may stand for something else, so that only a capital makes it a name. */
type Way = { name: string; isBoth: boolean; isAWord: boolean };

const known = new WeakMap<readonly Named[], Names>();

/**
 * An audience by its name, by the first words of it, or by its initials, with the side where it has two:
 * "SFRC majority", "Senate Foreign Relations, minority staff", "House delegation". Of two sides it is asked which.
 */
export const audienceReader: Reader = (words, at, { audiences, meantWhole }) => {
  const found = calledAt(words, at, audiences);
  return found === null
    ? null
    : { length: found.run.length, says: audiencesOf(found.run, found.called, meantWhole) };
};

/** The longest run of words from `at` on that is the name of an audience, or of both sides of a body. */
function calledAt(
  words: readonly Word[],
  at: number,
  audiences: readonly Named[],
): { run: readonly Word[]; called: Called } | null {
  let names = known.get(audiences);
  if (names === undefined) {
    names = namesOf(audiences);
    known.set(audiences, names);
  }
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length -= 1) {
    const run = words.slice(at, at + length);
    if (run.some(({ isQuoted }) => isQuoted)) continue;
    const called = names.get(plainName(run.map(({ text }) => text).join(" ")));
    if (called !== undefined && (!called.isAWord || isMeant(words, at))) return { run, called };
  }
  return null;
}

/** The bodies of which the line says both sides in so many words: "SFRC staff both". */
export function bodiesSaidWhole(line: string, audiences: readonly Named[]): string[] {
  const words = wordsOf(line);
  const bodies: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = calledAt(words, at, audiences);
    if (found === null) continue;
    const body = found.called.isBoth ? bodyOf(found.called.found) : null;
    if (body !== null) bodies.push(body);
    at += found.run.length - 1;
  }
  return bodies;
}

/** What two audiences are called that are the two sides of one body; null for any others. */
export function bodyOf(audiences: readonly Named[]): string | null {
  const [body, ...others] = new Set(audiences.map(({ name }) => name.split(",")[0] ?? name));
  return audiences.length === 2 && others.length === 0 ? (body ?? null) : null;
}

/** "State" is an audience and "state" a word. */
function isMeant(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !/^\p{Lu}/u.test(word.text)) return false;
  const isAlone = (words[at - 1]?.endsSegment ?? true) && (word.endsSegment || words[at + 1] === undefined);
  return isAlone || !EVERYDAY.test(word.folded);
}

function audiencesOf(run: readonly Word[], { found, isBoth }: Called, meantWhole: readonly string[]): Said {
  const body = bodyOf(found);
  if (isBoth || found.length === 1 || (body !== null && meantWhole.includes(body)))
    return { about: "audience", ids: found.map(({ id }) => id) };
  const typed = run.map(({ text }) => text).join(" ");
  const sides = found.map(({ name }) => ({ label: name, text: name.replace(",", "") }));
  const both = { label: "Both sides, from now on", text: `${typed} both` };
  const choices = body === null ? sides : [...sides, both];
  return { about: "doubt", question: "Which audience do you mean?", choices, isOfTitle: true };
}

function namesOf(audiences: readonly Named[]): Names {
  const names = new Map<string, Called>();
  for (const audience of audiences) {
    for (const way of waysToCall(audience.name)) {
      const called = names.get(way.name) ?? { ...way, found: [] };
      if (!called.found.includes(audience)) called.found.push(audience);
      names.set(way.name, called);
    }
  }
  return names;
}

function waysToCall(full: string): Way[] {
  const { main, side } = partsOfName(full);
  const initials = initialsOf(full);
  const short = [plainName(main), ...beginnings(main), ...(initials === null ? [] : [initials])];
  const ways = short.flatMap((way) => [way, `${way} staff`, `${way} committee`, `${way} committee staff`]);
  const ofSide = ways.flatMap((way) => [
    `${way} ${side}`,
    `${way} ${side} staff`,
    `${side} ${way}`,
    `${way} ${side?.slice(0, 3)}`,
  ]);
  const ofBoth = ways.flatMap((way) => [`${way} both`, `${way} both sides`, `both ${way}`]);
  const isAWord = (name: string) => !name.includes(" ") && (name.length < 4 || name !== initials);
  const one = [...new Set([plainName(full), ...ways, ...(side === null ? [] : ofSide)])];
  return [
    ...one.map((name) => ({ name, isBoth: false, isAWord: isAWord(name) })),
    ...(side === null ? [] : ofBoth).map((name) => ({ name, isBoth: true, isAWord: false })),
  ];
}

/** "House delegation" of "House delegation to the NATO Parliamentary Assembly", and a committee without its chamber. */
function beginnings(main: string): string[] {
  const words = plainName(main).split(" ");
  const begun = words
    .map((_, index) => words.slice(0, index + 1))
    .filter((run) => run.length > 1 && !isSmallWord(run.at(-1) ?? ""));
  const withoutChamber = CHAMBER.test(words[0] ?? "") && words.length > 2 ? [words.slice(1)] : [];
  return [...begun, ...withoutChamber].map((run) => run.join(" "));
}
