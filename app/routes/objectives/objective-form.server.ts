import { z } from "zod";
import { LEVELS, type Objective, type Reading } from "#app/domain/objectives/objective.ts";
import { explainDateRefusal, parseDate } from "#app/domain/time/parse-date.ts";
import { identifier, line, optionalLine, optionalParagraphs, version } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";

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

const objectiveFields = {
  sentence: line(300, "Say what the campaign must change"),
  level: z.enum(LEVELS, { error: "Choose a level" }),
  indicator: line(300, "Say what is counted or looked at"),
  unit: optionalLine(60),
  measuredHow: optionalLine(300),
  baseline: figure("Enter where it began"),
  target: figure("Enter where it must come to"),
  due: line(60, "Enter by when"),
  audience: identifier.optional(),
  submission,
};
const newObjective = z.strictObject(objectiveFields);
const editedObjective = z.strictObject({ ...objectiveFields, version });
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
export function readNewObjective(form: FormData, today: string): Form<{ objective: Objective }> {
  const read = readForm(form, newObjective);
  return read.ok ? withDueDate(read.value, today) : read;
}

/** Reads the form of an objective that is edited, with the version that the page showed. */
export function readEditedObjective(
  form: FormData,
  today: string,
): Form<{ objective: Objective; version: number }> {
  const read = readForm(form, editedObjective);
  if (!read.ok) return read;
  const dated = withDueDate(read.value, today);
  return dated.ok ? { ...dated, version: read.value.version } : dated;
}

/** Reads the form of a reading. */
export function readNewReading(form: FormData, today: string): Form<{ reading: Reading }> {
  const read = readForm(form, newReading);
  if (!read.ok) return read;
  const { value, n, note } = read.value;
  const date = parseDate(read.value.read, today);
  if (!date.ok) return { ok: false, errors: { read: explainDateRefusal(date.reason) } };
  return { ok: true, reading: { value, n: n ?? null, note, readOn: date.date } };
}

function withDueDate(fields: z.infer<typeof newObjective>, today: string): Form<{ objective: Objective }> {
  const date = parseDate(fields.due, today);
  if (!date.ok) return { ok: false, errors: { due: explainDateRefusal(date.reason) } };
  const { sentence, level, indicator, unit, measuredHow, baseline, target, audience } = fields;
  const audienceId = audience ?? null;
  const dueOn = date.date;
  return {
    ok: true,
    objective: { sentence, level, indicator, unit, measuredHow, baseline, target, dueOn, audienceId },
  };
}
