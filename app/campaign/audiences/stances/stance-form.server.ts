import { z } from "zod";
import { identifier, optionalLine, paragraphs } from "#app/http/fields.ts";
import { readForm } from "#app/http/form.server.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import { explainAudienceRefusal } from "../refusals.ts";
import type { NewReading } from "./stance-readings.server.ts";

const schema = z.object({
  stance: z.union(
    [z.literal("not known").transform(() => null), z.coerce.number().pipe(z.literal([1, 2, 3, 4, 5]))],
    "Choose a stance, or that it is not known",
  ),
  evidence: paragraphs(1000, "Say what the reading rests on"),
  event: identifier.optional(),
  readOn: optionalLine(60),
});

/** A stance reading as it was typed; its day has been, and its event is one that the audience was at. */
export function readStanceForm(
  form: FormData,
  today: string,
  events: readonly { id: string }[],
): { ok: true; reading: NewReading } | { ok: false; errors: FieldErrors } {
  const read = readForm(form, schema);
  if (!read.ok) return read;
  const { stance, evidence, event = null, readOn } = read.value;
  const day = parseDate(readOn, today);
  if (!day.ok) return { ok: false, errors: { readOn: explainDateRefusal(day.reason) } };
  if (day.date > today)
    return { ok: false, errors: { readOn: explainAudienceRefusal("reading-in-the-future") } };
  if (event !== null && !events.some(({ id }) => id === event)) {
    return { ok: false, errors: { event: "Choose an event of the list" } };
  }
  return { ok: true, reading: { stance, evidence, readOn: day.date, outreachEventId: event } };
}
