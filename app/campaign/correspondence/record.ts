import { day, line, oneOf, optionalLine, paragraphs } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";
import { explainHandling, HANDLINGS } from "#app/text/handling.ts";
import type { CorrespondenceKind } from "./words.ts";

/** In characters: what ten thousand words need. */
const LONGEST = 60_000;

const handling = oneOf(
  HANDLINGS,
  "Choose a handling mark",
  (mark) => `${mark}: ${explainHandling(mark)}`,
).meta({ label: "Handling", hint: "Shown on every page. Not for classified information." });

const text = paragraphs(LONGEST, "Write the text").meta({
  label: "Text",
  hint: "Leave an empty line between paragraphs; *this* is italic, **this** is bold. Square brackets mark what you must write.",
  rows: 28,
});

/** What is written of a cable. */
const cableRecord = record({
  subject: line(200, "Enter the subject").meta({ label: "Subject" }),
  to: line(200, "Say who it is for").meta({ label: "To" }),
  reference: optionalLine(100).meta({ label: "Reference", beside: true }),
  handling,
  text,
});

const memorandumRecord = record({
  subject: line(200, "Enter who the meeting was with").meta({ label: "With" }),
  handling,
  text,
});

/** A thank-you note has nothing but its text: it goes to somebody outside. */
const thankYouRecord = record({ text });

/** The days of a cable that is not of a month. */
export const daysRecord = record({
  from: day("Enter the first day").meta({ control: "day", label: "From", beside: true }),
  to: day("Enter the last day").meta({
    control: "day",
    label: "To",
    hint: "For a single day, enter the same date",
    beside: true,
  }),
});

/** What is written of each kind of correspondence. */
export const CORRESPONDENCE_RECORDS = {
  cable: cableRecord,
  "memorandum of conversation": memorandumRecord,
  "thank-you note": thankYouRecord,
} as const satisfies Record<CorrespondenceKind, unknown>;
