import type { Spread } from "#app/campaign/activity/duration-in-words.ts";
import type { EventCounts } from "#app/campaign/activity/event-counts.ts";
import type { Share } from "#app/text/in-words.ts";
import { type FigureRow, NONE } from "./figure-row.ts";
import type { ReviewContent } from "./review-content.ts";

const part = "activity";

/** What was done, figure by figure; times in hours. */
export function activityRows({ activity }: Pick<ReviewContent, "activity">): FigureRow[] {
  const { events, byKind, byMonth, logging, clearance, promises } = activity;
  return [
    ...countRows("all kinds", events),
    ...byKind.flatMap(({ kind, counts }) => countRows(kind, counts)),
    ...byMonth.flatMap(({ month, counts }) => countRows(month, counts)),
    shareRow("meetings logged", logging.logged),
    shareRow(`logged within ${logging.withinHours} h`, logging.loggedInTime),
    ...spreadRows("hours to log", logging.hoursToLog),
    { ...NONE, part, what: "papers cleared", value: clearance.cleared },
    ...spreadRows("hours to clear", clearance.leadHours),
    shareRow("cleared before it was due", clearance.beforeDue),
    shareRow("papers used uncleared", clearance.usedUncleared),
    ...promiseRows("promises of ours", promises.ours),
    ...promiseRows("promises of theirs", promises.theirs),
  ];
}

function countRows(of: string, counts: EventCounts): FigureRow[] {
  const { planned, held, notHeld, cancelled, notRecorded, ahead } = counts;
  const figures = { planned, held, "not held": notHeld, cancelled, "not recorded": notRecorded, ahead };
  return Object.entries(figures).map(([what, value]) => ({
    ...NONE,
    part,
    what: `events ${what}`,
    value,
    words: of,
  }));
}

function shareRow(what: string, { n, of }: Share): FigureRow {
  return { ...NONE, part, what, value: n, n: of };
}

function spreadRows(what: string, { n, median, shortest, longest }: Spread): FigureRow[] {
  return [{ ...NONE, part, what, value: median, from: shortest, to: longest, n }];
}

function promiseRows(what: string, counts: ReviewContent["activity"]["promises"]["ours"]): FigureRow[] {
  const { promised, keptInTime, keptLate, overdue, notYetDue } = counts;
  return [
    { ...NONE, part, what, value: promised },
    { ...NONE, part, what: `${what}: kept in time`, value: keptInTime, n: promised },
    { ...NONE, part, what: `${what}: kept late`, value: keptLate, n: promised },
    { ...NONE, part, what: `${what}: overdue`, value: overdue, n: promised },
    { ...NONE, part, what: `${what}: not yet due`, value: notYetDue, n: promised },
  ];
}
