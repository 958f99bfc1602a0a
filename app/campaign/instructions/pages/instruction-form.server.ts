import { z } from "zod";
import { line, optionalParagraphs, paragraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { explainInstructionRefusal, type InstructionRefusal } from "../instruction.ts";
import type { InstructionText } from "../store.server.ts";

const schema = z.object({
  issuer: line(200, "Write who issued it"),
  reference: line(120, "Write its reference"),
  text: paragraphs(20_000, "Write what it asks"),
  redLines: optionalParagraphs(5_000),
  handling: z.enum(HANDLINGS, { error: "Choose how it may travel" }),
  receivedOn: z.string().max(40).default(""),
  expiresOn: z.string().max(40).default(""),
});

type Read = { ok: true; value: InstructionText } | { ok: false; errors: FieldErrors };

/** Reads the form of an instruction; days are text and may be typed like 12 Nov 2026. */
export function readInstructionForm(form: FormData, today: string): Read {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { receivedOn, expiresOn, ...rest } = read.value;
  const received = parseDate(receivedOn, today);
  if (!received.ok) return { ok: false, errors: { receivedOn: explainDateRefusal(received.reason) } };
  if (expiresOn.trim() === "")
    return { ok: true, value: { ...rest, receivedOn: received.date, expiresOn: null } };
  const expires = parseDate(expiresOn, today);
  if (!expires.ok) return { ok: false, errors: { expiresOn: explainDateRefusal(expires.reason) } };
  return { ok: true, value: { ...rest, receivedOn: received.date, expiresOn: expires.date } };
}

/** At which field a refusal of the domain stands. */
export function errorsOf(reason: InstructionRefusal): FieldErrors {
  const field = reason === "received-in-the-future" ? "receivedOn" : "expiresOn";
  return { [field]: explainInstructionRefusal(reason) };
}
