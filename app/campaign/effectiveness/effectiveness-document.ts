import { changesSection, methodSection } from "#app/campaign/reviews/review-reception.ts";
import { type Document, reportOf } from "#app/documents/document.ts";
import type { LeavingReport } from "#app/documents/page-marks.ts";
import { counted } from "#app/text/in-words.ts";
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
  leaving: LeavingReport,
): Document {
  const { from, day, ratings, raters, rows, finding } = report;
  const known = knowledge === "then" ? ", as we knew it then" : "";
  const basis = [counted(ratings, "rating"), counted(rows.length, "audience"), counted(raters, "rater")];
  return reportOf(
    {
      ...leaving,
      asOf: `Effectiveness, as of ${formatDayWithYear(day)}${known}`,
    },
    {
      title: "How each message is received, and by whom",
      opening: ratings === 0 ? ["Too little to say yet."] : finding,
      facts: [
        { name: "Time", text: `${formatDate(from)} to ${formatDate(day)}${known}` },
        { name: "Rests on", text: basis.join(", ") },
      ],
      sections: ratings === 0 ? [] : sectionsOf(report, wordings),
    },
  );
}

function sectionsOf(report: ReceptionReport, wordings: WordingsShown | null): Document["sections"] {
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
