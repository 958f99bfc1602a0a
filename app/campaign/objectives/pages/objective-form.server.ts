import { z } from "zod";
import { identifier, line, optionalLine, optionalParagraphs, version } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { readMilestones } from "../milestone-lines.ts";
import type { Objective, Reading } from "../objective.ts";
import { LEVELS } from "../objective-level.ts";
import { MEETINGS_READ } from "../reading-source.ts";
import { sourceOfChoice } from "./source-choice.ts";

/** What to say at the fields that may name a record of another campaign. */
export const NOT_OF_THIS_CAMPAIGN: FieldErrors = {
  audience: "Choose an audience of this campaign, or none",
  source: "Choose a message or objection of this campaign",
};

const submission = z.string().max(64).optional();

/** A figure typed with a point or a comma, and with a true minus or a hyphen. */
function figure(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .max(20, "Enter a shorter figure")
    .transform((text) => text.replace(/^−/, "-").replace(/^([+-]?\d+),(\d+)$/, "$1.$2"))
    .pipe(z.string().regex(/^[+-]?\d+(\.\d+)?$/, "Enter a figure, like 3 or 2.5"))
    .transform(Number);
}

const meetingsRead = z.coerce
  .number({ error: "Enter a whole number" })
  .int("Enter a whole number")
  .min(MEETINGS_READ.fewest, `Read ${MEETINGS_READ.fewest} meetings or more`)
  .max(MEETINGS_READ.most, `Read ${MEETINGS_READ.most} meetings at most`);

const objectiveFields = {
  sentence: line(300, "Say what the campaign must change"),
  level: z.enum(LEVELS, { error: "Choose a level" }),
  indicator: line(300, "Say what is counted or looked at"),
  unit: optionalLine(60),
  measuredHow: optionalLine(300),
  source: z.string().max(200).default("entered"),
  meetings: meetingsRead.default(MEETINGS_READ.usual),
  baseline: figure("Enter where it began"),
  baselineOn: line(60, "Enter the day on which the baseline was read"),
  target: figure("Enter where it must come to"),
  due: line(60, "Enter by when"),
  expectedFrom: optionalLine(60),
  milestones: optionalParagraphs(2_000),
  audience: identifier.optional(),
  submission,
};
const newObjective = z.strictObject(objectiveFields);
const editedObjective = z.strictObject({ ...objectiveFields, version });
/** The form that gives an objective up. */
export const retiring = z.strictObject({ retire: z.literal("yes"), version, submission });
const newReading = z.strictObject({
  value: figure("Enter the figure that was read"),
  n: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, "Enter a whole number")
    .transform(Number)
    .optional(),
  read: line(60, "Enter the day on which it was read"),
  note: optionalParagraphs(1_000),
  submission,
});

type Form<Value> = ({ ok: true } & Value) | { ok: false; errors: FieldErrors };

/** Reads the form of a new objective; dates are typed as text. */
export function readNewObjective(form: FormData, today: CalendarDate): Form<{ objective: Objective }> {
  const read = readForm(form, newObjective);
  return read.ok ? withCourse(read.value, today) : read;
}

/** Reads the form of an objective that is edited, with the version that the page showed. */
export function readEditedObjective(
  form: FormData,
  today: CalendarDate,
): Form<{ objective: Objective; version: number }> {
  const read = readForm(form, editedObjective);
  if (!read.ok) return read;
  const dated = withCourse(read.value, today);
  return dated.ok ? { ...dated, version: read.value.version } : dated;
}

/** Reads the form of a reading. */
export function readNewReading(form: FormData, today: CalendarDate): Form<{ reading: Reading }> {
  const read = readForm(form, newReading);
  if (!read.ok) return read;
  const { value, n, note } = read.value;
  const date = parseDate(read.value.read, today);
  if (!date.ok) return { ok: false, errors: { read: explainDateRefusal(date.reason) } };
  return { ok: true, reading: { value, n: n ?? null, note, readOn: date.date } };
}

/** The days and milestones that were typed, and what reads it; every field that is wrong is told at once. */
function withCourse(
  fields: z.infer<typeof newObjective>,
  today: CalendarDate,
): Form<{ objective: Objective }> {
  const due = parseDate(fields.due, today);
  const baselineOn = parseDate(fields.baselineOn, today);
  const from =
    fields.expectedFrom === "" ? ({ ok: true, date: null } as const) : parseDate(fields.expectedFrom, today);
  const read = readMilestones(fields.milestones, today);
  const source = sourceOfChoice(fields.source, fields.meetings);
  if (!due.ok || !baselineOn.ok || !from.ok || !read.ok || source === null) {
    const errors = {
      ...(due.ok ? {} : { due: explainDateRefusal(due.reason) }),
      ...(baselineOn.ok ? {} : { baselineOn: explainDateRefusal(baselineOn.reason) }),
      ...(from.ok ? {} : { expectedFrom: explainDateRefusal(from.reason) }),
      ...(read.ok ? {} : { milestones: read.sentence }),
      ...(source === null ? { source: "Choose one of the list" } : {}),
    };
    return { ok: false, errors };
  }
  const { sentence, level, indicator, unit, measuredHow, baseline, target, audience } = fields;
  return {
    ok: true,
    objective: {
      ...{ sentence, level, indicator, unit, measuredHow, baseline, target, source },
      baselineOn: baselineOn.date,
      dueOn: due.date,
      expectedFrom: from.date,
      milestones: read.milestones,
      audienceId: audience ?? null,
    },
  };
}
