import { z } from "zod";
import { optionalLine } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { daysOfRange, explainRangeRefusal, RANGE_DAYS } from "../day-range.ts";
import { CHAMBERS, LONGEST_SOURCE, SESSION_STANDINGS } from "../session-day.ts";
import type { WantedDays } from "../store.server.ts";

const schema = z.object({
  chamber: z.enum(CHAMBERS, { error: "Choose the House or the Senate" }),
  first: z.string().max(40).default(""),
  last: z.string().max(40).default(""),
  which: z.enum(RANGE_DAYS, { error: "Choose which days are meant" }),
  standing: z.enum([...SESSION_STANDINGS, "not known"], { error: "Choose what is known of these days" }),
  source: optionalLine(LONGEST_SOURCE),
  asOf: z.string().max(40).default(""),
});

type Read = { ok: true; wanted: WantedDays } | { ok: false; errors: FieldErrors };

/** Reads the form that says what is known of a range of days; what has to be known has a source and a day of it. */
export function readDaysForm(form: FormData, today: CalendarDate): Read {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { chamber, standing, source, which } = read.value;
  const first = parseDate(read.value.first, today);
  const last = read.value.last.trim() === "" ? first : parseDate(read.value.last, today);
  const asOf = parseDate(read.value.asOf, today);
  const errors: Record<string, string> = {};
  if (!first.ok) errors.first = explainDateRefusal(first.reason);
  if (!last.ok && read.value.last.trim() !== "") errors.last = explainDateRefusal(last.reason);
  const isKnown = standing !== "not known";
  if (isKnown && source === "") errors.source = "Write who says so";
  if (isKnown && !asOf.ok) errors.asOf = explainDateRefusal(asOf.reason);
  if (isKnown && asOf.ok && asOf.date > today) errors.asOf = "That day has not come yet";
  if (!first.ok || !last.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const range = daysOfRange(first.date, last.date, which);
  if (!range.ok) return { ok: false, errors: { last: explainRangeRefusal(range.reason) } };
  if (standing === "not known" || !asOf.ok)
    return { ok: true, wanted: { act: "clear", chamber, days: range.days } };
  const said = { standing, source, asOf: asOf.date };
  return { ok: true, wanted: { act: "record", days: range.days.map((day) => ({ chamber, day, ...said })) } };
}
