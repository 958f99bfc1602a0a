import type { WallTime } from "#app/time/wall-time.ts";
import {
  asComparable,
  compareEvent,
  type Difference,
  differencesOf,
  isAsImported,
  sequenceOfStamp,
  seriesStampOf,
  stampOf,
} from "./calendar-entry.ts";
import type {
  CalendarReading,
  FileEvent,
  FileSeries,
  FileTime,
  TakenEvent,
} from "./reading/calendar-reading.ts";
import {
  type StoredCalendar,
  type StoredEvent,
  type StoredSeries,
  slotsAfter,
  timesHere,
  uidOfSlot,
} from "./stored-calendar.ts";
import { isGivenByUs } from "./uid.ts";

/** One thing that an import does, or leaves as it is. `key` names it in a form; `line` is the file's. */
export type ImportStep = { key: string; line: number; title: string } & (
  | { kind: "new event"; event: FileEvent }
  /** `joining`: events that stand alone here, with the slots that they have in it. */
  | { kind: "new series"; series: FileSeries; joining: readonly { id: string; slot: WallTime }[] }
  /** `leftOut`: that it is left out here, which is forgotten. */
  | {
      kind: "new time";
      here: StoredSeries;
      isPrivate: boolean;
      time: FileTime;
      leftOut: { id: string } | null;
    }
  | {
      kind: "changed" | "both" | "ours" | "older" | "done";
      here: StoredEvent;
      taken: TakenEvent;
      stamp: string;
      /** The file's count of its revisions. */
      sequence: number;
      differences: readonly Difference[];
    }
  | { kind: "no longer"; here: StoredEvent }
  /** `slots`: those that are told on another clock than before. */
  | { kind: "rule"; here: StoredSeries; series: FileSeries; slots: ReadonlyMap<WallTime, WallTime> }
  | { kind: "same"; times: number }
  | { kind: "refused"; reason: string }
);

/**
 * Works out what an import of a file does in a campaign, from what the campaign has under the same UIDs.
 *
 * What is new comes in; what changed in the file only is changed; what changed here only stays; what changed on both sides
 * is asked about; what was held or not held stays as it was. A time that its series no longer has in the file is cancelled
 * where nobody changed it here and it lies ahead; nothing is ever removed. So a second import of a file changes nothing.
 * Source: RFC 5545, sections 3.8.4.4, 3.8.4.7 and 3.8.7.4.
 */
export function planImport(
  reading: Pick<CalendarReading, "events" | "series">,
  stored: StoredCalendar,
  now: Date,
): ImportStep[] {
  const steps = [
    ...reading.events.flatMap((event) => stepsOfEvent(event, stored)),
    ...reading.series.flatMap((series) => stepsOfSeries(series, stored, now)),
  ];
  return steps.sort((a, b) => a.line - b.line);
}

function stepsOfEvent(event: FileEvent, stored: StoredCalendar): ImportStep[] {
  const { uid, line, sequence, taken } = event;
  const base = { key: uid, line, title: taken.title };
  const refusal = refusalOf(uid, "event", stored);
  if (refusal !== null) return [{ ...base, kind: "refused", reason: refusal }];
  const here = stored.events.get(uid);
  if (here === undefined) return [{ ...base, kind: "new event", event }];
  return [stepOfStored(base, here, { taken, sequence }, isGivenByUs(event, here))];
}

function refusalOf(
  uid: string,
  as: "event" | "series",
  { events, series, elsewhere }: StoredCalendar,
): string | null {
  if (elsewhere.has(uid)) return "it already belongs to another campaign here";
  if (as === "event" && series.has(uid)) return "it repeats here but not in the file";
  if (as === "series" && events.has(uid)) return "it repeats in the file but not here";
  return null;
}

type Base = { key: string; line: number; title: string };

function stepOfStored(
  base: Base,
  here: StoredEvent,
  { taken, sequence }: { taken: TakenEvent; sequence: number },
  isOurs: boolean,
): ImportStep {
  const inFile = asComparable(taken, here, isOurs);
  const comparison = compareEvent(here, inFile, sequence);
  if (comparison === "same") return { ...base, kind: "same", times: 1 };
  const step = {
    ...base,
    here,
    taken: inFile,
    stamp: stampOf(sequence, inFile),
    sequence,
    differences: differencesOf(here, inFile),
  };
  if (comparison === "older") return { ...step, kind: "older" };
  if (comparison === "here") return { ...step, kind: "ours" };
  if (here.result !== "planned") return { ...step, kind: "done" };
  return { ...step, kind: comparison === "in the file" ? "changed" : "both" };
}

function stepsOfSeries(series: FileSeries, stored: StoredCalendar, now: Date): ImportStep[] {
  const { uid, line, title, rule } = series;
  const here = stored.series.get(uid);
  if (rule === null && here === undefined)
    return series.times.flatMap((time) =>
      stepsOfEvent({ ...series, ...time, uid: uidOfSlot(series, time.slot), ownId: null }, stored),
    );
  const refusal = refusalOf(uid, "series", stored);
  if (refusal !== null) return [{ key: uid, line, title, kind: "refused", reason: refusal }];
  return here === undefined ? newSeries(series, stored) : mergeSeries(series, here, now);
}

