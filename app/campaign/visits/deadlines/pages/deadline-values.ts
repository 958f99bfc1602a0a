import type { FormValues } from "#app/http/form-values.ts";
import type { Deadline } from "../deadlines.ts";

/** What stands in the form of a deadline when it opens. */
export function valuesOfDeadline({ title, days, time, owner, note }: Deadline): FormValues {
  return {
    title: [title],
    days: [String(Math.abs(days))],
    side: [days > 0 ? "after" : "before"],
    time: [time],
    owner: [owner?.id ?? ""],
    note: [note],
  };
}
