import { changesSection, methodSection } from "#app/campaign/reviews/review-reception.ts";
import type { LeavingReport } from "#app/documents/leaving-report.ts";
import type { ReportDocument } from "#app/documents/report-document.ts";
import { counted } from "#app/text/counted.ts";
import { formatDate, formatDayWithYear } from "#app/time/format.ts";
import {
  leadsSection,
  objectionsSection,
  receptionMatrixSection,
  receptionOverTimeSection,
  type WordingsShown,
  wordingsSection,
} from "./effectiveness-sections.ts";
import type { ReceptionReport } from "./reception-report.ts";

/** Whether it tells what is known now of its day or what was known then, and the wordings that the page shows, if any. */
export type ShownWith = { knowledge: "now" | "then"; wordings: WordingsShown | null };

/** The effectiveness page as a document: the same figures in the same words, with all that each rests on. */
export function effectivenessDocument(
  report: ReceptionReport,
  { knowledge, wordings }: ShownWith,
  { campaign, taken }: LeavingReport,
): ReportDocument {
  const { from, day, ratings, raters, rows, finding } = report;
  const known = knowledge === "then" ? ", as we knew it then" : "";
  const basis = [counted(ratings, "rating"), counted(rows.length, "audience"), counted(raters, "rater")];
  return {
    language: "en-GB",
    title: "How each message is received, and by whom",
    marks: {
      handling: campaign.handling,
      campaign: campaign.name,
      asOf: `Effectiveness, as of ${formatDayWithYear(day)}${known}`,
      taken,
    },
    opening: ratings === 0 ? ["Too little to say yet."] : finding,
    facts: [
      { name: "Time", text: `${formatDate(from)} to ${formatDate(day)}${known}` },
      { name: "Rests on", text: basis.join(", ") },
    ],
    sections: ratings === 0 ? [] : sectionsOf(report, wordings),
  };
}

function sectionsOf(report: ReceptionReport, wordings: WordingsShown | null): ReportDocument["sections"] {
  return [
    receptionOverTimeSection(report),
    receptionMatrixSection(report),
    ...leadsSection(report),
    objectionsSection(report),
    ...(wordings === null || wordings.wordings.length === 0 ? [] : [wordingsSection(wordings)]),
    changesSection({ reception: report }),
    methodSection({ reception: report }),
  ];
}
