import { z } from "zod";
import { identifier, optionalLine, paragraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { tidyLine, tidyText } from "../../library/library-text.ts";

const schema = z.object({
  audience: identifier.optional(),
  text: paragraphs(TEXT_LIMITS.text, "Enter how it is said to this audience"),
  reason: optionalLine(300),
});

export type ReadFraming =
  | { ok: true; framing: { audience: string | null; text: string; reason: string } }
  | { ok: false; errors: FieldErrors };

/** What the form of a framing says. */
export function readFramingForm(form: FormData): ReadFraming {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { audience, text, reason } = read.value;
  return {
    ok: true,
    framing: { audience: audience ?? null, text: tidyText(text), reason: tidyLine(reason) },
  };
}
