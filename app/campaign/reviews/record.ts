import { line } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";

/** A saved review is never edited: it is withdrawn with a reason, and stays listed. */
export const withdrawalRecord = record({
  reason: line(500, "Say in one sentence why you are withdrawing it").meta({
    label: "Reason for withdrawal",
    hint: "It will stay listed and readable, with this reason. A review is never edited.",
    column: "withdrawn_reason",
  }),
});
