import { dayOf, type WallTime } from "#app/time/wall-time.ts";
import { type FileTime, MOST_TIMES_OF_SERIES, STEPS_OF_A_TIME } from "./calendar-reading.ts";
import type { EventDraft } from "./event-draft.ts";
import { oneTime } from "./one-time.ts";
import { inWholeDays, type OnSeries, slotOn } from "./slot-of-time.ts";
import { type Lasting, timeTaken } from "./taken-time.ts";

/** The times of a series by its rule. */
export type Slots = {
  slots: readonly WallTime[];
  /** Every time that the file gives, also those that are not taken over. */
  all: ReadonlySet<WallTime>;
  /** Where they begin to be worked out. */
  from: WallTime | null;
  lastings: ReadonlyMap<WallTime, Lasting>;
  exceptions: readonly WallTime[];
  isWhole: boolean;
};

export const TIME_AGAIN =
  "the same date in its series is in the file more than once; only one will be imported";

/** The times of a series with the changes of single times in their place; a change that has none is refused by itself. */
export function timesWithChanges(
  slots: Slots,
  changes: readonly EventDraft[],
  series: OnSeries & { lasting: Lasting },
): FileTime[] {
  const { draft, clock, lasting, reading } = series;
  const changed = changesBySlot(changes, slots, series);
  const times: FileTime[] = [];
  reading.work.spend(slots.slots.length * STEPS_OF_A_TIME);
  const further = [...changed.keys()].filter(
    (slot) => !slots.all.has(slot) && (slots.from === null || slot >= slots.from),
  );
  const kept = new Set([...slots.slots, ...further.slice(0, MOST_TIMES_OF_SERIES)]);
  for (const slot of kept) {
    const change = changed.get(slot) ?? null;
    const usual = () => timeTaken(slot, clock, slots.lastings.get(slot) ?? lasting);
    const time = change === null || isOnlyCancelled(change) ? usual() : timeOfChange(change, series);
    if (!time.ok && change !== null) reading.refuse(change, time.reason);
    if (!time.ok && change === null)
      reading.remarks.add(`One date in a series will not be imported: ${time.reason}`, draft.line);
    if (!time.ok) continue;
    const { title, place, link, schedule, line, sequence } = change ?? draft;
    const taken = { title, place, link, schedule, ...time.value };
    times.push({ slot, line, sequence, taken, inDays: null });
  }
  for (const [slot, change] of changed) if (!kept.has(slot)) reading.refuse(change, whyNot(slot, slots));
  return times.sort((a, b) => (a.slot < b.slot ? -1 : 1));
}

function whyNot(slot: WallTime, { exceptions }: Slots): string {
  return exceptions.includes(slot)
    ? "it changes a date that its series leaves out (EXDATE)"
    : "it changes a date in its series that will not be imported";
}

/** A cancelled time needs no start of its own: its series says when it would have been. */
function isOnlyCancelled({ start, schedule }: EventDraft): boolean {
  return start === null && schedule === "cancelled";
}

function timeOfChange(change: EventDraft, { isAllDay, reading }: OnSeries) {
  return oneTime(isAllDay ? inWholeDays(change, reading) : change, reading);
}

function changesBySlot(changes: readonly EventDraft[], { all }: Slots, series: OnSeries) {
  const found = new Map<WallTime, EventDraft>();
  const byDay = new Map(series.isAllDay ? [] : [...all].map((slot) => [dayOf(slot), slot]));
  for (const change of changes) {
    const { recurrenceId: time } = change;
    const ofDay = time?.kind === "day" ? byDay.get(time.day) : undefined;
    const slot = time === null ? null : (ofDay ?? slotOn(time, series));
    const other = slot === null ? null : (found.get(slot) ?? null);
    const isNewer = (other?.sequence ?? -1) <= change.sequence;
    if (slot === null) series.reading.refuse(change, "it does not say which date in its series it changes");
    else if (isNewer) found.set(slot, change);
    if (other !== null) series.reading.refuse(isNewer ? other : change, TIME_AGAIN);
  }
  return found;
}
