import { foldText, startsWithWords } from "#app/text/search-words.ts";

const SMALL = new Set(["to", "the", "of", "and", "for", "on", "in", "a", "staff"]);
const CALLED_BY_INITIALS = /(?:committee|group|agency|bureau|office|department|council|institute|fund)$/;
const SIDE = /\b(majority|minority)\b/;

/** Whether a word of a name says little: it is in no initials, and no shorter name ends with it. */
export function isSmallWord(word: string): boolean {
  return SMALL.has(word);
}

/** As names are compared: no case, no marks, no punctuation, "defence" for "defense". */
export function plainName(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}\s]/gu, " ")
    .replace(/\bdefense\b/g, "defence")
    .replace(/\s+/g, " ")
    .trim();
}

/** The name of an audience before its first comma, and what follows, with the side of a body that has two. */
export function partsOfName(full: string): { main: string; side: string | null } {
  const [main = full, rest = ""] = full.split(/, (.*)/s);
  return { main, side: SIDE.exec(plainName(rest))?.[1] ?? null };
}

/**
 * The initials by which an audience is called, in small letters; null where it is called by none: "sfrc" of "Senate
 * Foreign Relations, majority staff", since a committee that has sides is called one even where its name does not say so.
 */
export function initialsOf(full: string): string | null {
  const { main, side } = partsOfName(full);
  const words = plainName(main)
    .split(" ")
    .filter((word) => !isSmallWord(word));
  const initials = words.map((word) => word.charAt(0)).join("");
  if (side !== null && !words.includes("committee")) return `${initials}c`;
  return initials.length > 2 && CALLED_BY_INITIALS.test(plainName(main)) ? initials : null;
}

/** Whether somebody who types these words looks for an audience by its initials: "sfrc", "SFRC minority", "hasc staff". */
export function isLookedForByInitials(full: string, words: readonly string[]): boolean {
  const initials = initialsOf(full);
  const others = words.filter((word) => foldText(word) !== initials);
  return others.length < words.length && startsWithWords(`${full} committee staff`, others);
}
