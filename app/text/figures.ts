/** One number of a proof point, with the edition that printed it: editions of one figure differ. */
export type Figure = { what: string; value: string; edition: string };

/**
 * Reads a figure written as `what = value (edition)`, like "Share of GDP, 2024 = 3.19 % (NATO, April 2025)".
 * The edition is the last thing in brackets and has none inside. Null where the line reads otherwise.
 */
export function parseFigure(line: string): Figure | null {
  const parts = /^(?<what>\S.*?) = (?<value>\S.*?) \((?<edition>[^()\s][^()]*)\)$/.exec(line)?.groups;
  if (!parts?.what || !parts.value || !parts.edition) return null;
  const figure = { what: parts.what.trim(), value: parts.value.trim(), edition: parts.edition.trim() };
  return formatFigure(figure) === line ? figure : null;
}

/** The figure as one line, `what = value (edition)`: what `parseFigure` reads, and what a footnote prints. */
export function formatFigure({ what, value, edition }: Figure): string {
  return `${what} = ${value} (${edition})`;
}
