import { type WallTime, wallTimeInUtc } from "#app/time/wall-time.ts";
import {
  type FileEvent,
  type FileSeries,
  MOST_EVENTS_OF_FILE,
  type Remarks,
  type TakenEvent,
} from "./calendar-reading.ts";
import { TIME_AGAIN } from "./changed-times.ts";
import type { Clock } from "./clock.ts";
import type { EventDraft } from "./event-draft.ts";
import { oneTime, type Reading, repeats } from "./one-time.ts";
import { type ClockedSeries, readSeries } from "./read-series.ts";
import { asDay, inWholeDays, slotOn } from "./slot-of-time.ts";
import type { Taken, TakenTime } from "./taken-time.ts";
import { type TimeValue, wallOf } from "./time-values.ts";

/** What shares a UID: the event or series itself, if it is there, and changes of single times. */
export type Group = { main: EventDraft | null; changes: EventDraft[] };

const NO_ROOM = `at most ${MOST_EVENTS_OF_FILE} events can be imported from one file, counting every date of a series, and this one would go over the limit`;

/** The series, with what is refused of its changes: only a series that is taken over says so of them. */
function seriesOf(main: EventDraft, changes: readonly EventDraft[], reading: Reading, hasRoom: boolean) {
  if (main.badEnd !== null) return { ok: false as const, reason: main.badEnd };
  if (main.start === null || !hasRoom) return { ok: false as const, reason: NO_ROOM };
  const refused: { draft: EventDraft; reason: string }[] = [];
  const refuse = (draft: EventDraft, reason: string) => void refused.push({ draft, reason });
  const read = readSeries(main, main.start, changes, { ...reading, refuse });
  return read.ok ? { ok: true as const, value: { ...read.value, refused } } : read;
}

/** Takes groups of events over, one after the other, as long as there is room. */
export function startTaking(reading: Reading) {
  const events: FileEvent[] = [];
  const series: FileSeries[] = [];
  let count = 0;
  const { refuse } = reading;
  const hasRoom = (draft: EventDraft, times: number): boolean => {
    const fits = count + times <= MOST_EVENTS_OF_FILE;
    if (fits) count += times;
    else refuse(draft, NO_ROOM);
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
    const read = seriesOf(main, changes, reading, count < MOST_EVENTS_OF_FILE);
    if (read.ok && count + read.value.times.length <= MOST_EVENTS_OF_FILE) {
      count += read.value.times.length;
      noteEnd(main, reading.remarks);
      const { refused, ...found } = read.value;
      for (const { draft, reason } of refused) refuse(draft, reason);
      const { clock, ...known } = found;
      series.push(clock.isOnlyInFile ? asSingleTimes(found, main, reading.remarks) : known);
      return;
    }
    refuse(main, read.ok ? NO_ROOM : read.reason);
    for (const change of changes) refuse(change, "the series it belongs to will not be imported");
  };
  /** Single times of a series that is not in the file: the series may be here from an earlier import. */
  const timesAlone = (changes: readonly EventDraft[]) => {
    const seen = new Set<string>();
    for (const change of [...changes].sort((a, b) => b.sequence - a.sequence)) {
      const read = timeAlone(change, reading);
      if (!read.ok) refuse(change, read.reason);
      else if (seen.has(read.value.wallStart)) refuse(change, TIME_AGAIN);
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
    taken: () => ({ events, series }),
  };
}

function eventOf(draft: EventDraft, uid: string, time: TakenTime): FileEvent {
  const { title, place, link, schedule, ownId, line, sequence, isPrivate } = draft;
  return { uid, ownId, line, sequence, isPrivate, taken: { title, place, link, schedule, ...time } };
}

function noteEnd({ start, end, line }: EventDraft, remarks: Remarks): void {
  if (end === null && start?.kind === "time")
    remarks.add("The file gives an event no end, so it will have none until you enter one", line);
  const seconds = start?.kind === "time" ? start.seconds : 0;
  if (seconds > 0) remarks.add("Seconds will be left out: times here are kept to the minute", line);
}

/** A series on a clock that only the file knows, as single times of it. */
function asSingleTimes(
  { clock, ...found }: ClockedSeries,
  { title }: EventDraft,
  remarks: Remarks,
): FileSeries {
  remarks.add(
    `An event repeats in a time zone defined only in the file, so each of its dates will be imported as a separate event`,
    found.line,
  );
  const times = found.times.map((time) => ({
    ...time,
    slot: inUtc(time.slot, clock),
    taken: { ...time.taken, title: time.taken.title === "" ? title : time.taken.title },
  }));
  return { ...found, rule: null, isWhole: false, exceptions: [], zone: "UTC", times };
}

const NO_DATE = "it does not say which date in its series it is for (RECURRENCE-ID)";
const BAD_DATE = "its RECURRENCE-ID is not a valid time";

/** A single time of a series that is not in the file, as a series of that one time without a rule. */
function timeAlone(draft: EventDraft, reading: Reading): Taken<FileSeries> {
  if (draft.recurrenceId === null) return { ok: false, reason: NO_DATE };
  const told = slotAndTime(draft, draft.recurrenceId, reading);
  if (!told.ok) return told;
  const { slot, isAllDay, taken } = told.value;
  const inDays = slotAndTime(inWholeDays(draft, reading), asDay(draft.recurrenceId, reading), reading);
  const { uid, ownId, line, sequence, isPrivate, title, place } = draft;
  const value: FileSeries = {
    uid,
    ownId,
    line,
    sequence,
    isPrivate,
    title,
    place,
    rule: null,
    isWhole: false,
    exceptions: [],
    wallStart: slot,
    wallEnd: slot,
    zone: "UTC",
    isAllDay,
    times: [{ slot, line, sequence, taken, inDays: inDays.ok ? inDays.value : null }],
  };
  return { ok: true, value };
}

/** Which time of its series it is, in UTC or as a day, and when it takes place. */
function slotAndTime(
  draft: EventDraft,
  named: TimeValue,
  reading: Reading,
): Taken<{ slot: WallTime; isAllDay: boolean; taken: TakenEvent }> {
  const time = oneTime(draft, reading);
  if (!time.ok) return time;
  const found = reading.clocks.of(named, [wallOf(named), wallOf(named)], draft.line);
  if (!found.ok) return found;
  const isAllDay = named.kind === "day" || draft.start?.kind === "day";
  const slot = slotOn(named, { clock: found.clock, isAllDay, draft, reading });
  if (slot === null) return { ok: false, reason: BAD_DATE };
  const { title, place, link, schedule } = draft;
  const taken = { title, place, link, schedule, ...time.value };
  return { ok: true, value: { slot: isAllDay ? slot : inUtc(slot, found.clock), isAllDay, taken } };
}

function inUtc(slot: WallTime, clock: Clock): WallTime {
  const found = clock.instantOf(slot, "first");
  return found.ok ? wallTimeInUtc(found.instant) : slot;
}
