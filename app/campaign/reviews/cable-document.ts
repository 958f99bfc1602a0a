import type { ReportDocument } from "#app/documents/report-document.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import { type Cable, draftCable } from "./cable.ts";
import type { ReviewContent } from "./review-content.ts";
import { savedInWords } from "./review-document.ts";

/** The draft of the monthly cable as a document with numbered paragraphs. */
export function cableDocument(review: ReviewContent, before: ReviewContent | null): ReportDocument {
  const cable: Cable = draftCable(review, before);
  return {
    language: "en-GB",
    title: cable.subject,
    marks: {
      handling: cable.handling,
      campaign: review.campaign.name,
      asOf: `Draft of a cable, from the review of ${formatDayWithYear(review.day)}`,
      taken: savedInWords(review),
    },
    opening: [],
    facts: [{ name: "Draft", text: "Built by rule from the frozen review. Nobody has read it yet" }],
    sections: cable.paragraphs.map(({ head, text }, at) => ({
      title: `${at + 1}. ${head}`,
      blocks: [{ kind: "words", text, isNote: false }],
    })),
  };
}
