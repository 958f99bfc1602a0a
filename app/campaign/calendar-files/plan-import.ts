import type { WallTime } from "#app/time/wall-time.ts";
import {
  asComparable,
  compareEvent,
  type Difference,
  differencesOf,
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
import type { StoredCalendar, StoredEvent, StoredSeries } from "./stored-calendar.ts";
import { isGivenByUs, recurrenceIdOf } from "./uid.ts";

/** One thing that an import does, or leaves as it is. `key` names it in a form; `line` is the file's. */
export type ImportStep = { key: string; line: number; title: string } & (
  | { kind: "new event"; event: FileEvent }
  | { kind: "new series"; series: FileSeries }
  | { kind: "new time"; here: StoredSeries; isPrivate: boolean; time: FileTime }
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
  | { kind: "rule"; here: StoredSeries; series: FileSeries }
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
    return series.times.flatMap((time) => timeWithoutSeries(series, time, stored));
  const refusal = refusalOf(uid, "series", stored);
  if (refusal !== null) return [{ key: uid, line, title, kind: "refused", reason: refusal }];
  if (here === undefined) return [{ key: uid, line, title, kind: "new series", series }];
  return mergeSeries(series, here, now);
}

/** A single time of a series that is not known here stands alone, under a UID of its own. */
function timeWithoutSeries(
  series: FileSeries,
  { slot, line, sequence, taken }: FileTime,
  stored: StoredCalendar,
) {
  const uid = `${series.uid}#${recurrenceIdOf(slot, series.isAllDay)}`;
  return stepsOfEvent({ uid, ownId: null, line, sequence, isPrivate: series.isPrivate, taken }, stored);
}

function mergeSeries(series: FileSeries, here: StoredSeries, now: Date): ImportStep[] {
  const isOurs = isGivenByUs(series, here);
  const bySlot = new Map(here.times.map((time) => [time.slot, time]));
  const steps: ImportStep[] = [];
  let same = 0;
  for (const time of series.times) {
    const known = bySlot.get(time.slot);
    const base = { key: `${series.uid} ${time.slot}`, line: time.line, title: time.taken.title };
    if (known === undefined) {
      if (!isOurs && !here.exceptions.includes(time.slot))
        steps.push({
          ...base,
          kind: "new time",
          here,
          isPrivate: series.isPrivate || here.isForNamedOnly,
          time,
        });
      continue;
    }
    const step = stepOfStored(base, known, time, isOurs);
    if (step.kind === "same") same += 1;
    else steps.push(step);
  }
  const base = { key: series.uid, line: series.line, title: series.title };
  if (same > 0) steps.push({ ...base, kind: "same", times: same });
  if (isOurs || series.rule === null) return steps;
  if (hasOtherRule(series, here)) steps.push({ ...base, kind: "rule", here, series });
  return [...steps, ...noLonger(series, here, now)];
}

/** The rule changed in the file, and nobody changed it here. */
function hasOtherRule(series: FileSeries, here: StoredSeries): boolean {
  return seriesStampOf(series) !== here.importedHash && seriesStampOf(here) === here.importedHash;
}

/** Times that the file no longer has; where it has not all of them, between the first and the last of those. */
function noLonger(series: FileSeries, here: StoredSeries, now: Date): ImportStep[] {
  const slots = new Set(series.times.map(({ slot }) => slot));
  const [first, last] = [series.times[0]?.slot ?? "", series.times.at(-1)?.slot ?? ""];
  const isWithin = (slot: WallTime) => series.isWhole || (slot >= first && slot <= last);
  return here.times
    .filter(({ slot }) => slot !== null && isWithin(slot) && !slots.has(slot))
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

function isAsImported(time: StoredEvent): boolean {
  const sequence = Number(time.importedHash?.split(".")[0] ?? 0);
  return time.importedHash !== null && stampOf(sequence, time) === time.importedHash;
}
