import type { CalendarDate, WallTime } from "#app/time/wall-time.ts";
import type { Remark } from "./remarks.ts";

/** What an import takes over of one event, and nothing else. Instants are UTC ISO text. */
export type TakenEvent = {
  title: string;
  place: string;
  link: string;
  schedule: "tentative" | "confirmed" | "cancelled";
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: string;
  startsAt: string;
  endsAt: string;
  isAllDay: boolean;
};

/** An event of a file. `sequence` is its revision as the file counts it [RFC 5545, section 3.8.7.4]. */
export type FileEvent = {
  uid: string;
  /** The id that our own files give beside a UID made elsewhere. */
  ownId: string | null;
  line: number;
  sequence: number;
  /** CLASS says that it is not for everybody: it comes in as TLP:RED. */
  isPrivate: boolean;
  taken: TakenEvent;
};

/** One time of what repeats; `slot` is the wall time that names it [RFC 5545, RECURRENCE-ID]. */
export type FileTime = { slot: WallTime; line: number; sequence: number; taken: TakenEvent };

/** What repeats, with its times already worked out. */
export type FileSeries = {
  uid: string;
  ownId: string | null;
  line: number;
  sequence: number;
  isPrivate: boolean;
  /** The rule as text, without "RRULE:"; null where the file has single times of a series only, and not the series. */
  rule: string | null;
  title: string;
  place: string;
  /** Its first time as the rule counts it (DTSTART), on the clock of the series. */
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: string;
  isAllDay: boolean;
  times: readonly FileTime[];
  /** Whether these are all of its times: none was left out before the campaign, after it, or past the limit. */
  isWhole: boolean;
  /** Times that the rule gives and that do not take place. */
  exceptions: readonly WallTime[];
};

/** An event, or a time of one, that is not taken over, and why. */
export type NotTaken = { line: number; title: string; reason: string };

export type CalendarReading = {
  events: readonly FileEvent[];
  series: readonly FileSeries[];
  notTaken: readonly NotTaken[];
  /** More that was not taken over than is listed. */
  notTakenMore: number;
  remarks: readonly Remark[];
  /** Every UID of the file, also of what is not taken over. */
  uids: readonly string[];
  /** Whether events wait for somebody to say whose clock their times are on. */
  asksForClock: boolean;
  /** The lines that were read, so that the same can be read again without the rest of the file. */
  kept: string;
};

export type ReadCalendar = ({ ok: true } & CalendarReading) | { ok: false; sentence: string };

/** What the reading of a file depends on beside the file. */
export type ReadingOptions = {
  /** Whose clock shows the times that come without a zone, or with one that nobody knows; null: not said. */
  clock: string | null;
  /** The ministry's zone. */
  homeZone: string;
  /** The days of the campaign: endless repeats are taken over between them. */
  firstDay: CalendarDate;
  lastDay: CalendarDate;
};

/** How many times of one series, and events of one file, are taken over at most. */
export const MOST_TIMES_OF_SERIES = 500;
export const MOST_EVENTS_OF_FILE = 2_000;

/** `isPacked`: the bytes are a field of our own form, deflated, that waited to be confirmed. */
export type CalendarAsked = { bytes: Uint8Array; isPacked: boolean; options: ReadingOptions };

declare module "#app/http/files/kinds.ts" {
  interface Kinds {
    calendar: { asked: CalendarAsked; read: ReadCalendar };
  }
}
