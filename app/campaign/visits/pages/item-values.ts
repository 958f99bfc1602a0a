import type { FormValues } from "#app/http/form-values.ts";
import { formatDate } from "#app/time/format.ts";
import type { VisitItem } from "../store.server.ts";

/** What stands in the form of an item when it opens. */
export function valuesOfItem({ host, note, planB, planBNote, decideBy }: VisitItem): FormValues {
  return {
    host: [host],
    note: [note],
    planB: [planB],
    planBNote: [planBNote],
    decideDate: [decideBy === null ? "" : formatDate(decideBy.slice(0, 10))],
    decideTime: [decideBy === null ? "" : decideBy.slice(11)],
  };
}
