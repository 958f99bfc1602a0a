import {
  asOf,
  keptAs,
  oneOf,
  optionalDay,
  optionalLine,
  optionallyChosen,
  optionallyOneOf,
  optionalParagraphs,
  paragraphs,
} from "#app/http/fields.ts";
import { record, type ValuesOf } from "#app/http/record.ts";
import { parseFigure } from "#app/text/figures.ts";
import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { tidy, tidyLine } from "../library/library-file.ts";
import { sourceFields } from "./sources.ts";

/** How near a proof point's source came to the primary text when it was last looked at. */
export const CONFIDENCES = ["high", "medium", "low"] as const;

/** Whether a proof point may leave the house (DOMAIN.md, proof point). */
export const DISCLOSURES = ["free to use", "internal"] as const;

/** How far a fact carries: a column each, a line each of its page, and a field each of the library's file. */
const facts = {
  asOf: asOf(
    "Enter when this was true, like 28 Aug 2025, Aug 2025 or 2025",
    "Enter a day, a month or a year, like 28 Aug 2025, Aug 2025 or 2025",
  ).meta({ label: "As of", hint: "For example, 28 Aug 2025, Aug 2025 or 2025" }),
  edition: keptAs(optionalLine(TEXT_LIMITS.line), (text) => tidyLine(text) || null).meta({
    label: "Edition",
    hint: "If the figure differs between editions",
    beside: true,
  }),
  reviewBy: optionalDay().meta({
    label: "Review by",
    hint: "For example, 30 Apr 2027. Leave empty if no review is needed.",
  }),
  caveat: tidy(optionalParagraphs(TEXT_LIMITS.text)).meta({
    label: "Caveat",
    hint: "What an opponent would say about it",
    rows: 3,
  }),
  confidence: keptAs(optionallyOneOf(CONFIDENCES, "Choose one from the list"), (chosen) => chosen ?? "").meta(
    {
      label: "Confidence",
      none: "Not stated",
    },
  ),
  disclosure: oneOf(DISCLOSURES, "Say whether it may be disclosed").meta({
    label: "Disclosure",
    beside: true,
  }),
};

export const factsRecord = record(facts);

/** A fact with its evidence (DOMAIN.md, proof point), in the order in which one writes it down. */
export const proofPointRecord = record({
  claim: tidy(paragraphs(TEXT_LIMITS.statement, "Enter the claim")).meta({
    label: "Claim",
    hint: "The fact, in one or two sentences",
    rows: 3,
  }),
  figures: figures().meta({
    column: "figures_json",
    label: "Figures",
    hint: "One per line: figure = value (edition). For example, Share of GDP, 2024 = 3.19 % (NATO, April 2025). Give each edition its own line.",
    rows: 3,
  }),
  ...sourceFields,
  ...facts,
  owner: optionallyChosen().meta({
    label: "Owner",
    none: "No one yet",
    column: "owner_account_id",
  }),
});

export type ProofPointValues = ValuesOf<typeof proofPointRecord>;

/** Figures, one a line; the first line that is none is named. */
function figures() {
  return optionalParagraphs(TEXT_LIMITS.text)
    .transform((text, context) =>
      text.split("\n").flatMap((line) => {
        const figure = parseFigure(tidyLine(line));
        if (figure === null && line.trim() !== "") {
          context.addIssue(`Write “${tidyLine(line).slice(0, 60)}” as: figure = value (edition)`);
        }
        return figure ?? [];
      }),
    )
    .meta({ control: "text", optional: true });
}
