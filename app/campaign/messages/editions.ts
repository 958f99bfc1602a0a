import type { Figure } from "#app/text/figures.ts";

/** A figure with the proof point that has it, the day, month or year of that, and its review date. */
export type FigureInEdition = Figure & { code: string; asOf: string; reviewBy: string | null };

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
