import { z } from "zod";
import { identifier, optionalLine, paragraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { SCORES } from "#app/method/reception.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { explainFeedbackRefusal, FEEDBACK_KINDS, type Feedback } from "../feedback.ts";
import type { addFeedback } from "../store.server.ts";

const schema = z.object({
  kind: z.enum(FEEDBACK_KINDS, { error: "Choose what it was" }),
  day: z.string().max(60).default(""),
  message: identifier.or(z.literal("")).refine((id) => id !== "", "Choose the message"),
  audience: identifier.or(z.literal("")).refine((id) => id !== "", "Choose the audience"),
  contact: identifier.or(z.literal("")).default(""),
  score: z.coerce
    .number({ error: "Choose how it was received" })
    .pipe(z.literal(SCORES, { error: "Choose how it was received" })),
  words: paragraphs(2_000, "Write what was said or done"),
  link: optionalLine(500).refine(
    (address) => address === "" || /^https?:\/\/[^\s/]+/i.test(address),
    "Enter the whole address, beginning with https://",
  ),
});

type Read = { ok: true; value: Feedback } | { ok: false; errors: FieldErrors };

/** What the form of a reaction says; everything that is wrong with it at once. */
export function readFeedbackForm(form: FormData, today: string): Read {
  const read = readForm(form, schema);
  const typed = form.get("day");
  const day = parseDate(typeof typed === "string" ? typed : "", today);
  if (!read.ok || !day.ok) {
    const wrongDay = day.ok ? {} : { day: explainDateRefusal(day.reason) };
    return { ok: false, errors: { ...(read.ok ? {} : read.errors), ...wrongDay } };
  }
  const { message, audience, contact, day: _, ...rest } = read.value;
  const contactId = contact === "" ? null : contact;
  return { ok: true, value: { ...rest, day: day.date, messageId: message, audienceId: audience, contactId } };
}

type Refused = Extract<Awaited<ReturnType<typeof addFeedback>>, { ok: false }>;

/** At which field a refusal of the domain stands. */
export function errorsOf({ field, reason }: Refused): FieldErrors {
  return { [field]: explainFeedbackRefusal(reason) };
}
