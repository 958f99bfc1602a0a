import type { CoverageAudience, CoverageMessage, CoverageReport, PlannedNext } from "./coverage-report.ts";

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
      : `Of ${all.length} lines the first ${lines.length} are shown; the data (CSV) hold all.`;
  return { lines, leftOut };
}

function unheardBy(message: CoverageMessage, at: number, report: Counted): NeverUsed[] {
  if (message.isRetired) return [];
  if (report.neverUsedMessageIds.includes(message.id))
    return [{ message, audience: null, next: message.next }];
  return report.audiences
    .filter(({ isEnded, cells }) => !isEnded && cells[at]?.meetings === 0)
    .map((audience) => ({ message, audience, next: audience.cells[at]?.next ?? null }));
}
