import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { type Document, reportOf } from "#app/documents/document.ts";
import { documentAnswer, formatAsked, textAnswer } from "#app/documents/file-answer.ts";
import type { LeavingReport } from "#app/documents/page-edges.ts";
import { type CampaignArrival, campaignPage } from "#app/http/page.server.ts";
import { counted } from "#app/text/in-words.ts";
import { daysInProse, formatDayWithYear } from "#app/time/format.ts";
import { readDayAsked } from "../day-form.tsx";
import { caseFile, effectivenessCsv } from "../effectiveness-data.ts";
import {
  leadsSection,
  objectionsSection,
  receptionMatrixSection,
  receptionOverTimeSection,
  type WordingsShown,
  wordingsSection,
} from "../effectiveness-sections.ts";
import { readCampaignCase } from "../reception-report.server.ts";
import type { ReceptionReport } from "../reception-report.ts";
import { changesSection, methodSection } from "../reception-sections.ts";
import { effectivenessPage, effectivenessView } from "./effectiveness-view.server.ts";

/** The effectiveness page of the same day: every figure or the notes behind them as data, or the page as a document. */
export const loader = campaignPage("read", async (arrival) => {
  const format = formatAsked(arrival.url);
  if (format === "json") return caseAnswer(arrival);
  if (format === "csv") {
    const view = await effectivenessView(arrival);
    const csv = effectivenessCsv(view, arrival.campaign.handling);
    return textAnswer(`effectiveness-${view.campaignId}-${view.asked.day}`, format, csv);
  }
  const view = await effectivenessPage(arrival);
  const shown = { knowledge: view.asked.knowledge, wordings: view.wordings };
  return documentAnswer(arrival, effectivenessDocument(view, shown, leavingReport(arrival)), format);
});

/** The notes as a case of the published method, so that anybody can check the figures. */
async function caseAnswer({ campaign, today, url, database }: CampaignArrival): Promise<Response> {
  const asked = readDayAsked(url.searchParams, today);
  const found = await readCampaignCase(database.read, campaign, asked);
  return textAnswer(`effectiveness-${campaign.id}-${asked.day}`, "json", caseFile(found));
}

/** Whether it tells what is known now of its day or what was known then, and the wordings that the page shows, if any. */
export type ShownWith = { knowledge: "now" | "then"; wordings: WordingsShown | null };

/** The effectiveness page as a document: the same figures in the same words, with all that each rests on. */
function effectivenessDocument(
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
      opening: ratings === 0 ? ["Not enough evidence yet."] : finding,
      facts: [
        { name: "Time", text: `${daysInProse(from, day, day)}${known}` },
        { name: "Based on", text: basis.join(", ") },
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
