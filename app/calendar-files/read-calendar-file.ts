import {
  type CalendarReading,
  type FileEvent,
  type FileSeries,
  MOST_EVENTS_OF_FILE,
  type NotTaken,
  type ReadCalendar,
  type ReadingOptions,
} from "#app/domain/calendar-files/calendar-reading.ts";
import { scanComponents } from "#app/domain/calendar-files/content-lines.ts";
import { decodeCalendarFile } from "#app/domain/calendar-files/decode-file.ts";
import { recurrenceIdOf } from "#app/domain/calendar-files/identity.ts";
import { collectRemarks, type Remarks } from "#app/domain/calendar-files/remarks.ts";
import { clocksOf } from "./clocks.ts";
import type { EventDraft } from "./event-draft.ts";
import { type FoundEvent, findEvents } from "./find-events.ts";
import { keptText, READ_PROPERTIES } from "./kept-text.ts";
import { oneTime, type Reading, readSeries, repeats, slotOn, wallOf } from "./read-series.ts";
import type { TakenTime } from "./taken-time.ts";
import { countWork, type WorkDone } from "./work-done.ts";

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
  const reading: Reading = {
    clocks: clocksOf(found.zones, options, remarks),
    options,
    remarks,
    work,
  };
  return { ok: true, ...takeAll(found.events, reading), kept: keptText(scanned.found) };
}

function takeAll(found: readonly FoundEvent[], reading: Reading): Omit<CalendarReading, "kept"> {
  const taking = startTaking(reading);
  for (const group of groupsOf(found, reading.remarks)) taking.take(group);
  return {
    ...taking.taken(),
    uids: [...new Set(found.map(({ draft }) => draft.uid))],
    remarks: reading.remarks.list(),
    asksForClock: reading.clocks.asksForClock(),
  };
}

/** What shares a UID: the event or series itself, if it is there, and changes of single times. */
type Group = { main: EventDraft | null; changes: EventDraft[] };

function groupsOf(found: readonly FoundEvent[], remarks: Remarks): Group[] {
  const groups = new Map<string, Group>();
  for (const { draft } of found) {
    const group = groups.get(draft.uid) ?? { main: null, changes: [] };
    groups.set(draft.uid, group);
    if (draft.recurrenceId !== null || draft.hasBadRecurrenceId) group.changes.push(draft);
    else if (group.main === null) group.main = draft;
    else {
      const isNewer = draft.sequence > group.main.sequence;
      const older = isNewer ? group.main : draft;
      remarks.add("The same UID stands in the file before or again; one of them is taken over", older.line);
      if (isNewer) group.main = draft;
    }
  }
  return [...groups.values()];
}

const TIME_AGAIN = "The same time of a series stands in the file again; one is taken over";

