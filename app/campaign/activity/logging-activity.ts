import { type Share, shareOf } from "#app/text/in-words.ts";
import { type Spread, spreadOf } from "./spread.ts";

/** A meeting should be logged within this many hours of its end, by the instant. */
export const LOG_WITHIN_HOURS = 48;

/**
 * What the records say of logging: `meetings` are over, or logged already, and no internal ones; of a meeting that several
 * officers logged the first log counts. `due` are those whose 48 hours have passed.
 */
export type LoggingRecord = {
  meetings: number;
  due: number;
  loggedInTime: number;
  /** Of each logged meeting, milliseconds from its end to the first log; less than 0 while it still went on. */
  timesToLog: readonly number[];
  loggedBySeveral: number;
  officers: number;
};

/** How soon meetings were logged. */
export type LoggingActivity = {
  meetings: number;
  logged: Share;
  withinHours: number;
  /** Of those whose 48 hours have passed; the others are `notYetDue`, logged or not. */
  loggedInTime: Share;
  notYetDue: number;
  /** Hours from the end of a meeting to its first log; 0 where it was logged before its end. Of logged meetings only. */
  hoursToLog: Spread;
  loggedBySeveral: number;
  /** How many people logged, all together; nobody is named. */
  officers: number;
};

const HOUR = 3_600_000;

/** The shares and the spread of what was counted. */
export function loggingActivity(record: LoggingRecord): LoggingActivity {
  const { meetings, due, loggedInTime, timesToLog, loggedBySeveral, officers } = record;
  return {
    meetings,
    logged: shareOf(timesToLog.length, meetings),
    withinHours: LOG_WITHIN_HOURS,
    loggedInTime: shareOf(loggedInTime, due),
    notYetDue: meetings - due,
    hoursToLog: spreadOf(timesToLog.map((time) => Math.max(0, time) / HOUR)),
    loggedBySeveral,
    officers,
  };
}
