import type { ImportStep } from "./plan-import.ts";

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
