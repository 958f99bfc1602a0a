import type { Difference } from "../compare-event.ts";
import { fateInWords, whatInWords } from "../import-in-words.ts";
import type { ImportStep } from "../plan-import.ts";

/** A row of the preview: what happens to one event, or to a series that comes in whole. */
export type ShownStep = {
  key: string;
  line: number;
  title: string;
  kind: ImportStep["kind"];
  fate: string;
  what: string;
  /** Field by field, where something differs. */
  differences: readonly Difference[];
};

/** The rows of the preview. What is the same is counted, and what is refused stands in a list of its own. */
export function shownSteps(steps: readonly ImportStep[]): ShownStep[] {
  return steps
    .filter(({ kind }) => kind !== "same" && kind !== "refused")
    .map((step) => {
      const differences = "differences" in step ? step.differences : [];
      return {
        ...{ key: step.key, line: step.line, title: step.title, kind: step.kind },
        fate: fateInWords(step.kind),
        what: differences.length > 0 ? "" : whatInWords(step),
        differences,
      };
    });
}
