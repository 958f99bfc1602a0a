import { timesInWords } from "#app/campaign/outreach-events/series/scope.ts";
import { whenInWords } from "./compare-event.ts";
import type { ImportStep } from "./plan-import.ts";
import type { TakenEvent } from "./reading/calendar-reading.ts";

/** What happens to an event on import, in two or three words: the heading of its row. */
export function fateInWords(kind: ImportStep["kind"]): string {
  switch (kind) {
    case "new event":
    case "new series":
      return "New";
    case "new time":
      return "New time";
    case "changed":
      return "Changed in the file";
    case "both":
      return "Changed on both sides";
    case "ours":
      return "Changed here, stays";
    case "older":
      return "Older in the file, stays";
    case "done":
      return "Marked here, stays";
    case "no longer":
      return "No longer in the file: cancelled";
    case "rule":
      return "Repeats otherwise";
    case "same":
      return "The same";
    case "refused":
      return "Not taken over";
  }
}

/** One line about one event of an import. */
export function stepInWords(step: ImportStep): string {
  return `${fateInWords(step.kind)}, ${step.title}: ${whatInWords(step)}`;
}

/** When it is, how often, or what changes. */
export function whatInWords(step: ImportStep): string {
  switch (step.kind) {
    case "new event":
      return withStanding(step.event.taken);
    case "new time":
      return withStanding(step.time.taken);
    case "new series": {
      const [first] = step.series.times;
      const times = timesInWords(step.series.times.length);
      return first === undefined ? times : `${times}, the first ${whenInWords(first.taken)}`;
    }
    case "no longer":
      return whenInWords(step.here);
    case "rule":
      return `${step.here.rule} → ${step.series.rule ?? ""}`;
    case "same":
      return timesInWords(step.times);
    case "refused":
      return step.reason;
    default:
      return step.differences
        .map(
          ({ field, here, inFile }) =>
            `${field}: ${here === "" ? "nothing" : here} → ${inFile === "" ? "nothing" : inFile}`,
        )
        .join("; ");
  }
}

function withStanding(taken: TakenEvent): string {
  return taken.schedule === "cancelled" ? `${whenInWords(taken)}, cancelled` : whenInWords(taken);
}
