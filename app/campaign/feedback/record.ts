import { z } from "zod";
import { chosen, day, oneOf, optionalLine, optionallyChosen, paragraphs } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { receptionMeaning, receptionWord, SCORES, signed } from "#app/method/reception-scale.ts";
import { FEEDBACK_KINDS, feedbackLabel } from "./feedback.ts";

const HOW = "Choose how it was received";

/** A reaction outside a meeting (DOMAIN.md, feedback), in the order in which one comes to know it. */
export const feedbackRecord = record({
  kind: oneOf(FEEDBACK_KINDS, "Choose the kind of reaction", feedbackLabel).meta({
    label: "Kind of reaction",
    none: "Choose",
  }),
  day: day().meta({ label: "Day", hint: "For example, 12 Nov 2026" }),
  message: chosen("Choose the message").meta({ label: "Message", none: "Choose", column: "key_message_id" }),
  audience: chosen("Choose the audience").meta({ label: "Audience", none: "Choose", column: "audience_id" }),
  contact: optionallyChosen().meta({ label: "Person", none: "No one in particular", column: "contact_id" }),
  score: z.coerce
    .number({ error: HOW })
    .pipe(z.literal(SCORES, { error: HOW }))
    .meta({
      label: "How the message was received",
      control: "radios",
      options: SCORES.map((score) => ({
        value: String(score),
        label: `${signed(score)} ${receptionWord(score)}`,
        hint: receptionMeaning(score),
      })),
    }),
  words: paragraphs(2_000, "Write what was said or done").meta({
    label: "What was said or done",
    hint: "Write as if the person could read it. Do not enter anything said off the record.",
    rows: 3,
  }),
  link: optionalLine(500)
    .refine(
      (address) => address === "" || /^https?:\/\/[^\s/]+/i.test(address),
      "Enter the full address, beginning with https://",
    )
    .meta({ label: "Where it is published", hint: "The public page or record: https://…" }),
});

/** What is entered of a reaction: on which day, whose, to which message, and how it was received. */
export type Feedback = ValuesOf<typeof feedbackRecord>;
