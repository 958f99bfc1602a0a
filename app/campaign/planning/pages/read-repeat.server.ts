import { z } from "zod";
import type { PlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import {
  explainRepeatRefusal,
  REPEATS,
  type RepeatChoice,
  type RepeatRefusal,
  ruleOfChoice,
} from "#app/campaign/outreach-events/series/repeat-choice.ts";
import { printRule } from "#app/campaign/outreach-events/series/rule.ts";
import { seriesInWords } from "#app/campaign/outreach-events/series/rule-in-words.ts";
import type { SeriesPlan } from "#app/campaign/outreach-events/series/store.server.ts";
import { MOST_TIMES, timesOfSeries } from "#app/campaign/outreach-events/series/times-of-series.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { readForm } from "#app/http/read-form.ts";
import { LAST_DAY } from "#app/time/calendar-date.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { type CalendarDate, dayOf } from "#app/time/wall-time.ts";

const LONGEST_INTERVAL = 52;

const whole = (least: number, most: number) =>
  z.coerce
    .number(`Enter a number from ${least} to ${most}`)
    .int(`Enter a whole number from ${least} to ${most}`)
    .min(least, `Enter a number from ${least} to ${most}`)
    .max(most, `Enter a number from ${least} to ${most}`);

const weekday = z
  .enum(["1", "2", "3", "4", "5", "6", "7"], "Choose from the days of the week")
  .transform(Number);

const schema = z.object({
  repeat: z
    .enum(
      REPEATS.map(([value]) => value),
      "Choose how it repeats",
    )
    .default("never"),
  repeatEvery: whole(1, LONGEST_INTERVAL).default(1),
  repeatOn: z.union([weekday.transform((day) => [day]), z.array(weekday).max(7)]).default([]),
  repeatUntil: z.string().max(60, "Use 60 characters at most").optional(),
  repeatCount: whole(1, MOST_TIMES).optional(),
});

type ReadRepeat = { ok: true; plan: SeriesPlan | null } | { ok: false; errors: FieldErrors };

/**
 * How the form says that an event repeats, with all of its times; null where it does not, or its first time is not known:
 * then what is wrong with the rest is said all the same. A rule without an end goes to
 * the last day of the campaign.
 */
export function readRepeat(
  form: FormData,
  first: PlannedTime | null,
  { campaignEnds, today }: { campaignEnds: CalendarDate; today: CalendarDate },
): ReadRepeat {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { repeat, repeatEvery, repeatOn, repeatUntil, repeatCount } = read.value;
  if (repeat === "never") return { ok: true, plan: null };
  const ends = readEnd(repeatUntil, repeatCount, today);
  if (!ends.ok) return ends;
  if (first === null) return { ok: true, plan: null };
  const choice = { repeat, every: repeatEvery, weekdays: repeatOn, ends: ends.ends };
  const made = ruleOfChoice(choice, first);
  if (!made.ok) return { ok: false, errors: { [fieldOf(made.reason)]: explainRepeatRefusal(made.reason) } };
  const day = dayOf(first.wallStart);
  const lastDay = ends.ends === null ? later(campaignEnds, day) : LAST_DAY;
  const found = timesOfSeries(made.rule, first, lastDay);
  if (found.times.length === 0)
    return {
      ok: false,
      errors: { repeat: "No day on or after that date fits. Choose another date or another end" },
    };
  const { times, leftOut } = found;
  const note = seriesInWords(found, lastDay);
  return { ok: true, plan: { rule: printRule(made.rule), first, times, leftOut, imported: null, note } };
}

type ReadEnd = { ok: true; ends: RepeatChoice["ends"] } | { ok: false; errors: FieldErrors };

function readEnd(until: string | undefined, count: number | undefined, today: CalendarDate): ReadEnd {
  const both = "Enter a last day or a number of times, not both";
  const errors = until !== undefined && count !== undefined ? { repeatCount: both } : {};
  const day = until === undefined ? null : parseDate(until, today);
  if (day !== null && !day.ok)
    return { ok: false, errors: { repeatUntil: explainDateRefusal(day.reason), ...errors } };
  if (day !== null && count !== undefined) return { ok: false, errors };
  if (count !== undefined) return { ok: true, ends: { count } };
  return { ok: true, ends: day && { until: day.date } };
}

function fieldOf(reason: RepeatRefusal): string {
  return reason === "ends-before-it-begins" ? "repeatUntil" : "repeat";
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}
