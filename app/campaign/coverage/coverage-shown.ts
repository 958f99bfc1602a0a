import { MOST_MESSAGES_SHOWN } from "#app/campaign/effectiveness/messages-shown.ts";
import type { CoverageReport } from "./coverage-report.ts";

type Shown = Pick<CoverageReport, "messages" | "audiences">;

/**
 * A coverage report with the messages that a matrix has columns for: of more than 24 those heard in most meetings, in their
 * order; `leftOut` says so in words, and is "" where all are there. The data file holds every message.
 */
export function coverageShown<Report extends Shown>(report: Report): Report & { leftOut: string } {
  const { messages, audiences } = report;
  if (messages.length <= MOST_MESSAGES_SHOWN) return { ...report, leftOut: "" };
  const ordered = [...messages.keys()].toSorted(
    (a, b) => (messages[b]?.meetings ?? 0) - (messages[a]?.meetings ?? 0) || a - b,
  );
  const shown = new Set(ordered.slice(0, MOST_MESSAGES_SHOWN));
  return {
    ...report,
    messages: messages.filter((_, at) => shown.has(at)),
    audiences: audiences.map((one) => ({ ...one, cells: one.cells.filter((_, at) => shown.has(at)) })),
    leftOut: `Of ${messages.length} messages the ${shown.size} heard most often are shown; the data (CSV) hold all.`,
  };
}
