import {
  line,
  optionalDay,
  optionalLine,
  optionalParagraphs,
  paragraphs,
  severalChosen,
} from "#app/http/fields.ts";
import type { FieldErrors } from "#app/http/form-values.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { tidy } from "./library/library-file.ts";

const days = {
  effectiveFrom: optionalDay().meta({ label: "Effective from", hint: "For example, 2 Feb 2026" }),
  effectiveUntil: optionalDay().meta({
    label: "Effective until",
    hint: "For example, 30 Jun 2027",
    beside: true,
  }),
};

/** The words of a message, of which each revision keeps its own. */
const words = {
  title: tidy(line(TEXT_LIMITS.title, "Enter a title")).meta({
    label: "Title",
    hint: "A few words, for example: The bill moves, the bond stays",
  }),
  statement: tidy(paragraphs(TEXT_LIMITS.statement, "Enter the statement")).meta({
    label: "Statement",
    hint: "What the campaign claims, in one sentence",
    rows: 3,
  }),
  talkingPoint: tidy(paragraphs(TEXT_LIMITS.text, "Enter the talking point")).meta({
    label: "Talking point",
    hint: "How to say it aloud",
    rows: 5,
  }),
  avoid: tidy(optionalParagraphs(TEXT_LIMITS.text)).meta({
    label: "Avoid",
    hint: "What not to say alongside it",
    rows: 2,
  }),
  note: tidy(optionalParagraphs(TEXT_LIMITS.text)).meta({ label: "Note for our own side", rows: 2 }),
};

export const wordsRecord = record(words);

/** A numbered claim of the campaign (DOMAIN.md, key message), and why it is worded anew. */
export const messageRecord = record({
  ...words,
  reason: optionalLine(300).meta({
    label: "Why the wording is changing",
    hint: "Needed when the words change, and kept with the revision, for example: “Alongside” was read as duplication",
    optional: false,
  }),
  ...days,
  proofPoints: severalChosen(200).meta({
    control: "tick list",
    optional: false,
    label: "Proof points",
    column: "proof_point_id",
    hint: "A message without one cannot be cleared",
  }),
  objections: severalChosen(200).meta({
    control: "tick list",
    label: "Objections",
    column: "objection_id",
  }),
});

export type MessageValues = ValuesOf<typeof messageRecord>;

const daysRecord = record(days);

/** A message is in effect from its first day to its last, in this order. */
export function dayFaults(form: FormData, today: CalendarDate): FieldErrors {
  const read = daysRecord.read(form, today);
  if (!read.ok) return {};
  const { effectiveFrom, effectiveUntil } = read.value;
  return effectiveFrom !== null && effectiveUntil !== null && effectiveUntil < effectiveFrom
    ? { effectiveUntil: "Enter a day on or after “Effective from”" }
    : {};
}
