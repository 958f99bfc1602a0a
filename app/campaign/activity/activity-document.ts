import { kindLabel } from "#app/campaign/outreach-events/kind.ts";
import {
  type Document,
  noteWords,
  plainCell,
  plainWords,
  reportColumns,
  reportOf,
  type Section,
  type TableBlock,
} from "#app/documents/document.ts";
import type { LeavingReport } from "#app/documents/page-edges.ts";
import { counted, shareInWords } from "#app/text/in-words.ts";
import { daysInProse, formatDays } from "#app/time/format.ts";
import {
  type ActivityFigure,
  type CountedWords,
  clearanceSection,
  figureLines,
  plainDetails,
  plainFigure,
  shareFigure,
  some,
  spreadFigure,
} from "./activity-clearance.ts";
import type { ActivityReport } from "./activity-report.ts";
import {
  type EventCounts,
  heldInWords,
  type LoggingActivity,
  monthInWords,
  whoLogged,
} from "./event-counts.ts";
import type { PromiseCounts } from "./promise-activity.ts";

/** The activity page as a document: what was planned, held, logged, cleared and promised, counted and never targeted. */
export function activityDocument(report: ActivityReport, leaving: LeavingReport): Document {
  return reportOf(
    { ...leaving, asOf: `Activity, ${formatDays(report.from, report.to)}` },
    {
      title: "What was planned, held, logged and cleared",
      opening: report.finding,
      facts: [{ name: "Period", text: daysInProse(report.from, report.to, report.to) }],
      sections: [
        eventsSection(report),
        loggingSection(report),
        clearanceSection(report),
        promisesSection(report),
        HOW_COUNTED,
      ],
    },
  );
}

export const STANDINGS = ["Planned", "Held", "Not held", "Cancelled", "Not recorded", "Ahead"];

function eventsSection({ byMonth, byKind, events, internalEvents }: ActivityReport): Section {
  const months = byMonth.map(({ month, counts }) => ({ label: monthInWords(month), counts }));
  const kinds = byKind.map(({ kind, counts }) => ({ label: kindLabel(kind), counts }));
  const caption = "Outreach events by month and result; the share held leaves out those still ahead";
  const left =
    internalEvents === 0
      ? ""
      : `${counted(internalEvents, "internal event")} in this period ${internalEvents === 1 ? "is" : "are"} left out.`;
  return {
    title: "Planned and held",
    blocks: [
      countTable("Month", caption, [...months, { label: "All", counts: events }]),
      countTable("Kind", "Outreach events by kind and result", kinds),
      ...(left === "" ? [] : [noteWords(left)]),
    ],
  };
}

function countTable(
  first: string,
  caption: string,
  lines: readonly { label: string; counts: EventCounts }[],
): TableBlock {
  return {
    kind: "table",
    caption,
    columns: reportColumns([first, ...STANDINGS, "Share held"], STANDINGS),
    rows: lines.map(({ label, counts }) => {
      const { planned, held, notHeld, cancelled, notRecorded, ahead } = counts;
      const numbers = [planned, held, notHeld, cancelled, notRecorded, ahead].map(String);
      return [label, ...numbers, heldInWords(counts)].map(plainCell);
    }),
  };
}

function loggingSection({ logging }: ActivityReport): Section {
  const block =
    logging.meetings === 0
      ? plainWords("No meeting has ended in this period.")
      : figureLines("How soon meetings were logged", loggingFigures(logging));
  return { title: "Logging", blocks: [block] };
}

/** How soon meetings were logged: the share within 48 hours, how long it took, and how many were. */
export function loggingFigures(logging: LoggingActivity): ActivityFigure[] {
  const { logged, loggedInTime, notYetDue, hoursToLog, loggedBySeveral, officers, withinHours } = logging;
  const late = some(loggedInTime.of - loggedInTime.n, "logged later, or not at all");
  const missing = some(logged.of - logged.n, "not logged");
  const still = `${counted(notYetDue, "meeting")} still within the ${withinHours} hours (not counted)`;
  const several = `, ${counted(loggedBySeveral, "meeting")} logged by more than one person`;
  return [
    {
      ...shareFigure(`Logged within ${withinHours} hours`, loggedInTime),
      logged: "in time",
      details: [...leadingTo("late", late), ...plainDetails(notYetDue === 0 ? [] : [still])],
    },
    {
      ...spreadFigure("From the end of a meeting to its first log", hoursToLog),
      details: plainDetails(["Counts only meetings that were logged. Internal events need no log."]),
    },
    {
      ...plainFigure("Logged so far", shareInWords(logged)),
      logged: "logged",
      details: [
        ...leadingTo("not logged", missing),
        ...plainDetails([`${whoLogged(officers)}${loggedBySeveral === 0 ? "" : several}`]),
      ],
    },
  ];
}

function leadingTo(logged: string, texts: readonly string[]): CountedWords[] {
  return texts.map((text) => ({ text, logged }));
}

export const KEPT = ["Due", "Kept on time", "Kept late", "Overdue", "Not yet due"];

function promisesSection({ promises: { ours, theirs } }: ActivityReport): Section {
  const title = "Follow-ups promised and kept";
  if (ours.promised + theirs.promised === 0)
    return { title, blocks: [plainWords("No follow-ups fall due in this period.")] };
  return {
    title,
    blocks: [
      {
        kind: "table",
        caption: "Promises that fall due in this period, and whether they were kept",
        columns: reportColumns(["Whose", ...KEPT, "Kept on time, of those kept or overdue"], KEPT),
        rows: [promiseRow("Our promises", ours), promiseRow("Their promises", theirs)],
      },
    ],
  };
}

function promiseRow(whose: string, counts: PromiseCounts) {
  const { promised, keptInTime, keptLate, overdue, notYetDue, inTime } = counts;
  const numbers = [promised, keptInTime, keptLate, overdue, notYetDue].map(String);
  return [whose, ...numbers, shareInWords(inTime)].map(plainCell);
}

const HOW_COUNTED: Section = {
  title: "How this is counted",
  blocks: [
    noteWords(
      "This report counts activities and sets no targets for them. Objectives are judged separately, and none of these figures counts towards them. Each event counts once, on its day in Washington; a cancelled event still counts as planned. Time to log is elapsed time. Clearance time runs from when a paper is first sent until it is first cleared, including any time after it was returned; a desk’s working days are those of its own country. With fewer than 5 cases, only the numbers are given. No one is named: the figures are for the whole team.",
    ),
  ],
};
