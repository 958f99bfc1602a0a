import type { Figure } from "#app/text/figures.ts";
import { inWords } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** Where a proof point stands: numbers of messages, codes of objections, titles of papers, in use or retired. */
export type Citations = {
  messages: readonly number[];
  objections: readonly string[];
  papers: readonly string[];
};

/**
 * Whether a proof point may be deleted for good: only while no message, objection or paper cites it. What is cited is
 * retired instead, so that nobody's evidence disappears (DOMAIN.md, rule 2).
 */
export function mayDelete({ messages, objections, papers }: Citations): boolean {
  return messages.length + objections.length + papers.length === 0;
}

const MOST_NAMED = 8;
type Cited = { code: string; retiredAt: string | null };

/** Why a cited proof point is not deleted, with everything that cites it named. */
export function explainCited({ code, retiredAt }: Cited, by: Citations): string {
  const places = [
    ...by.messages.map((number) => `message ${number}`),
    ...by.objections.map((objection) => `objection ${objection}`),
    ...by.papers.map((title) => `the paper “${title}”`),
  ];
  const rest = places.length > MOST_NAMED ? [`${places.length - MOST_NAMED} more`] : [];
  const named = inWords([...places.slice(0, MOST_NAMED), ...rest]);
  return `${code} is cited by ${named}, so it cannot be deleted${retiredAt !== null ? "" : ". Retire it instead, so that nothing new can cite it"}`;
}

/** A figure with the proof point that has it, the day, month or year of that, and its review date. */
export type FigureInEdition = Figure & { code: string; asOf: string; reviewBy: CalendarDate | null };

/** All that the campaign has on one figure, the newest first. */
export type FigureSideBySide = { what: string; values: readonly FigureInEdition[] };

/** The name under which a figure is the same figure: case and blanks at its ends make no other one. */
export function figureName(what: string): string {
  return what.trim().toLowerCase();
}

/**
 * Figures of the same name side by side, never averaged: each value with its edition and its proof point. In the order
 * in which the names come first; within a name, the newest fact first. Source: DOMAIN.md, proof point (edition);
 * README of the library ("two editions of one number are two lines").
 */
export function sideBySide(figures: readonly FigureInEdition[]): readonly FigureSideBySide[] {
  const byName = Map.groupBy(figures, (figure) => figureName(figure.what));
  return [...byName.values()].map((values) => ({
    what: values[0]?.what ?? "",
    values: values.toSorted((one, other) => (one.asOf < other.asOf ? 1 : one.asOf > other.asOf ? -1 : 0)),
  }));
}

/** Whether the figure is on record in more than one edition, or with more than one value. */
export function hasSeveralEditions({ values }: FigureSideBySide): boolean {
  return new Set(values.map(({ value, edition }) => `${value}\n${edition}`)).size > 1;
}
