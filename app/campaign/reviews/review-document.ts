import type { ReportDocument, ReportSection } from "#app/documents/report-document.ts";
import { counted } from "#app/text/counted.ts";
import { formatDate, formatDayWithYear, formatLongDay } from "#app/time/format.ts";
import { momentInWords } from "#app/time/two-clocks.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { activitySection, coverageSection, objectionsSection } from "./review-activity.ts";
import type { ReviewContent } from "./review-content.ts";
import { gapsSection, missesSection, objectivesSection } from "./review-progress.ts";
import { changesSection, matrixSection, methodSection, overTimeSection } from "./review-reception.ts";

/**
 * A frozen review as a document: page, Word and PDF are made from it alone, and it is made from what was frozen alone, so
 * that each stays the same, but for a name that was erased, which it says. Source: DOMAIN.md, review and rule 8.
 */
export function reviewDocument(content: ReviewContent, erasedOn: CalendarDate | null): ReportDocument {
  const { campaign, day, sentence } = content;
  return {
    language: "en-GB",
    title: `${campaign.name}: review of ${formatLongDay(day)}`,
    marks: {
      handling: campaign.handling,
      campaign: campaign.name,
      asOf: `Review, as of ${formatDayWithYear(day)}`,
      taken: savedInWords(content),
    },
    opening: [sentence.lead, sentence.rest].filter((part) => part !== ""),
    facts: factsOf(content, erasedOn),
    sections: [
      ...remarkSection(content),
      objectivesSection(content),
      matrixSection(content),
      overTimeSection(content),
      coverageSection(content),
      gapsSection(content),
      missesSection(content),
      ...objectionsSection(content),
      changesSection(content),
      activitySection(content),
      textsSection(content),
      methodSection(content),
    ],
  };
}

/** Who saved a review and when, on both clocks. */
export function savedInWords({ savedAt, savedBy, homeZone }: ReviewContent): string {
  return `Saved by ${savedBy}, ${momentInWords(new Date(savedAt), homeZone)}`;
}

function factsOf(content: ReviewContent, erasedOn: CalendarDate | null): ReportDocument["facts"] {
  const { campaign, counts } = content;
  const rests = [
    `${counted(counts.meetingsLogged, "meeting")} logged`,
    counted(counts.ratings, "rating"),
    counted(counts.raters, "rater"),
  ];
  return [
    {
      name: "Campaign",
      text: `${formatDate(campaign.startsOn)} to ${formatDate(campaign.endsOn)}, ${campaign.status}`,
    },
    { name: "Rests on", text: rests.join(", ") },
    { name: "Frozen", text: savedInWords(content) },
    ...(erasedOn === null
      ? []
      : [{ name: "Erased", text: `A name was erased from this review on ${formatDate(erasedOn)}` }]),
  ];
}

function remarkSection({ remark, savedBy }: ReviewContent): ReportSection[] {
  if (remark === "") return [];
  const said = remark.split(/\n+/).filter((part) => part.trim() !== "");
  return [
    {
      title: "What we make of it",
      blocks: [
        ...said.map((text) => ({ kind: "words" as const, text, isNote: false })),
        { kind: "words" as const, text: `Our assessment, by ${savedBy}.`, isNote: true },
      ],
    },
  ];
}

function textsSection({ texts }: ReviewContent): ReportSection {
  const items = texts.map(
    ({ number, title, statement, isRetired }) =>
      `${number}. ${title}${isRetired ? " (retired)" : ""}: ${statement}`,
  );
  return {
    title: "The messages as they were worded",
    blocks:
      items.length === 0
        ? [{ kind: "words", text: "No message yet.", isNote: false }]
        : [{ kind: "list", items }],
  };
}
