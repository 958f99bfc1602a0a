import type { GroundRule } from "#app/text/handling.ts";
import { numberInWords } from "#app/text/in-words.ts";

/** What leaves in prose. Source: DOMAIN.md and SAMPLE.md: the cable, the readout of a meeting, thank-yous. */
export const CORRESPONDENCE_KINDS = ["cable", "memorandum of conversation", "thank-you note"] as const;
export type CorrespondenceKind = (typeof CORRESPONDENCE_KINDS)[number];

/** What one of them says: `to` and `reference` are of a cable alone, else "". The text is in the notation of papers. */
export type Words = { subject: string; to: string; reference: string; text: string };

/** Something that no record holds, for the drafter to write: it stands in square brackets. */
export function toBeWritten(what: string): string {
  return `[${what}]`;
}

/** What an editor puts in brackets into the words of another: nothing to write. */
const OF_A_QUOTATION = /^\[(?:sic|emphasis added|\.\.\.|…)\]$/i;

/** What the drafter still has to write, each once: the square brackets in a text, but for those of a quotation. */
export function leftToWrite({ subject, to, reference, text }: Words): readonly string[] {
  const all = [subject, to, reference, text].join("\n");
  const brackets = Array.from(all.matchAll(/\[[^\][^]{2,400}\]/g), ([bracket]) => bracket);
  return [...new Set(brackets)].filter((bracket) => !OF_A_QUOTATION.test(bracket));
}

/** Typed words as they stand in the notation of papers: a star stays a star. */
export function asTyped(text: string): string {
  return text.trim().replaceAll(/[\\*]/g, String.raw`\$&`);
}

/** A title in the middle of a sentence. */
export function titled(title: string): string {
  return `*${asTyped(title)}*`;
}

/** A number as prose has it: in words to twelve, then in figures. */
export function numberInProse(count: number): string {
  return numberInWords(count, 12);
}

/** "said one, raised another and was promised a third"; with a comma before the last where a part has a comma or an "and" of its own. */
export function clausesInWords(clauses: readonly string[]): string {
  const last = clauses.at(-1) ?? "";
  if (clauses.length < 2) return last;
  const between = clauses.some((clause) => /, | and /.test(clause.replaceAll(/“[^”]*”|\*[^*]*\*/g, "")))
    ? ", and "
    : " and ";
  return `${clauses.slice(0, -1).join(", ")}${between}${last}`;
}

const STRICTEST: readonly GroundRule[] = ["off the record", "deep background", "background", "on the record"];

/** Of several ground rules the one that allows least; of none, background. Source: US Department of State. */
export function strictestRule(rules: readonly GroundRule[]): GroundRule {
  return STRICTEST.find((rule) => rules.includes(rule)) ?? "background";
}
