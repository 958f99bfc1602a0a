import { daysOfRange, type RangeDays } from "#app/campaign/session-days/day-range.ts";
import type { Chamber, SessionDay, SessionStanding } from "#app/campaign/session-days/session-day.ts";

/**
 * What public sources say of both chambers in 2026. The two press reports and the law firm's note were read as published;
 * the two official calendars by the lists that public code keeps of them. Those lists agree with the number of days that
 * Arnold & Porter counts, 150 in the Senate and 115 in the House, and with every day that the reports name. Where two
 * lists of the House's calendar differ (it was revised in March), or a list and a report, the day is left out: not known.
 */
const ROLL_CALL_HOUSE = { source: "CQ Roll Call, “House unveils 2026 calendar”", asOf: "2025-11-18" };
const ROLL_CALL_SENATE = { source: "CQ Roll Call, “Senate releases its 2026 calendar”", asOf: "2025-11-19" };
const SENATE = { source: "Senate’s tentative 2026 schedule (by transcription)", asOf: "2025-11-21" };
const ARNOLD_PORTER = { source: "Arnold & Porter, Capital Snapshot", asOf: "2026-01-12" };
const HOUSE = {
  source: "House Majority Leader’s 2026 calendar, revised in March (by transcription)",
  asOf: "2026-09-02",
};

type Said = { source: string; asOf: string };
type Stretch = readonly [first: string, last: string];

/** Days on which the House's calendar has it in session: Veterans Day, 11 November, is one of them. */
const HOUSE_IN_SESSION: readonly Stretch[] = [
  ["2026-01-06", "2026-01-09"],
  ["2026-01-12", "2026-01-15"],
  ["2026-01-20", "2026-01-23"],
  ["2026-02-02", "2026-02-04"],
  ["2026-02-09", "2026-02-12"],
  ["2026-02-23", "2026-02-25"],
  ["2026-03-03", "2026-03-05"],
  ["2026-03-16", "2026-03-19"],
  ["2026-03-24", "2026-03-27"],
  ["2026-04-14", "2026-04-17"],
  ["2026-04-20", "2026-04-23"],
  ["2026-05-12", "2026-05-15"],
  ["2026-05-18", "2026-05-21"],
  ["2026-06-02", "2026-06-05"],
  ["2026-06-08", "2026-06-11"],
  ["2026-06-23", "2026-06-26"],
  ["2026-06-29", "2026-07-02"],
  ["2026-07-13", "2026-07-16"],
  ["2026-07-20", "2026-07-23"],
  ["2026-09-14", "2026-09-17"],
  ["2026-09-22", "2026-09-25"],
  ["2026-09-28", "2026-09-30"],
  ["2026-11-10", "2026-11-12"],
  ["2026-11-17", "2026-11-20"],
  ["2026-11-30", "2026-12-03"],
  ["2026-12-08", "2026-12-11"],
  ["2026-12-14", "2026-12-16"],
];

/** Where the lists of the House's calendar differ, or a list and CQ Roll Call (13 November); and before 6 January. */
const HOUSE_NOT_KNOWN: readonly Stretch[] = [
  ["2026-01-01", "2026-01-05"],
  ["2026-02-05", "2026-02-05"],
  ["2026-03-06", "2026-03-06"],
  ["2026-04-27", "2026-04-30"],
  ["2026-05-04", "2026-05-07"],
  ["2026-11-13", "2026-11-13"],
];

/** Days on which the Senate's schedule says that it will not meet; on the others from 5 January to 18 December it does. */
const SENATE_AWAY: readonly Stretch[] = [
  ["2026-01-01", "2026-01-02"],
  ["2026-01-19", "2026-01-23"],
  ["2026-02-16", "2026-02-20"],
  ["2026-03-30", "2026-04-10"],
  ["2026-05-04", "2026-05-08"],
  ["2026-05-25", "2026-05-29"],
  ["2026-06-19", "2026-06-19"],
  ["2026-06-29", "2026-07-10"],
  ["2026-08-10", "2026-09-11"],
  ["2026-09-21", "2026-09-21"],
  ["2026-10-05", "2026-11-06"],
  ["2026-11-11", "2026-11-13"],
  ["2026-11-23", "2026-11-27"],
  ["2026-12-21", "2026-12-31"],
];

/** What the reports name themselves: it stands with them as the source, as they were read first-hand. */
const REPORTED: readonly (readonly [Chamber, SessionStanding, Said, Stretch])[] = [
  ["House", "in session", ARNOLD_PORTER, ["2026-01-06", "2026-01-06"]],
  ["House", "away", ARNOLD_PORTER, ["2026-07-27", "2026-08-28"]],
  ["House", "in session", ROLL_CALL_HOUSE, ["2026-08-31", "2026-09-03"]],
  ["House", "away", ROLL_CALL_HOUSE, ["2026-09-08", "2026-09-11"]],
  ["House", "in session", ROLL_CALL_HOUSE, ["2026-10-01", "2026-10-01"]],
  ["House", "away", ROLL_CALL_HOUSE, ["2026-10-02", "2026-10-02"]],
  ["House", "away", ARNOLD_PORTER, ["2026-10-05", "2026-11-06"]],
  ["House", "in session", ROLL_CALL_HOUSE, ["2026-11-09", "2026-11-09"]],
  ["House", "in session", ARNOLD_PORTER, ["2026-12-17", "2026-12-17"]],
  ["Senate", "in session", ARNOLD_PORTER, ["2026-01-05", "2026-01-05"]],
  ["Senate", "away", ROLL_CALL_SENATE, ["2026-01-20", "2026-01-23"]],
  ["Senate", "away", ROLL_CALL_SENATE, ["2026-03-30", "2026-04-10"]],
  ["Senate", "away", ARNOLD_PORTER, ["2026-08-10", "2026-09-11"]],
  ["Senate", "away", ARNOLD_PORTER, ["2026-10-05", "2026-11-06"]],
  ["Senate", "in session", ROLL_CALL_SENATE, ["2026-11-09", "2026-11-10"]],
  ["Senate", "in session", ARNOLD_PORTER, ["2026-12-18", "2026-12-18"]],
];

/** Congress's calendar of 2026 as far as public sources name its days; every other day is not known. */
export function sessionDaysOf2026(): SessionDay[] {
  const known = new Map<string, SessionDay>();
  const record = (chamber: Chamber, standing: SessionStanding, said: Said, days: readonly string[]) => {
    for (const day of days) known.set(`${day} ${chamber}`, { chamber, day, standing, ...said });
  };
  record("House", "away", HOUSE, daysIn(["2026-01-06", "2026-12-31"], "working days"));
  for (const stretch of HOUSE_IN_SESSION) record("House", "in session", HOUSE, daysIn(stretch, "every day"));
  for (const stretch of HOUSE_NOT_KNOWN)
    for (const day of daysIn(stretch, "every day")) known.delete(`${day} House`);
  record("Senate", "in session", SENATE, daysIn(["2026-01-05", "2026-12-18"], "working days"));
  for (const stretch of SENATE_AWAY) record("Senate", "away", SENATE, daysIn(stretch, "working days"));
  for (const [chamber, standing, said, stretch] of REPORTED)
    record(chamber, standing, said, daysIn(stretch, "working days"));
  return [...known.values()].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
}

function daysIn([first, last]: Stretch, which: RangeDays): string[] {
  const range = daysOfRange(first, last, which);
  if (!range.ok) throw new Error(`${first} to ${last}: ${range.reason}`);
  return range.days;
}

function keyOf({ day, chamber }: SessionDay): string {
  return `${day} ${chamber}`;
}
