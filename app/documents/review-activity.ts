import { hoursInWords, spreadInWords } from "#app/domain/activity/duration-in-words.ts";
import { shareInWords } from "#app/domain/activity/share.ts";
import { counted } from "#app/domain/campaigns/counted.ts";
import type { CoverageAudience } from "#app/domain/coverage/coverage-report.ts";
import { heardInWords } from "#app/domain/effectiveness/objection-heard.ts";
import type { ReviewContent } from "#app/domain/reviews/review-content.ts";
import { formatDate, formatShortDate } from "#app/domain/time/format.ts";
import type { CalendarDate } from "#app/domain/time/wall-time.ts";
import { plainCell, type ReportCell, type ReportSection, reportColumns } from "./report-document.ts";

/** Who was met how often, and who has heard what; objections beside it. */
export function coverageSection({
  coverage,
  reception,
}: Pick<ReviewContent, "coverage" | "reception">): ReportSection {
  const { audiences, messages, finding, day } = coverage;
  const heads = messages.map(({ number }) => `Message ${number}`);
  const rows = audiences.map((audience) => [
    plainCell(`${audience.name}${audience.isEnded ? " (ended)" : ""}`),
    plainCell(String(audience.meetings)),
    lastMet(audience, day),
    ...audience.cells.map(({ meetings, next }) => heard(meetings, next?.day ?? null, day)),
  ]);
  const objections = reception.objections.map((one) => `“${one.name}”: ${heardInWords(one)}.`);
  return {
    title: "Coverage",
    blocks: [
      { kind: "words", text: finding.join(" "), isNote: false },
      {
        kind: "table",
        caption: "Meetings by audience and message: who heard what how often",
        columns: reportColumns(["Audience", "Meetings", "Last met", ...heads], ["Meetings"]),
        rows,
      },
      ...(objections.length === 0
        ? []
        : [
            { kind: "words" as const, text: "What Washington objects:", isNote: false },
            { kind: "list" as const, items: objections },
          ]),
    ],
  };
}

function lastMet({ lastMetOn, silentDays }: CoverageAudience, day: CalendarDate): ReportCell {
  if (lastMetOn === null) return plainCell("never");
  const detail = `${counted(silentDays ?? 0, "day")} ago`;
  return { ...plainCell(formatShortDate(lastMetOn, day)), detail };
}

function heard(meetings: number, next: CalendarDate | null, day: CalendarDate): ReportCell {
  const detail = next === null ? "" : `planned ${formatShortDate(next, day)}`;
  return { ...plainCell(meetings === 0 ? "not yet" : String(meetings)), detail };
}

/** What was done, counted and never targeted. */
export function activitySection({ activity }: Pick<ReviewContent, "activity">): ReportSection {
  const { from, to, finding, events, logging, clearance, promises, byKind } = activity;
  const kinds = byKind.map(({ kind, counts }) => `${kind} ${counts.held} of ${counts.planned}`).join(", ");
  const promised = (side: (typeof promises)["ours"]) =>
    `${side.promised}: ${side.keptInTime} kept in time, ${side.keptLate} late, ${side.overdue} overdue, ${side.notYetDue} not yet due`;
  const rows: [string, string][] = [
    [
      "Events planned",
      `${events.planned}: ${events.held} held, ${events.notHeld} not held, ${events.cancelled} cancelled, ${events.notRecorded} not recorded, ${events.ahead} ahead`,
    ],
    ["Held of planned, by kind", kinds === "" ? "none" : kinds],
    ["Meetings logged", shareInWords(logging.logged)],
    [`Logged within ${logging.withinHours} h`, shareInWords(logging.loggedInTime)],
    ["Time to log", spreadInWords(logging.hoursToLog, hoursInWords)],
    ["Time to clear", spreadInWords(clearance.leadHours, hoursInWords)],
    ["Cleared before it was due", shareInWords(clearance.beforeDue)],
    ["Papers used uncleared", shareInWords(clearance.usedUncleared)],
    ["Promises of ours", promised(promises.ours)],
    ["Promises of theirs", promised(promises.theirs)],
  ];
  return {
    title: "Activity",
    blocks: [
      { kind: "words", text: finding.join(" "), isNote: false },
      {
        kind: "table",
        caption: `Activity from ${formatDate(from)} to ${formatDate(to)}: counted, never targeted`,
        columns: [
          { text: "What", isFigure: false, share: 1 },
          { text: "How much", isFigure: false, share: 3 },
        ],
        rows: rows.map((row) => row.map(plainCell)),
      },
    ],
  };
}
