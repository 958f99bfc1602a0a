import { dayOf, wallAt } from "#app/time/wall-time.ts";
import type { ReadingOptions, Remarks, WorkDone } from "./calendar-reading.ts";
import type { Clock } from "./clock.ts";
import type { EventDraft } from "./event-draft.ts";
import { lastingOf, type Taken, timeTaken } from "./taken-time.ts";
import { type TimeValue, wallOf } from "./time-values.ts";
import type { Clocks } from "./zone-of-time.ts";

/** Everything that the reading of one event needs beside it. */
export type Reading = {
  clocks: Clocks;
  options: ReadingOptions;
  remarks: Remarks;
  work: WorkDone;
  /** Lists an event as not taken over: each VEVENT of a file is taken over or refused by itself. */
  refuse(draft: EventDraft, reason: string): void;
};

/** Whether it takes place more than once. */
export function repeats({ rules, extra }: EventDraft): boolean {
  return rules.length > 0 || extra.length > 0;
}

/** The clocks of the start and of the end of an event, looked up for as long as it goes on. */
export function clocksOfDraft(
  draft: EventDraft,
  start: TimeValue,
  { clocks, options }: Reading,
): Taken<{ start: Clock; end: Clock }> {
  const from = wallOf(start);
  const to = repeats(draft) && options.lastDay > dayOf(from) ? wallAt(options.lastDay, "23:59") : from;
  const own = clocks.of(start, [from, to], draft.line);
  if (!own.ok) return own;
  const { end } = draft;
  if (end === null || !("kind" in end)) return { ok: true, value: { start: own.clock, end: own.clock } };
  const other = clocks.of(end, [from, to], draft.line);
  return other.ok ? { ok: true, value: { start: own.clock, end: other.clock } } : other;
}

export const NO_START = "its start (DTSTART) is missing or not a valid time";

/** When one event takes place that does not repeat. */
export function oneTime(draft: EventDraft, reading: Reading) {
  if (draft.start === null) return { ok: false as const, reason: NO_START };
  if (draft.badEnd !== null) return { ok: false as const, reason: draft.badEnd };
  const found = clocksOfDraft(draft, draft.start, reading);
  if (!found.ok) return found;
  const lasting = lastingOf(draft.start, draft.end, found.value);
  if (!lasting.ok) return lasting;
  return timeTaken(wallOf(draft.start), found.value.start, lasting.value);
}
