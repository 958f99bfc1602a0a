import { line, optionalLine, optionalParagraphs, paragraphs, severalChosen, tick } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { tidy } from "../library/library-file.ts";
import { sourceFields } from "../proof-points/sources.ts";

/** The texts of an objection, a column each. */
const texts = {
  name: tidy(line(TEXT_LIMITS.name, "Enter a short name, like Duplication")).meta({
    label: "Name",
    hint: "Two or three words, for example: Duplication",
  }),
  says: tidy(paragraphs(TEXT_LIMITS.statement, "Enter what is said against us")).meta({
    label: "What is said against us",
    rows: 3,
  }),
  who: tidy(optionalLine(TEXT_LIMITS.line)).meta({
    label: "Heard from",
    hint: "Who has said it on the record. Do not name anyone who spoke off the record.",
  }),
  wordsToSay: tidy(optionalParagraphs(TEXT_LIMITS.text)).meta({
    label: "Words to say",
    hint: "The reply, as it should be said aloud. If these words or the name change, the reply must be cleared again.",
    rows: 4,
  }),
  noteToSpeaker: tidy(optionalParagraphs(TEXT_LIMITS.text)).meta({
    label: "Note to the speaker",
    hint: "For our own side: how to answer, what to concede. Never said aloud, never sent out.",
    rows: 4,
  }),
};

export const textsRecord = record(texts);

/**
 * What Washington says against a message, and our reply in two parts: only the words to say are ever told or leave; the
 * note to the speaker stays with our own side (DOMAIN.md, objection).
 */
export const objectionRecord = record({
  ...texts,
  difficult: tick().meta({
    label: "Difficult question",
    column: "is_difficult_question",
    options: [
      { value: "on", label: "Awkward for our own side: a cleared line is needed before the meeting" },
    ],
  }),
  proofPoints: severalChosen(200).meta({
    control: "tick list",
    label: "Proof points for the reply",
    column: "proof_point_id",
  }),
  ...sourceFields,
});

export type ObjectionValues = ValuesOf<typeof objectionRecord>;
