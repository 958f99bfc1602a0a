import { counted } from "#app/text/in-words.ts";
import { type Difference, whenInWords } from "./calendar-entry.ts";
import type { ImportStep } from "./plan-import.ts";
import type { TakenEvent } from "./reading/calendar-reading.ts";

const FATES: Readonly<Record<ImportStep["kind"], string>> = {
  "new event": "New",
  "new series": "New",
  "new time": "New time",
  changed: "Changed in the file",
  both: "Changed here and in the file",
  ours: "Changed here; kept",
  older: "Older in the file; kept as it is here",
  done: "Already recorded here; kept",
  "no longer": "No longer in the file: cancelled",
  rule: "Repeats differently",
  same: "The same",
  refused: "Not imported",
};

/** What happens to an event on import, in two or three words: the heading of its row. */
export function fateInWords(kind: ImportStep["kind"]): string {
  return FATES[kind];
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
      const times = counted(step.series.times.length, "time");
      return first === undefined ? times : `${times}, the first ${whenInWords(first.taken)}`;
    }
    case "no longer":
      return whenInWords(step.here);
    case "rule":
      return `${step.here.rule} becomes ${step.series.rule || "nothing"}`;
    case "same":
      return counted(step.times, "time");
    case "refused":
      return step.reason;
    default:
      return step.differences
        .map((difference) => `${difference.field}: ${differenceInWords(step.kind, difference)}`)
        .join("; ");
  }
}

/** What a field says here and in the file: of an event that changed in the file alone one becomes the other. */
export function differenceInWords(kind: ImportStep["kind"], { here, inFile }: Difference): string {
  const [ours, theirs] = [here || "nothing", inFile || "nothing"];
  return kind === "changed" ? `${ours} becomes ${theirs}` : `here ${ours}, in the file ${theirs}`;
}

function withStanding(taken: TakenEvent): string {
  return taken.schedule === "cancelled" ? `${whenInWords(taken)}, cancelled` : whenInWords(taken);
}

/** How many events an import adds, changes and leaves; each time of a series is one. */
export type ImportCounts = {
  added: number;
  changed: number;
  /** Times that their series no longer has. */
  cancelled: number;
  /** Changed here and in the file: what is here stays unless the file's is chosen. */
  both: number;
  same: number;
  /** Changed here only, older in the file, or held already. */
  kept: number;
  refused: number;
  /** Steps that write something. */
  toWrite: number;
};

/** How many times a file leaves out, so that they are cancelled, of those here that it is about. */
export function timesEnded({ cancelled, changed, both, same, kept }: ImportCounts): {
  ended: number;
  standing: number;
} {
  return { ended: cancelled, standing: cancelled + changed + both + same + kept };
}

/** Counts what the steps of an import do. */
export function countSteps(steps: readonly ImportStep[]): ImportCounts {
  const counts = { added: 0, changed: 0, cancelled: 0, both: 0, same: 0, kept: 0, refused: 0, toWrite: 0 };
  for (const step of steps) {
    const { field, times } = countOf(step);
    if (field !== null) counts[field] += times;
    if (field !== "same" && field !== "kept" && field !== "refused") counts.toWrite += 1;
  }
  return counts;
}

function countOf(step: ImportStep): { field: Exclude<keyof ImportCounts, "toWrite"> | null; times: number } {
  switch (step.kind) {
    case "new event":
    case "new time":
      return { field: "added", times: 1 };
    case "new series":
      return { field: "added", times: step.series.times.length };
    case "changed":
      return { field: "changed", times: 1 };
    case "both":
      return { field: "both", times: 1 };
    case "no longer":
      return { field: "cancelled", times: 1 };
    case "rule":
      return { field: null, times: 0 };
    case "same":
      return { field: "same", times: step.times };
    case "ours":
    case "older":
    case "done":
      return { field: "kept", times: 1 };
    case "refused":
      return { field: "refused", times: 1 };
  }
}
