import { leavingReport } from "#app/campaign/reports/leaving-report.server.ts";
import { type ExportedCell, reportCsv } from "#app/documents/export-csv.ts";
import { documentAnswer, formatAsked, textAnswer } from "#app/documents/file-answer.ts";
import { campaignPage } from "#app/http/page.server.ts";
import type { Handling } from "#app/text/handling.ts";
import type { Share } from "#app/text/in-words.ts";
import { activityDocument } from "../activity-document.ts";
import type { ActivityReport } from "../activity-report.ts";
import type { Spread } from "../duration-in-words.ts";
import type { EventCounts } from "../event-counts.ts";
import type { PromiseCounts } from "../promise-activity.ts";
import { activityView } from "./activity-view.server.ts";

/** The activity page of the same period: every figure as CSV, or the page as a document. */
export const loader = campaignPage("read", async (arrival) => {
  const { campaignId, report } = await activityView(arrival);
  const format = formatAsked(arrival.url);
  if (format === "csv") {
    const csv = activityCsv(report, arrival.campaign.handling);
    return textAnswer(`activity-${campaignId}-${report.from}-${report.to}`, format, csv);
  }
  return documentAnswer(arrival, activityDocument(report, leavingReport(arrival)), format);
});

type Line = readonly ExportedCell[];

const HEADERS = ["part", "of", "figure", "value", "of so many", "unit"];

/** Every figure of an activity report as CSV, one a line: which part, of what, the figure, of how many, and its unit. */
function activityCsv(report: ActivityReport, handling: Handling): Generator<string> {
  const { from, to, events, internalEvents, byMonth, byKind, logging, promises } = report;
  const rows: Line[] = [
    ["period", "", "from", from, null, "day"],
    ["period", "", "to", to, null, "day"],
    ["period", "", "counted at", report.at, null, "UTC"],
    ...eventLines("all but internal", events),
    ["events", "internal", "planned", internalEvents, null, "events"],
    ...byMonth.flatMap(({ month, counts }) => eventLines(month, counts)),
    ...byKind.flatMap(({ kind, counts }) => eventLines(kind, counts)),
    shareLine("logging", "meetings", "logged", logging.logged),
    shareLine("logging", "meetings", `logged within ${logging.withinHours} hours`, logging.loggedInTime),
    ["logging", "meetings", "not yet due", logging.notYetDue, null, "meetings"],
    ["logging", "meetings", "logged by several", logging.loggedBySeveral, null, "meetings"],
    ["logging", "team", "who logged", logging.officers, null, "people"],
    ...spreadLines("logging", "end to first log", logging.hoursToLog, "hours"),
    ...clearanceLines(report.clearance),
    ...promiseLines("ours", promises.ours),
    ...promiseLines("theirs", promises.theirs),
  ];
  return reportCsv({ kind: "activity", headers: HEADERS, rows }, handling);
}

function eventLines(of: string, counts: EventCounts): Line[] {
  const { planned, held, notHeld, cancelled, notRecorded, ahead, heldOfPlanned } = counts;
  const told = { planned, held, "not held": notHeld, cancelled, "not recorded": notRecorded, ahead };
  return [
    ...Object.entries(told).map(([figure, value]) => ["events", of, figure, value, null, "events"]),
    shareLine("events", of, "held of those no longer ahead", heldOfPlanned),
  ];
}

function clearanceLines(clearance: ActivityReport["clearance"]): Line[] {
  const { byManner, rounds } = clearance;
  const papers = {
    cleared: clearance.cleared,
    "cleared by a person": byManner.byPerson,
    "cleared by silence": byManner.bySilence,
    "released by the head of mission": byManner.released,
    "cleared without having been sent": clearance.clearedUnsent,
    "cleared after the event began": clearance.clearedAfterStart,
  };
  return [
    ...Object.entries(papers).map(([figure, value]) => [
      "clearance",
      "papers",
      figure,
      value,
      null,
      "papers",
    ]),
    shareLine("clearance", "papers", "cleared before the due time", clearance.beforeDue),
    shareLine("clearance", "used papers", "not cleared", clearance.usedUncleared),
    shareLine("clearance", "rounds", "returned", rounds.returned),
    ["clearance", "rounds", "waiting", rounds.waiting, null, "rounds"],
    ...spreadLines("clearance", "first sending to clearance", clearance.leadHours, "hours"),
    ...spreadLines("clearance", "clearance to the event", clearance.hoursBeforeEvent, "hours"),
    ...clearance.desks.flatMap(deskLines),
  ];
}

function deskLines(desk: ActivityReport["clearance"]["desks"][number]): Line[] {
  const { name, asked, cleared, bySilence, returned, withdrawn, open } = desk;
  const told = { asked, cleared, "of these by silence": bySilence, returned, withdrawn, open };
  return [
    ...Object.entries(told).map(([figure, value]) => ["clearance", name, figure, value, null, "requests"]),
    shareLine("clearance", name, "answered before the due time", desk.beforeDue),
    ...spreadLines("clearance", `${name}: request to answer`, desk.hours, "hours"),
    ...spreadLines("clearance", `${name}: request to answer`, desk.workingDays, "working days"),
  ];
}

function promiseLines(whose: string, counts: PromiseCounts): Line[] {
  const { promised, keptInTime, keptLate, overdue, notYetDue, inTime } = counts;
  const told = {
    "due in the period": promised,
    "kept in time": keptInTime,
    "kept late": keptLate,
    overdue,
    "not yet due": notYetDue,
  };
  return [
    ...Object.entries(told).map(([figure, value]) => ["promises", whose, figure, value, null, "promises"]),
    shareLine("promises", whose, "kept in time of those kept or overdue", inTime),
  ];
}

function shareLine(part: string, of: string, figure: string, share: Share): Line {
  return [part, of, figure, share.n, share.of, "of so many"];
}

/** Under five there is no median, under ten no 90th percentile: those stay empty. */
function spreadLines(part: string, of: string, spread: Spread, unit: string): Line[] {
  const { n, median, ninetieth, shortest, longest } = spread;
  const told = { median, "90th percentile": ninetieth, shortest, longest };
  return Object.entries(told).map(([figure, value]) => [part, of, figure, value, n, unit]);
}
