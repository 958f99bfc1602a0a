import type { FileSeries } from "./calendar-reading.ts";
import type { EventDraft } from "./event-draft.ts";
import { oneTime, type Reading, wallOf } from "./one-time.ts";
import { slotOn } from "./slot-of-time.ts";

/** A single time of a series that is not in the file, as a series of that one time without a rule. */
export function timeAlone(draft: EventDraft, reading: Reading) {
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
  const isAllDay = draft.start.kind === "day";
  const slot = slotOn(draft.recurrenceId, { clock: found.clock, isAllDay, draft, reading });
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
