import { MOST_MESSAGES_SHOWN } from "#app/campaign/effectiveness/beside-matrix.ts";
import type { CoverageAudience, CoverageMessage, CoverageReport, PlannedNext } from "./coverage-report.ts";

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
    leftOut: `Of ${messages.length} messages, the ${shown.size} heard most often are shown; the CSV file has them all.`,
  };
}

/** A message that an audience has never heard; `audience` is null where no audience has heard it at all. */
export type NeverUsed = {
  message: CoverageMessage;
  audience: CoverageAudience | null;
  next: PlannedNext | null;
};

/** More lines than that nobody reads; the data file holds them all. */
const MOST_LINES = 100;

type Counted = Pick<CoverageReport, "messages" | "audiences" | "neverUsedMessageIds">;

/**
 * Messages in use that no meeting has heard, and for each other one the audiences not ended that have not: the first
 * hundred, in the order of the messages; `leftOut` says so in words, and is "" where all are there.
 */
export function neverUsed(report: Counted): { lines: readonly NeverUsed[]; leftOut: string } {
  const all = report.messages.flatMap((message, at) => unheardBy(message, at, report));
  const lines = all.slice(0, MOST_LINES);
  const leftOut =
    lines.length === all.length
      ? ""
      : `Of ${all.length} lines, the first ${lines.length} are shown; the CSV file has them all.`;
  return { lines, leftOut };
}

/** What is said where no message is unheard: that all is heard, or that there is nothing and nobody to hear it. */
export function nothingUnheardInWords({ messages, audiences }: Counted): string {
  const isAny = messages.some(({ isRetired }) => !isRetired) && audiences.some(({ isEnded }) => !isEnded);
  return isAny
    ? "Every current audience has heard every message in use."
    : "The campaign has no messages in use or no current audiences.";
}

function unheardBy(message: CoverageMessage, at: number, report: Counted): NeverUsed[] {
  if (message.isRetired) return [];
  if (report.neverUsedMessageIds.includes(message.id))
    return [{ message, audience: null, next: message.next }];
  return report.audiences
    .filter(({ isEnded, cells }) => !isEnded && cells[at]?.meetings === 0)
    .map((audience) => ({ message, audience, next: audience.cells[at]?.next ?? null }));
}
