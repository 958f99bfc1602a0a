import type { ReceptionReport } from "./reception-report.ts";

/** As many messages as a matrix has columns for, and as stand beside each other in charts. */
export const MOST_MESSAGES_SHOWN = 24;

type Shown = Pick<ReceptionReport, "messages" | "rows" | "byMessage">;

/**
 * A report with the messages that a page or a print has room for: of more than 24 those rated most often, in their order;
 * `leftOut` says so in words, and is "" where all are there. Data files hold every message.
 */
export function withMessagesShown<Report extends Shown>(report: Report): Report & { leftOut: string } {
  const { messages, rows, byMessage } = report;
  if (messages.length <= MOST_MESSAGES_SHOWN) return { ...report, leftOut: "" };
  const notes = messages.map((_, at) =>
    rows.reduce((sum, { figures }) => sum + (figures[at]?.notes ?? 0), 0),
  );
  const ordered = [...messages.keys()].toSorted((a, b) => (notes[b] ?? 0) - (notes[a] ?? 0) || a - b);
  const shown = new Set(ordered.slice(0, MOST_MESSAGES_SHOWN));
  const ids = new Set(messages.filter((_, at) => shown.has(at)).map(({ id }) => id));
  return {
    ...report,
    messages: messages.filter(({ id }) => ids.has(id)),
    rows: rows.map((row) => ({ ...row, figures: row.figures.filter((_, at) => shown.has(at)) })),
    byMessage: byMessage.filter(({ message }) => ids.has(message.id)),
    leftOut: `Of ${messages.length} messages the ${shown.size} rated most often are shown; the data (CSV) hold all.`,
  };
}
