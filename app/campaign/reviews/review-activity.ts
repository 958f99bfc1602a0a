import { hoursInWords, spreadInWords } from "#app/campaign/activity/duration-in-words.ts";
import type { CoverageAudience } from "#app/campaign/coverage/coverage-report.ts";
import { heardInWords } from "#app/campaign/effectiveness/objection-heard.ts";
import { plainCell, type ReportSection } from "#app/documents/report-document.ts";
import { counted } from "#app/text/counted.ts";
import { shareInWords } from "#app/text/share.ts";
import { formatDate, formatShortDate } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { ReviewContent } from "./review-content.ts";

/** Who was met how often, and who has heard what: a line an audience. */
export function coverageSection({ coverage }: Pick<ReviewContent, "coverage">): ReportSection {
  const { audiences, messages, finding, day } = coverage;
  const heads = messages.map(({ number }) => `Message ${number}`);
  const rows = audiences.map((audience) => [
    plainCell(`${audience.name}${audience.isEnded ? " (ended)" : ""}`),
    plainCell(String(audience.meetings)),
    plainCell(lastMet(audience, day)),
    ...audience.cells.map(({ meetings, next }) => plainCell(heard(meetings, next?.day ?? null, day))),
  ]);
  return {
    title: "Coverage",
    blocks: [
      { kind: "words", text: finding.join(" "), isNote: false },
      {
        kind: "table",
        caption: "Meetings by audience and message: who heard what how often",
        columns: [
          { text: "Audience", isFigure: false, share: 3.4 },
          { text: "Meetings", isFigure: true, share: 1.4 },
          { text: "Last met", isFigure: false, share: 1.7 },
          ...heads.map((text) => ({ text, isFigure: false, share: 1.7 })),
        ],
        rows,
      },
    ],
  };
}

function lastMet({ lastMetOn, silentDays }: CoverageAudience, day: CalendarDate): string {
  if (lastMetOn === null) return "never";
  return `${formatShortDate(lastMetOn, day)}, ${counted(silentDays ?? 0, "day")} ago`;
}

function heard(meetings: number, next: CalendarDate | null, day: CalendarDate): string {
  const planned = next === null ? "" : `, planned ${formatShortDate(next, day)}`;
  return `${meetings === 0 ? "not yet" : meetings}${planned}`;
}

/** What was objected how often, and what became of it; no section where nothing was. */
export function objectionsSection({ reception }: Pick<ReviewContent, "reception">): ReportSection[] {
  const items = reception.objections.map((one) => `${one.code}, ${one.name}: ${heardInWords(one)}.`);
  if (items.length === 0) return [];
  return [{ title: "What Washington objects", blocks: [{ kind: "list", items }] }];
}

/** What was done, counted and never targeted. */
export function activitySection({ activity }: Pick<ReviewContent, "activity">): ReportSection {
  const { from, to, events, logging, clearance, promises, byKind } = activity;
  const kinds = byKind.map(({ kind, counts }) => `${kind} ${counts.held} of ${counts.planned}`).join(", ");
  const promised = (side: (typeof promises)["ours"]) =>
    `${side.promised}: ${side.keptInTime} kept in time, ${side.keptLate} late, ${side.overdue} overdue, ${side.notYetDue} not yet due`;
  const rows: [string, string][] = [
    [
      "Events planned",
      `${events.planned}: ${events.held} held, ${events.notHeld} not held, ${events.cancelled} cancelled, ${events.notRecorded} not recorded, ${events.ahead} ahead`,
    ],
    ["Held, by kind", kinds === "" ? "none" : kinds],
    [
      "Meetings logged",
      `${shareInWords(logging.logged)}; within ${logging.withinHours} h: ${shareInWords(logging.loggedInTime)}; ${spreadInWords(logging.hoursToLog, hoursInWords)}`,
    ],
    [
      "Papers",
      `cleared before due: ${shareInWords(clearance.beforeDue)}; time to clear: ${spreadInWords(clearance.leadHours, hoursInWords)}; used uncleared: ${shareInWords(clearance.usedUncleared)}`,
    ],
    ["Promises of ours", promised(promises.ours)],
    ["Promises of theirs", promised(promises.theirs)],
  ];
  return {
    title: "Activity",
    blocks: [
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
