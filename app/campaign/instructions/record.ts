import { day, line, oneOf, optionalDay, optionalParagraphs, paragraphs } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { HANDLINGS } from "#app/text/handling.ts";

/** What an instruction of the ministry says (DOMAIN.md, instruction), in the order in which a cable has it. */
export const instructionRecord = record({
  issuer: line(200, "Enter who issued it").meta({
    label: "Issued by",
    hint: "The department, for example: the Americas desk",
  }),
  reference: line(120, "Enter the reference").meta({ label: "Reference" }),
  receivedOn: day().meta({ label: "Received on", hint: "For example, 12 Nov 2026", size: 16 }),
  expiresOn: optionalDay().meta({
    label: "Last day",
    hint: "Its red lines apply until then, or indefinitely if there is no last day",
    size: 16,
  }),
  text: paragraphs(20_000, "Enter what it asks for").meta({ label: "What it asks for", rows: 6 }),
  redLines: optionalParagraphs(5_000).meta({
    label: "Red lines",
    hint: "One per line. Every paper to which the instruction applies is checked for these words.",
    rows: 4,
  }),
  handling: oneOf(HANDLINGS, "Choose a handling mark").meta({ label: "Handling" }),
});

export type InstructionText = ValuesOf<typeof instructionRecord>;
