import { z } from "zod";
import {
  day,
  line,
  oneOf,
  optionalDay,
  optionalLine,
  optionallyChosen,
  optionalParagraphs,
} from "#app/http/fields.ts";
import type { FieldErrors, FormValues } from "#app/http/form-values.ts";
import type { Read } from "#app/http/read-form.ts";
import { record } from "#app/http/record.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { milestonesAsTyped, readMilestones } from "./milestone-lines.ts";
import type { Objective } from "./objective.ts";
import {
  choiceOfSource,
  LEVELS,
  MEETINGS_READ,
  type ReadingSource,
  sourceOfChoice,
} from "./reading-source.ts";

/** A figure typed with a point or a comma, and with a true minus or a hyphen. */
function figure(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .max(20, "Enter a shorter figure")
    .transform((text) => text.replace(/^−/, "-").replace(/^([+-]?\d+),(\d+)$/, "$1.$2"))
    .pipe(z.string().regex(/^[+-]?\d+(\.\d+)?$/, "Enter a figure, like 3 or 2.5"))
    .transform(Number)
    .meta({ control: "line", inputMode: "decimal" });
}

const source = z
  .string()
  .max(200)
  .transform((choice) => sourceOfChoice(choice))
  .pipe(z.custom<ReadingSource>((known) => known !== null, "Choose one from the list"))
  .default({ kind: "entered" });

const meetings = z.coerce
  .number({ error: "Enter a whole number" })
  .int("Enter a whole number")
  .min(MEETINGS_READ.fewest, `Enter ${MEETINGS_READ.fewest} or more`)
  .max(MEETINGS_READ.most, `Enter ${MEETINGS_READ.most} or fewer`)
  .default(MEETINGS_READ.usual);

/** What the campaign must change (DOMAIN.md, objective). */
export const objectiveRecord = record({
  sentence: line(300, "Say what the campaign must change").meta({
    label: "What must change",
    hint: "For example, one sentence in a joint readout by the State Department’s European bureau",
  }),
  audience: optionallyChosen().meta({ label: "Audience", none: "No single audience", column: "audience_id" }),
  level: oneOf(LEVELS, "Choose a level").meta({
    label: "Level",
    hint: "Outputs are what we do, out-takes what audiences make of it; outcomes and impact are changes in Washington",
  }),
  indicator: line(300, "Say what is counted or observed").meta({
    label: "Indicator",
    hint: "What is counted or observed",
  }),
  unit: optionalLine(60).meta({ label: "Unit", hint: "For example: letters, meetings, %" }),
  measuredHow: optionalLine(300).meta({ label: "How it is measured" }),
  source: source.meta({
    label: "Source of readings",
    hint: "With any choice but the first, readings are worked out from the records and shown beside those you enter; feedback and meetings count from the day of the baseline onwards",
    control: "select",
    column: "source_kind",
  }),
  meetings: meetings.meta({
    label: "How many meetings to read",
    hint: `Only for an objection: how many logged meetings to read; ${MEETINGS_READ.usual} unless you say otherwise`,
    control: "line",
    inputMode: "numeric",
    optional: true,
    column: "source_meetings",
  }),
  baseline: figure("Enter the baseline").meta({ label: "Baseline" }),
  baselineOn: day("Enter the day of the baseline").meta({
    label: "Date of reading",
    hint: "For example, 2 Feb 2026",
    beside: true,
  }),
  target: figure("Enter the target").meta({ label: "Target" }),
  due: day("Enter the due date").meta({
    label: "By",
    hint: "For example, 30 Jun 2027",
    beside: true,
    column: "due_on",
  }),
  expectedFrom: optionalDay().meta({
    label: "Nothing expected before",
    hint: "For example, 1 Jan 2027. From then on, a straight line to the target.",
  }),
  milestones: optionalParagraphs(2_000).meta({
    label: "Milestones",
    hint: "What is expected, and by when, in place of a straight line; one per line, for example 31 Oct 2026: 2",
    rows: 3,
  }),
});

/** Reads the form of an objective; everything that is wrong with it is told at once. */
export function readObjectiveForm(form: FormData, today: CalendarDate): Read<Objective> {
  const read = objectiveRecord.read(form, today);
  const typed = form.get("milestones");
  const course = readMilestones(typeof typed === "string" ? typed : "", today);
  if (!course.ok) {
    const errors: FieldErrors = read.ok ? {} : read.errors;
    return { ok: false, errors: { ...errors, milestones: errors.milestones ?? course.sentence } };
  }
  if (!read.ok) return read;
  const { audience, due, source, meetings, ...objective } = read.value;
  return {
    ok: true,
    value: {
      ...objective,
      audienceId: audience,
      dueOn: due,
      source: source.kind === "objection" ? { ...source, meetings } : source,
      milestones: course.milestones,
    },
  };
}

/** What stands in the form of an objective when it opens. */
export function objectiveAsTyped({
  audienceId,
  dueOn,
  source,
  milestones,
  ...objective
}: Objective): FormValues {
  return objectiveRecord.typed({
    ...objective,
    audience: audienceId,
    due: dueOn,
    source: choiceOfSource(source),
    meetings: source.kind === "objection" ? source.meetings : MEETINGS_READ.usual,
    milestones: milestonesAsTyped(milestones),
  });
}

const cases = z
  .string()
  .trim()
  .regex(/^\d{1,6}$/, "Enter a whole number")
  .transform(Number)
  .nullable()
  .default(null);

/** One dated look at the indicator. */
export const readingRecord = record({
  value: figure("Enter the figure that was read").meta({ label: "Figure" }),
  n: cases.meta({
    label: "n",
    hint: "Number of cases",
    control: "line",
    inputMode: "numeric",
    optional: true,
    beside: true,
  }),
  read: day("Enter the day it was read").meta({
    label: "Date of reading",
    hint: "For example, 12 Nov 2026, or today",
    column: "read_on",
  }),
  note: optionalParagraphs(1_000).meta({ label: "Note" }),
});
