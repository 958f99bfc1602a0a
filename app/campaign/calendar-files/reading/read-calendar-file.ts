import { OWN_ID_PROPERTY } from "../uid.ts";
import {
  type CalendarReading,
  collectRemarks,
  countWork,
  type NotTaken,
  type ReadCalendar,
  type ReadingOptions,
  type WorkDone,
} from "./calendar-reading.ts";
import { type FileComponent, scanComponents } from "./content-lines.ts";
import { decodeCalendarFile } from "./decode-file.ts";
import type { EventDraft } from "./event-draft.ts";
import { type FoundEvent, findEvents } from "./find-events.ts";
import type { Reading } from "./one-time.ts";
import { type Group, startTaking } from "./take-events.ts";
import { clocksOf } from "./zone-of-time.ts";

const MOST_NOT_TAKEN_LISTED = 500;

/**
 * Reads a calendar file: its events and series as they would be taken over, and what cannot be, each with its line.
 *
 * It is made for files from anywhere; whatever they hold, it is bounded by their size, by 500 times a series, 2,000 events a
 * file and the steps that its rules and zones may take, and gives the same answer on an idle and on a busy machine. It runs
 * in a worker all the same, which is ended when it is not done in time.
 */
export function readCalendarFile(
  bytes: Uint8Array,
  options: ReadingOptions,
  work: WorkDone = countWork(),
): ReadCalendar {
  const decoded = decodeCalendarFile(bytes);
  if (!decoded.ok) return decoded;
  const remarks = collectRemarks();
  if (decoded.remark !== null) remarks.add(decoded.remark, null);
  const scanned = scanComponents(decoded.text, READ_PROPERTIES, remarks);
  if (!scanned.ok) return scanned;
  const found = findEvents(scanned.found, remarks);
  if (!found.ok) return found;
  const refused = listRefused();
  const clocks = clocksOf(found.zones, options, remarks, work);
  const reading: Reading = { clocks, options, remarks, work, refuse: refused.add };
  const taken = takeAll(found.events, reading);
  return { ok: true, ...taken, ...refused.list(), kept: keptText(scanned.found) };
}

type Refused = Pick<CalendarReading, "notTaken" | "notTakenMore">;

function listRefused() {
  const notTaken: NotTaken[] = [];
  let notTakenMore = 0;
  return {
    add({ line, title }: EventDraft, reason: string): void {
      if (notTaken.length < MOST_NOT_TAKEN_LISTED) notTaken.push({ line, title, reason });
      else notTakenMore += 1;
    },
    list: (): Refused => ({ notTaken: notTaken.sort((a, b) => a.line - b.line), notTakenMore }),
  };
}

function takeAll(
  found: readonly FoundEvent[],
  reading: Reading,
): Omit<CalendarReading, "kept" | keyof Refused> {
  const taking = startTaking(reading);
  for (const group of groupsOf(found, reading)) taking.take(group);
  return {
    ...taking.taken(),
    uids: [...new Set(found.map(({ draft }) => draft.uid))],
    remarks: reading.remarks.list(),
    asksForClock: reading.clocks.asksForClock(),
  };
}

function groupsOf(found: readonly FoundEvent[], { refuse }: Reading): Group[] {
  const groups = new Map<string, Group>();
  for (const { draft, refusal } of found) {
    if (refusal !== null) {
      refuse(draft, refusal);
      continue;
    }
    const group = groups.get(draft.uid) ?? { main: null, changes: [] };
    groups.set(draft.uid, group);
    if (draft.recurrenceId !== null || draft.hasBadRecurrenceId) group.changes.push(draft);
    else if (group.main === null) group.main = draft;
    else {
      const isNewer = draft.sequence > group.main.sequence;
      const older = isNewer ? group.main : draft;
      refuse(older, "another event in the file has the same UID, and only one of them can be imported");
      if (isNewer) group.main = draft;
    }
  }
  return [...groups.values()];
}

/** The properties that an import reads, of whatever component; others are counted only. */
const READ_PROPERTIES: ReadonlySet<string> = new Set([
  "METHOD",
  "UID",
  "DTSTART",
  "DTEND",
  "DURATION",
  "SUMMARY",
  "LOCATION",
  "URL",
  "CONFERENCE",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  "STATUS",
  "CLASS",
  "SEQUENCE",
  "RECURRENCE-ID",
  "RRULE",
  "EXRULE",
  "RDATE",
  "EXDATE",
  "TZID",
  "TZOFFSETFROM",
  "TZOFFSETTO",
  "X-LIC-LOCATION",
  OWN_ID_PROPERTY,
]);

const KEPT = new Set(["VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);

/**
 * The part of the file that was read, as a calendar file again, so that what was shown can be read once more when it is
 * confirmed, without the attachments and descriptions that nobody takes over.
 */
function keptText(components: readonly FileComponent[]): string {
  const lines: string[] = [];
  for (const component of components) keep(component, lines);
  return lines.join("\n");
}

function keep({ name, lines, inner, isWhole }: FileComponent, kept: string[]): void {
  if (!KEPT.has(name)) return;
  kept.push(`BEGIN:${name}`);
  for (const { text } of lines) kept.push(text);
  for (const component of inner) keep(component, kept);
  if (isWhole) kept.push(`END:${name}`);
}
