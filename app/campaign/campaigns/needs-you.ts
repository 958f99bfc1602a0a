import { addDays, mondayToOpen } from "#app/time/calendar-date.ts";
import { type CalendarDate, dateIn, instantOf, WASHINGTON } from "#app/time/wall-time.ts";

/** The kinds of thing that may stand under "Needs you", and no other (DESIGN.md, section 3; mock-up `hold`). */
export type Need =
  | {
      need: "clearance";
      title: string;
      place: string;
      dueAt: Date | null;
      desk: string;
      isYours: boolean;
    }
  | { need: "returned"; what: "Talking points" | "Holding line" | "Cable"; title: string; place: string }
  | { need: "meetings not logged"; count: number; oldest: string; oldestEndedAt: Date }
  | { need: "follow-ups overdue"; count: number; oldest: string; dueOn: CalendarDate }
  | { need: "clash"; title: string; place: string; withTitle: string; startsAt: Date }
  | { need: "hold to decide"; messageNumber: number; place: string; expiredAt: Date }
  | { need: "post stopped"; title: string; place: string; startsAt: Date }
  | { need: "visit deadlines"; count: number; title: string; visit: string; place: string; dueAt: Date }
  | { need: "stale proof points"; points: readonly { code: string; since: CalendarDate }[] };

/**
 * What needs the reader, ordered by the time left: what is most overdue first, then what comes next, and last what
 * has no hour of its own (proof points past their review date).
 */
export function orderByTimeLeft(needs: readonly Need[]): readonly Need[] {
  return needs.toSorted((one, other) => deadlineOf(one) - deadlineOf(other));
}

/** The instant by which a need must be met, in milliseconds; infinite where nothing sets one. */
function deadlineOf(need: Need): number {
  switch (need.need) {
    case "clearance":
      return need.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER - 1;
    case "returned":
      return Number.MAX_SAFE_INTEGER - 1;
    case "meetings not logged":
      return need.oldestEndedAt.getTime();
    case "follow-ups overdue":
      return Date.parse(`${need.dueOn}T23:59:59.999Z`);
    case "hold to decide":
      return need.expiredAt.getTime();
    case "clash":
    case "post stopped":
      return need.startsAt.getTime();
    case "visit deadlines":
      return need.dueAt.getTime();
    case "stale proof points":
      return Number.MAX_SAFE_INTEGER;
  }
}

/** From the midnight before `now` to the midnight after the week that matters, both in Washington. */
export function restOfWeek(now: Date): { from: Date; to: Date } {
  const today = dateIn(now, WASHINGTON);
  return { from: midnight(today), to: midnight(addDays(mondayToOpen(today), 7)) };
}

/** Clocks in Washington change at 02:00, so midnight always exists, once. */
function midnight(date: CalendarDate): Date {
  const at = instantOf(`${date}T00:00`, WASHINGTON, "first");
  if (!at.ok) throw new Error("Washington has no midnight that day.");
  return at.instant;
}
