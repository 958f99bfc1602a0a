import { inWords } from "#app/text/in-words.ts";
import type { CalendarDate, WallTime, Zone } from "#app/time/wall-time.ts";

/** What an import takes over of one event, and nothing else. Instants are UTC ISO text. */
export type TakenEvent = {
  title: string;
  place: string;
  link: string;
  schedule: "tentative" | "confirmed" | "cancelled";
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: Zone;
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
export type FileTime = {
  slot: WallTime;
  line: number;
  sequence: number;
  taken: TakenEvent;
  /** What it is where its series turns out to have whole days; null where the file itself says whether it has. */
  inDays: { slot: WallTime; taken: TakenEvent } | null;
};

/** What repeats, with its times already worked out. */
export type FileSeries = {
  uid: string;
  ownId: string | null;
  line: number;
  sequence: number;
  isPrivate: boolean;
  /** The rule as text, without "RRULE:"; null where there are single times of a series only: then their slots are in UTC. */
  rule: string | null;
  title: string;
  place: string;
  /** Its first time as the rule counts it (DTSTART), on the clock of the series. */
  wallStart: WallTime;
  wallEnd: WallTime;
  zone: Zone;
  /** Whether its slots are days. */
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
  clock: Zone | null;
  /** The ministry's zone. */
  homeZone: Zone;
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

/** What a file has that was not taken over, or was taken over otherwise: one sentence, and the lines that it is about. */
export type Remark = {
  sentence: string;
  /** The first lines, at most five. */
  lines: readonly number[];
  times: number;
};

export type Remarks = {
  /** `line` counts from 1; null where the sentence is about the whole file. */
  add(sentence: string, line: number | null): void;
  list(): readonly Remark[];
};

const LINES_NAMED = 5;
const MOST_SENTENCES = 300;

/** Collects remarks; the same sentence about many lines is one. After 300 sentences the rest is counted only. */
export function collectRemarks(): Remarks {
  const found = new Map<string, { lines: number[]; times: number; last: number | null }>();
  return {
    add(sentence, line) {
      const isNew = !found.has(sentence) && found.size >= MOST_SENTENCES;
      const key = isNew ? "There are further remarks that are not listed" : sentence;
      const known = found.get(key) ?? { lines: [], times: 0, last: null };
      if (line !== null && line === known.last) return;
      known.last = line;
      known.times += 1;
      if (line !== null && known.lines.length < LINES_NAMED && !known.lines.includes(line))
        known.lines.push(line);
      found.set(key, known);
    },
    list: () => [...found].map(([sentence, { lines, times }]) => ({ sentence, lines, times })),
  };
}

/** "Line 12", "Lines 12, 40 and 66", "Lines 12, 40, 66, 80, 91 and 117 more"; empty where no line is named. */
export function linesInWords({ lines, times }: Remark): string {
  const [first, ...others] = lines;
  if (first === undefined) return "";
  const more = times - lines.length;
  if (others.length === 0 && more <= 0) return `Line ${first}`;
  return `Lines ${inWords([...lines.map(String), ...(more > 0 ? [`${more} more`] : [])])}`;
}

/** What the reading of one file may cost: steps of rules, times worked out, changes of clocks. */
export type WorkDone = {
  spend(steps: number): void;
  /** Steps that may still be taken. */
  left(): number;
};

/** About a second of a processor at most. */
const MOST_STEPS = 1_000_000;

/** A time put on its clock costs about as much as so many steps of a rule. */
export const STEPS_OF_A_TIME = 20;

/** Counts work done instead of time passed: the same file gets the same answer on an idle and on a busy machine. */
export function countWork(most = MOST_STEPS): WorkDone {
  let left = most;
  return {
    spend(steps) {
      left -= steps;
    },
    left: () => Math.max(0, left),
  };
}
