import { noGapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import {
  type Document,
  type DocumentBlock,
  noteWords,
  plainCell,
  plainList,
  plainWords,
  reportColumns,
  reportOf,
  type Section,
  type TableCell,
} from "#app/documents/document.ts";
import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { narrowestHandling } from "#app/text/handling.ts";
import { counted } from "#app/text/in-words.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import { dayInProse, formatDay, formatDayWithYear, formatLongDay, momentInWords } from "#app/time/format.ts";
import { differenceInWords, differencesTold, type FigureInTwo, figuresInTwo } from "./compare-figures.ts";
import {
  activityCompared,
  changesCompared,
  gapsCompared,
  missesCompared,
  objectivesCompared,
  parametersCompared,
  recordsCompared,
} from "./compare-progress.ts";
import type { ReviewContent } from "./review-content.ts";
import { savedInWords } from "./review-document.ts";

const CARE =
  "Each difference is between two figures, which do not show what caused it. Its certainty is worked out from both likely ranges, as if the two figures were independent. They share meetings, so the certainty is understated; corrections made in between are in the later figure only.";

/** Two reviews against each other, the earlier first, in words; `isLive` where the later is today's and was not saved. */
export function comparisonDocument(before: ReviewContent, after: ReviewContent, isLive: boolean): Document {
  const later = isLive
    ? `As things stood on ${momentInWords(new Date(after.savedAt), after.homeZone)}; not saved`
    : savedInWords(after);
  const figures = figuresInTwo(before.reception, after.reception);
  const [then, now] = [formatDay(before.day, after.day), formatDay(after.day, after.day)];
  return reportOf(
    {
      handling: narrowestHandling([before.campaign.handling, after.campaign.handling]),
      campaign: after.campaign.name,
      asOf: `${formatDay(before.day, after.day)} against ${formatDayWithYear(after.day)}`,
      taken: later,
    },
    {
      title: `${dayInProse(before.day, after.day)} against ${formatLongDay(after.day)}`,
      opening: [openingOf(before, after, isLive)],
      facts: [
        { name: "Earlier", text: savedInWords(before) },
        { name: "Later", text: later },
        { name: "Between them", text: counted(daysBetween(before.day, after.day), "day") },
      ],
      sections: [
        listSection("Campaign sentence", sentences(before, after, then, now), ""),
        listSection(
          "Objectives",
          objectivesCompared(before.objectives, after.objectives, after.day),
          "No objectives have been set.",
        ),
        figureSection(figures, before, after),
        listSection(
          "Changes found",
          changesCompared(before.reception, after.reception),
          "The changes found are the same in both.",
        ),
        listSection(
          "Misses",
          missesCompared(before.misses, after.misses),
          "Nothing was overdue or waiting on either day.",
        ),
        listSection(
          "Gaps worth closing",
          gapsCompared(before.gaps, after.gaps, after.day),
          noGapInWords(after.reception),
        ),
        listSection(
          "Messages and audiences",
          recordsCompared(before, after),
          "The messages and audiences are the same, in the same words.",
        ),
        countsSection(before, after, then, now),
        everyFigureSection(figures, then, now),
      ],
    },
  );
}

function openingOf(before: ReviewContent, after: ReviewContent, isLive: boolean): string {
  const figures = figuresInTwo(before.reception, after.reception);
  const words = figures.filter(
    (one) => one.before !== null && one.after !== null && one.before.verdict !== one.after.verdict,
  );
  const newRatings = after.counts.ratings - before.counts.ratings;
  const ratings = newRatings < 0 ? counted(-newRatings, "fewer rating") : counted(newRatings, "more rating");
  return `${isLive ? "Today’s figures count" : "The later review counts"} ${ratings}. The verdict differs for ${words.length} of ${counted(figures.length, "figure")}.`;
}

function sentences(before: ReviewContent, after: ReviewContent, then: string, now: string): string[] {
  const told = ({ sentence }: ReviewContent) => `${sentence.lead} ${sentence.rest}`.trim();
  return told(before) === told(after)
    ? [`On both days: ${told(after)}`]
    : [`${then}: ${told(before)}`, `${now}: ${told(after)}`];
}

function listSection(title: string, items: readonly string[], otherwise: string): Section {
  return {
    title,
    blocks: [items.length === 0 ? plainWords(otherwise) : plainList(items)],
  };
}

function figureSection(
  figures: readonly FigureInTwo[],
  before: ReviewContent,
  after: ReviewContent,
): Section {
  const told = differencesTold(figures);
  const same = figures.length - told.length;
  const parameters = parametersCompared(before.reception, after.reception);
  const blocks: DocumentBlock[] = [
    told.length === 0
      ? plainWords(figures.length === 0 ? "There is no figure to compare." : "Every figure is the same.")
      : plainList(told.map((one) => `${differenceInWords(one)}.`)),
    ...(told.length === 0 || same === 0
      ? []
      : [plainWords(`${counted(same, "figure")} ${same === 1 ? "is" : "are"} the same in both.`)]),
    ...(parameters === null ? [] : [plainWords(parameters)]),
    noteWords(CARE),
  ];
  return { title: "How messages are received", blocks };
}

function countsSection(before: ReviewContent, after: ReviewContent, then: string, now: string): Section {
  const columns = reportColumns(["What was counted", then, now], [then, now]);
  const rows = activityCompared(before, after).map(({ what, before, after }) =>
    [what, String(before), String(after)].map(plainCell),
  );
  return {
    title: "Activity",
    blocks: [
      {
        kind: "table",
        caption: "Counts from the first day of the campaign to each of the two days",
        columns: withHeads(columns),
        rows,
      },
    ],
  };
}

function everyFigureSection(figures: readonly FigureInTwo[], then: string, now: string): Section {
  const columns = withHeads(reportColumns(["Audience", "Message", then, now]));
  const rows = figures.map((one) => [
    plainCell(one.audience),
    plainCell(String(one.message)),
    figureCell(one.before),
    figureCell(one.after),
  ]);
  return {
    title: "Every figure",
    blocks: [
      { kind: "table", caption: "Level, verdict, likely range and ratings on each day", columns, rows },
    ],
  };
}

/** Two reviews of one day must not have two columns of one name. */
function withHeads(columns: ReturnType<typeof reportColumns>): ReturnType<typeof reportColumns> {
  const last = columns.length - 1;
  return columns.map((column, at) =>
    at >= last - 1 ? { ...column, text: `${at === last ? "Later" : "Earlier"}, ${column.text}` } : column,
  );
}

function figureCell(figure: FigureInTwo["before"]): TableCell {
  if (figure === null) return plainCell("not read");
  if (figure.notes === 0) return plainCell("not yet heard");
  const { mean, verdict, notes } = figure;
  return {
    strong: levelInDigits(mean),
    text: verdict,
    detail: `${rangeInWords(figure)}, n ${notes}`,
    tint: null,
  };
}
