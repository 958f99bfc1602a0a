import { z } from "zod";
import { line, oneOf, optionalLine, optionallyChosen } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { parseTime } from "#app/time/parse-date.ts";

/** So many days before or after a visit something may be due. */
export const FURTHEST_DEADLINE = 60;

/** What is due, how many days before or after the visit, at which hour in Washington, and who sees to it. */
export const deadlineRecord = record({
  title: line(120, "Enter what is due").meta({
    label: "What is due",
    hint: "For example: seating, access list to the hosts",
  }),
  days: z.coerce
    .number({ error: "Enter a number of days" })
    .int("Enter a whole number of days")
    .min(0, "Enter a number of days, and say before or after")
    .max(FURTHEST_DEADLINE, `Enter ${FURTHEST_DEADLINE} days at most`)
    .meta({
      control: "line",
      label: "Days",
      hint: "Counted back from the first day, or on from the last",
      inputMode: "numeric",
    }),
  time: optionalLine(20)
    .transform((typed, { addIssue }) => {
      const hour = parseTime(typed === "" ? "12:00" : typed);
      const isSkipped = hour.ok && hour.time >= "02:00" && hour.time < "03:00";
      if (hour.ok && !isSkipped) return hour.time;
      addIssue(
        isSkipped ? "Choose another hour: the clocks skip that one in spring" : "Enter a time, like 12:00",
      );
      return z.NEVER;
    })
    .meta({
      control: "line",
      optional: true,
      label: "Time",
      hint: "In Washington. Leave empty for 12:00.",
      beside: true,
      column: "due_time",
    }),
  side: oneOf(["before", "after"], "Say whether it is before or after", (side) =>
    side === "before" ? "Before" : "After",
  ).meta({ control: "buttons", label: "Before or after the visit" }),
  owner: optionallyChosen().meta({
    label: "Owner",
    hint: "A deadline that falls on a weekend or holiday in the owner’s country moves to the previous working day or, if it is after the visit, to the next one",
    none: "No one yet",
    column: "owner_account_id",
  }),
  note: optionalLine(200).meta({ label: "Note" }),
});

export type DeadlineText = ValuesOf<typeof deadlineRecord>;
