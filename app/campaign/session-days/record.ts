import { day, oneOf, optionalDay, optionalLine } from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { explainDateRefusal } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { CHAMBERS, LONGEST_SOURCE, SESSION_STANDINGS, type WantedDays } from "./session-day.ts";
import { daysOfRange, explainRangeRefusal, RANGE_DAYS } from "./spans.ts";

/** What is known of a range of days of one chamber, and who says so. */
export const daysRecord = record({
  chamber: oneOf(CHAMBERS, "Choose the House or the Senate").meta({ control: "buttons", label: "Chamber" }),
  first: day().meta({ label: "First day", hint: "For example, 12 Jan 2027" }),
  last: optionalDay().meta({
    label: "Last day",
    hint: "Leave empty for the first day only",
  }),
  which: oneOf(RANGE_DAYS, "Choose which days").meta({
    control: "radios",
    label: "Which days",
    options: [
      {
        value: "working days",
        label: "Working days only",
        hint: "Monday to Friday, except federal holidays; a single day is always recorded",
      },
      { value: "every day", label: "Every day" },
    ],
  }),
  standing: oneOf([...SESSION_STANDINGS, "not known"], "Choose in session, away or not known").meta({
    control: "radios",
    label: "What is known",
    options: [
      { value: "in session", label: "In session", hint: "The chamber meets in Washington" },
      {
        value: "away",
        label: "Away",
        hint: "Members are at home. Days with only a pro forma session belong here.",
      },
      {
        value: "not known",
        label: "Not known",
        hint: "Removes what is recorded for these days. No source or date is needed.",
      },
    ],
  }),
  source: optionalLine(LONGEST_SOURCE).meta({
    label: "Source",
    hint: "Who says so, for example “House Majority Leader, 2027 House Calendar”",
    optional: false,
  }),
  asOf: optionalDay().meta({
    label: "As of",
    hint: "The date of the source, for example 18 Nov 2026",
    optional: false,
  }),
});

type DaysText = ValuesOf<typeof daysRecord>;
type Wanted = { ok: true; wanted: WantedDays } | { ok: false; errors: FieldErrors };

/** The days that are meant, to be recorded or forgotten; what has to be known has a source and a day of it. */
export function wantedDays(typed: DaysText, today: CalendarDate): Wanted {
  const { chamber, first, last, which, standing, source, asOf } = typed;
  const errors = standing === "not known" ? {} : sourceFaults(typed, today);
  const range = daysOfRange(first, last ?? first, which);
  if (!range.ok) return { ok: false, errors: { last: explainRangeRefusal(range.reason), ...errors } };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  if (standing === "not known" || asOf === null)
    return { ok: true, wanted: { act: "clear", chamber, days: range.days } };
  const days = range.days.map((one) => ({ chamber, day: one, standing, source, asOf }));
  return { ok: true, wanted: { act: "record", days } };
}

function sourceFaults({ source, asOf }: DaysText, today: CalendarDate): FieldErrors {
  const errors: Record<string, string> = {};
  if (source === "") errors.source = "Enter the source";
  if (asOf === null) errors.asOf = explainDateRefusal("date-missing");
  else if (asOf > today) errors.asOf = "Enter the date of the source; it cannot be in the future";
  return errors;
}
