import { chosen, optionalLine, paragraphs } from "#app/http/fields.ts";
import { record } from "#app/http/record.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { tidy } from "../library/library-file.ts";

export const NO_FREE_AUDIENCE = "Choose an audience in this campaign that has no framing yet";

const text = tidy(paragraphs(TEXT_LIMITS.text, "Enter how to say it to this audience")).meta({
  label: "Say it this way",
  hint: "How to say it aloud to this audience",
  rows: 5,
});

/** How a message is said to one audience (DOMAIN.md, framing). */
export const newFramingRecord = record({
  audience: chosen(NO_FREE_AUDIENCE).meta({ label: "Audience", none: "Choose one", column: "audience_id" }),
  text,
});

/** Other words for an audience that the message is framed for, and why. */
export const framingRecord = record({
  text,
  reason: tidy(optionalLine(300)).meta({
    label: "Why the wording is changing",
    hint: "Needed when the words change, and kept with the revision",
    optional: false,
  }),
});
