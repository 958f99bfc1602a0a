import { optionalParagraphs } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";

/** What is said of a review when it is saved; everything else of it is worked out and frozen. */
export const reviewRecord = record({
  remark: optionalParagraphs(2_000).meta({
    label: "What we make of it",
    hint: "Kept with the review as our assessment. Write it as if everyone named could read it.",
    rows: 3,
  }),
});
