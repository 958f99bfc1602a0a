import { atWord } from "#app/text/cut.ts";
import type { HandlingIfAny } from "#app/text/handling.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
/** What a letter tells: what comes at once, what comes by itself, and a test of the post. */
export const LETTER_KINDS = [
  "clearance asked",
  "clearance answered",
  "clearance due",
  "for information",
  "hold placed",
  "hold lifted",
  "new line",
  "line expired",
  "release asked",
  "clash",
  "event without cleared points",
  "digest",
  "test",
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** How a question was answered. "agreed": by one desk, and others have yet to. */
export const LETTER_ANSWERS = ["cleared", "agreed", "returned"] as const;
export type LetterAnswer = (typeof LETTER_ANSWERS)[number];

/** What a letter says beside its record: a time by which something is due, and how a question was answered. */
export type LetterDetails = { dueAt: Date | null; answer: LetterAnswer | null };

/** A letter as it waits: it names a record and leads to its page, and carries none of its text. */
export type WaitingLetter = LetterDetails & {
  kind: Exclude<LetterKind, "digest">;
  title: string;
  /** The handling word of the record, "" where it has none. */
  handling: HandlingIfAny;
  /** The page of the record, from the root of the product. */
  path: string;
  /** Who did what the letter tells of; null for what nobody did. */
  by: string | null;
  /** The proof points cited by the paper that are past their review date, by code. */
  staleSources: readonly { code: string; since: CalendarDate }[];
};

/** What a mail says, before anything of the post is around it. */
export type ComposedMail = { subject: string; text: string };

/** Whether an account that wants no mail at once still gets this: a test is asked for by its own reader. */
export function isAtOnce(kind: LetterKind): boolean {
  return kind !== "digest" && kind !== "test";
}

/**
 * Whether a mail may carry what somebody wrote: only where the installation allows it, and never of a record that is
 * for the people named only (TLP:RED). Source: DESIGN.md, section 6, Mail; FIRST TLP 2.0.
 */
export function mayCarryTitle(handling: HandlingIfAny, showsTitles: boolean): boolean {
  return showsTitles && handling !== "TLP:RED";
}

const LONGEST = 150;

/**
 * A text as it may stand in one line of a mail: no line break, control character or mark that turns the direction
 * of writing, so that no name or title can add a header, a line or a false one. Cut at a word, at 150 characters.
 */
export function oneLine(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return atWord(clean, LONGEST);
}
