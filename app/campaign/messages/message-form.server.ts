import { z } from "zod";
import { identifier, line, optionalLine, optionalParagraphs, paragraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { LibraryMessage } from "./library/library.ts";
import { tidyLine, tidyText } from "./library/library-text.ts";

const chosen = z
  .union([identifier.transform((code) => [code]), z.array(identifier).max(200, "Choose 200 at most")])
  .default([]);

const schema = z.object({
  title: line(TEXT_LIMITS.title, "Enter a title"),
  statement: paragraphs(TEXT_LIMITS.statement, "Enter the statement"),
  talkingPoint: paragraphs(TEXT_LIMITS.text, "Enter how it is said"),
  avoid: optionalParagraphs(TEXT_LIMITS.text),
  note: optionalParagraphs(TEXT_LIMITS.text),
  effectiveFrom: optionalLine(60),
  effectiveUntil: optionalLine(60),
  proofPoints: chosen,
  objections: chosen,
  reason: optionalLine(300),
});

export type ReadMessage =
  | { ok: true; message: Omit<LibraryMessage, "number">; reason: string }
  | { ok: false; errors: FieldErrors };

/** What the form of a message says; everything that is wrong with it at once. */
export function readMessageForm(form: FormData, today: string): ReadMessage {
  const read = readForm(form, schema);
  const from = readDay(form, "effectiveFrom", today);
  const until = readDay(form, "effectiveUntil", today);
  const errors = {
    ...(read.ok ? {} : read.errors),
    ...from.errors,
    ...until.errors,
    ...orderError(from.day, until.day),
  };
  if (!read.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  const { title, statement, talkingPoint, avoid, note, proofPoints, objections, reason } = read.value;
  return {
    ok: true,
    reason,
    message: {
      title: tidyLine(title),
      statement: tidyText(statement),
      talkingPoint: tidyText(talkingPoint),
      avoid: tidyText(avoid),
      note: tidyText(note),
      effectiveFrom: from.day,
      effectiveUntil: until.day,
      proofPoints: [...new Set(proofPoints)],
      objections: [...new Set(objections)],
    },
  };
}

/** A day that may be left empty. */
export function readDay(
  form: FormData,
  name: string,
  today: string,
): { day: string | null; errors: FieldErrors } {
  const typed = form.get(name);
  if (typeof typed !== "string" || typed.trim() === "") return { day: null, errors: {} };
  const parsed = parseDate(typed.slice(0, 60), today);
  return parsed.ok
    ? { day: parsed.date, errors: {} }
    : { day: null, errors: { [name]: explainDateRefusal(parsed.reason) } };
}

function orderError(from: string | null, until: string | null): FieldErrors {
  return from !== null && until !== null && until < from
    ? { effectiveUntil: "Enter a day on or after the first day" }
    : {};
}
