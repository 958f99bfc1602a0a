import { day, line, oneOf, optionalDay, optionalParagraphs, paragraphs } from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { HANDLINGS } from "#app/text/handling.ts";

/** What an instruction of the ministry says (DOMAIN.md, instruction), in the order in which a cable has it. */
export const instructionRecord = record({
  issuer: line(200, "Write who issued it").meta({
    label: "Issued by",
    hint: "The department, like: Americas desk",
  }),
  reference: line(120, "Write its reference").meta({ label: "Reference" }),
  receivedOn: day().meta({ label: "Received on", hint: "Like 12 Nov 2026", size: 16 }),
  expiresOn: optionalDay().meta({
    label: "Last day",
    hint: "Its red lines bind until then; without one, for good",
    size: 16,
  }),
  text: paragraphs(20_000, "Write what it asks").meta({ label: "What it asks", rows: 6 }),
  redLines: optionalParagraphs(5_000).meta({
    label: "Red lines",
    hint: "One a line. Every paper over which it stands is checked for their words.",
    rows: 4,
  }),
  handling: oneOf(HANDLINGS, "Choose how it may travel").meta({ label: "How it may travel" }),
});

export type InstructionText = ValuesOf<typeof instructionRecord>;