/** A series that comes in; what stands alone here of it, since it came before, becomes its time. */
function newSeries(series: FileSeries, { events }: StoredCalendar): ImportStep[] {
  const { uid, line, title } = series;
  const aloneHere = (slot: WallTime) => events.get(uidOfSlot(series, slot));
  const times = series.times.filter(({ slot }) => aloneHere(slot) === undefined);
  const joining = series.times.flatMap((time) => {
    const here = aloneHere(time.slot);
    return here === undefined ? [] : [{ time, here }];
  });
  return [
    {
      key: uid,
      line,
      title,
      kind: "new series",
      series: { ...series, times },
      joining: joining.map(({ time, here }) => ({ id: here.id, slot: time.slot })),
    },
    ...stepsOfTimes(series, joining, false),
  ];
}

/** What happens to the times that are here; those that are the same are told of once. */
function stepsOfTimes(
  { uid, line, title }: FileSeries,
  known: readonly { time: FileTime; here: StoredEvent }[],
  isOurs: boolean,
): ImportStep[] {
  const steps = known.map(({ time, here }) =>
    stepOfStored(
      { key: `${uid} ${time.slot}`, line: time.line, title: time.taken.title },
      here,
      time,
      isOurs,
    ),
  );
  const others = steps.filter(({ kind }) => kind !== "same");
  const times = steps.length - others.length;
  return times === 0 ? others : [...others, { key: uid, line, title, kind: "same", times }];
}

function mergeSeries(series: FileSeries, here: StoredSeries, now: Date): ImportStep[] {
  const isOurs = isGivenByUs(series, here);
  const follows = !isOurs && series.rule !== null && hasOtherRule(series, here);
  const bySlot = new Map(here.times.map((time) => [time.slot, time]));
  const known = new Map<WallTime, { time: FileTime; here: StoredEvent }>();
  const further = new Map<WallTime, FileTime>();
  for (const { time, slot } of timesHere(series, here)) {
    const isSecond = known.has(slot);
    const one = bySlot.get(slot);
    if (isSecond && follows) further.set(time.slot, time);
    else if (isSecond || further.has(slot)) continue;
    else if (one === undefined) further.set(slot, follows ? time : { ...time, slot });
    else
      known.set(slot, {
        time: { ...time, sequence: sequenceOfTime(time, one, { series, here }) },
        here: one,
      });
  }
  const steps = [
    ...stepsOfTimes(series, [...known.values()], isOurs),
    ...(isOurs ? [] : newTimes(series, here, further)),
  ];
  if (isOurs || series.rule === null) return steps;
  if (follows) {
    const { uid: key, line, title } = series;
    steps.push({ key, line, title, kind: "rule", here, series, slots: slotsAfter(series, here) });
  }
  return [...steps, ...noLonger(series, here, { known, now })];
}

/**
 * The revision of a time of a series. One that the file has no change of counts with its series: once such a change was taken
 * back its own count is gone, and only a file that is older than all of the series is older than it.
 * Source: RFC 5546, section 2.1.5.
 */
function sequenceOfTime(
  time: FileTime,
  known: StoredEvent,
  { series, here }: { series: FileSeries; here: StoredSeries },
): number {
  if (series.rule === null || time.line !== series.line) return time.sequence;
  const least = Math.min(...here.times.map(({ importedHash }) => sequenceOfStamp(importedHash)));
  return time.sequence < least ? time.sequence : Math.max(time.sequence, sequenceOfStamp(known.importedHash));
}

/** Times that are not here, by the slot they would have; what somebody left out here stays out, what a file left out comes back. */
function newTimes(
  series: FileSeries,
  here: StoredSeries,
  times: ReadonlyMap<WallTime, FileTime>,
): ImportStep[] {
  const isPrivate = series.isPrivate || here.isForNamedOnly;
  return [...times].flatMap(([slot, time]) => {
    const left = here.exceptions.find((one) => one.slot === slot);
    if (left !== undefined && !left.isOfFile) return [];
    const { line, taken } = time;
    const base = { key: `${series.uid} ${slot}`, line, title: taken.title };
    return [{ ...base, kind: "new time", here, isPrivate, time, leftOut: left ?? null }];
  });
}

/** The rule changed in the file, and nobody changed it here. */
function hasOtherRule(series: FileSeries, here: StoredSeries): boolean {
  return seriesStampOf(series) !== here.importedHash && seriesStampOf(here) === here.importedHash;
}

/** Times that the file no longer has; where it has not all of them, between the first and the last of those. */
function noLonger(
  series: FileSeries,
  here: StoredSeries,
  { known, now }: { known: ReadonlyMap<WallTime, unknown>; now: Date },
): ImportStep[] {
  const slots = timesHere(series, here).map(({ slot }) => slot);
  const [first, last] = [slots[0] ?? "", slots.at(-1) ?? ""];
  const isWithin = (slot: WallTime) => series.isWhole || (slot >= first && slot <= last);
  return here.times
    .filter(({ slot }) => slot !== null && isWithin(slot) && !known.has(slot))
    .filter((time) => time.schedule !== "cancelled" && time.result === "planned")
    .filter((time) => new Date(time.startsAt) > now && isAsImported(time))
    .map((time) => ({
      key: `${series.uid} ${time.slot}`,
      line: series.line,
      title: time.title,
      kind: "no longer",
      here: time,
    }));
}
