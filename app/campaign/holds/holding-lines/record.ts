import { day, oneOf, optionalLine, paragraphs, timeOfDay } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";
import { HANDLINGS } from "#app/text/handling.ts";

const words = {
  text: paragraphs(2_000, "Write what to say instead").meta({
    label: "Words",
    hint: "Short: what to say about the day’s news in place of the message",
    rows: 4,
  }),
  handling: oneOf(HANDLINGS, "Choose a handling mark").meta({ label: "Handling" }),
  day: day().meta({ label: "Expires on", size: 16 }),
  time: timeOfDay().meta({ label: "Washington time", size: 8 }),
};

/** The line that stands in a held message's place, as it is first written (DOMAIN.md, holding line). */
export const firstLineRecord = record(words);
/** A later version, which may say why it was made. */
export const holdingLineRecord = record({
  ...words,
  reason: optionalLine(300).meta({ label: "What changed, and at whose request" }),
});