function startTaking(reading: Reading) {
  const events: FileEvent[] = [];
  const series: FileSeries[] = [];
  const notTaken: NotTaken[] = [];
  let count = 0;
  let more = 0;
  const refuse = ({ line, title }: EventDraft, reason: string) => {
    if (notTaken.length < MOST_NOT_TAKEN_LISTED) notTaken.push({ line, title, reason });
    else more += 1;
  };
  const hasRoom = (draft: EventDraft, times: number): boolean => {
    const fits = count + times <= MOST_EVENTS_OF_FILE;
    if (fits) count += times;
    else refuse(draft, `a file may bring ${MOST_EVENTS_OF_FILE} events at most, and these came before it`);
    return fits;
  };
  const single = (draft: EventDraft, uid: string) => {
    const time = oneTime(draft, reading);
    if (!time.ok) return refuse(draft, time.reason);
    if (!hasRoom(draft, 1)) return;
    noteEnd(draft, reading.remarks);
    events.push(eventOf(draft, uid, time.value));
  };
  const repeating = (main: EventDraft, changes: readonly EventDraft[]) => {
    if (main.start === null || main.badEnd !== null) return single(main, main.uid);
    if (count >= MOST_EVENTS_OF_FILE) return void hasRoom(main, 1);
    const read = readSeries(main, main.start, changes, reading);
    if (!read.ok) return refuse(main, read.reason);
    const { clock, ...found } = read.value;
    if (!hasRoom(main, found.times.length)) return;
    noteEnd(main, reading.remarks);
    if (clock.isOnlyInFile) events.push(...asSingleEvents(found, main, reading.remarks));
    else series.push(found);
  };
  /** Single times of a series that is not in the file: the series may be here from an earlier import. */
  const timesAlone = (changes: readonly EventDraft[]) => {
    const seen = new Set<string>();
    for (const change of [...changes].sort((a, b) => b.sequence - a.sequence)) {
      const read = timeAlone(change, reading);
      if (!read.ok) refuse(change, read.reason);
      else if (seen.has(read.value.wallStart)) reading.remarks.add(TIME_AGAIN, change.line);
      else if (hasRoom(change, 1)) series.push(read.value);
      if (read.ok) seen.add(read.value.wallStart);
    }
  };
  return {
    take({ main, changes }: Group) {
      if (main === null) timesAlone(changes);
      else if (repeats(main)) repeating(main, changes);
      else {
        single(main, main.uid);
        if (changes.length > 0) timesAlone(changes);
      }
    },
    taken: () => ({ events, series, notTaken, notTakenMore: more }),
  };
}

function eventOf(draft: EventDraft, uid: string, time: TakenTime): FileEvent {
  const { title, place, link, schedule, ownId, line, sequence, isPrivate } = draft;
  return { uid, ownId, line, sequence, isPrivate, taken: { title, place, link, schedule, ...time } };
}

function noteEnd({ start, end, line }: EventDraft, remarks: Remarks): void {
  if (end === null && start?.kind === "time")
    remarks.add("The file gives it no end: it stands as a point in time until you give it one", line);
  const seconds = start?.kind === "time" ? start.seconds : 0;
  if (seconds > 0) remarks.add("Seconds are left out: times here are kept to the minute", line);
}

function asSingleEvents(series: FileSeries, { title }: EventDraft, remarks: Remarks): FileEvent[] {
  remarks.add(
    `It repeats in a zone that only the file knows: each of its times is taken over as an event of its own`,
    series.line,
  );
  return series.times.map(({ slot, line, sequence, taken }) => ({
    uid: uidOfTime(series.uid, slot, series.isAllDay),
    ownId: null,
    line,
    sequence,
    isPrivate: series.isPrivate,
    taken: { ...taken, title: taken.title === "" ? title : taken.title },
  }));
}

/** The UID of a time of a series that stands alone here. */
function uidOfTime(uid: string, slot: string, isAllDay: boolean): string {
  return `${uid}#${recurrenceIdOf(slot, isAllDay)}`;
}

function timeAlone(draft: EventDraft, reading: Reading) {
  if (draft.recurrenceId === null || draft.start === null)
    return { ok: false as const, reason: "it does not say which time of its series it is (RECURRENCE-ID)" };
  const time = oneTime(draft, reading);
  if (!time.ok) return time;
  const found = reading.clocks.of(
    draft.recurrenceId,
    [wallOf(draft.recurrenceId), wallOf(draft.recurrenceId)],
    draft.line,
  );
  if (!found.ok) return found;
  const slot = slotOn(draft.recurrenceId, found.clock, draft, reading);
  if (slot === null)
    return { ok: false as const, reason: "its RECURRENCE-ID is no time that a calendar has" };
  const { uid, ownId, line, sequence, isPrivate, title, place, link, schedule } = draft;
  const taken = { title, place, link, schedule, ...time.value };
  const value: FileSeries = {
    ...{ uid, ownId, line, sequence, isPrivate, title, place, rule: null, isWhole: false, exceptions: [] },
    wallStart: slot,
    wallEnd: slot,
    zone: found.clock.zone,
    isAllDay: time.value.isAllDay,
    times: [{ slot, line, sequence, taken }],
  };
  return { ok: true as const, value };
}
