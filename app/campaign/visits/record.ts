import { optionalDay, optionalLine, optionalTimeOfDay } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { instantOf, NO_SUCH_TIME, WASHINGTON, type WallTime, wallAt } from "#app/time/wall-time.ts";

/** What the programme keeps of an item beside its event: the host, what it waits for, and plan B. */
export const itemRecord = record({
  host: optionalLine(200).meta({
    leaves: ["copy for schedulers"],
    label: "Host",
    hint: "Who receives the delegation: an office, not a person",
  }),
  note: optionalLine(200).meta({ label: "Still open", hint: "For example: access list due two days before" }),
  planB: optionalLine(200).meta({
    label: "Plan B",
    hint: "What happens instead; write “None needed” if the item needs no plan B",
  }),
  planBNote: optionalLine(300).meta({
    label: "About plan B",
    hint: "Who agreed to it, and how long it will be held",
  }),
  decideDate: optionalDay().meta({
    label: "Decide by",
    hint: "For example, 16 Nov 2026",
    column: "decide_by",
  }),
  decideTime: optionalTimeOfDay().meta({
    label: "At",
    hint: "In Washington. Leave empty for 12:00.",
    beside: true,
  }),
});

export type ItemText = ValuesOf<typeof itemRecord>;

/** By when plan B is decided: noon in Washington unless an hour is given; null where no day is. */
export function decideByOf({
  decideDate,
  decideTime,
}: Pick<ItemText, "decideDate" | "decideTime">): WallTime | null {
  return decideDate === null ? null : wallAt(decideDate, decideTime ?? "12:00");
}

/** What is wrong with the two together: an hour without its day, or one that the clocks skip. */
export function itemFaults(typed: ItemText): FieldErrors {
  const decideBy = decideByOf(typed);
  if (decideBy === null)
    return typed.decideTime === null ? {} : { decideDate: "Enter the day as well as the time" };
  return instantOf(decideBy, WASHINGTON, "first").ok ? {} : { decideTime: NO_SUCH_TIME };
}
