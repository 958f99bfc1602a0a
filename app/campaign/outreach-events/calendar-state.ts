import { type EventHoldState, holdStateInWords } from "#app/campaign/holds/what-a-hold-marks.ts";
import { type Standing, takesPlace } from "./standing.ts";

/** One mark or two, each a few words; `short` says them on one line of a narrow block. */
export type CalendarState = { tone: "ok" | "warn" | "bad" | "off"; marks: readonly string[]; short: string };

export type CalendarFacts = Standing & {
  isInternal: boolean;
  endsAt: Date;
  /** Who cannot be at two places at once, by first name; null where nobody is. */
  clash: string | null;
  /** Its talking points; null where none are begun. `clearedBy` is null while the text is not cleared. */
  paper: { clearedBy: string | null } | null;
  /** What holds say about it; null where they say nothing. */
  hold: EventHoldState | null;
};

/**
 * The one state that an event's block in the calendar has room for: the first that holds of cancelled, not held,
 * logged, on hold, not logged though over, in a clash, tentative, and whether its talking points are cleared. A hold
 * says a clash beside it, which is no less urgent, as a mark of its own. Null where there is nothing to say. Source: DESIGN.md, section 3 (calendar).
 */
export function calendarState(facts: CalendarFacts, now: Date): CalendarState | null {
  if (facts.schedule === "cancelled") return mark("off", "Cancelled");
  if (facts.result === "not held") return mark("off", "Not held");
  if (facts.outcomes > 0) return mark("ok", "Logged");
  if (facts.hold !== null) {
    const hold = holdStateInWords(facts.hold);
    if (facts.clash === null || facts.endsAt <= now) return mark("bad", hold);
    return { tone: "bad", marks: [hold, `Clash: ${facts.clash}`], short: `${SHORT_HOLD[facts.hold]}, clash` };
  }
  if (facts.endsAt <= now) return facts.isInternal ? null : mark("bad", "Not logged");
  if (facts.clash !== null) return mark("bad", `Clash: ${facts.clash}`);
  if (facts.schedule === "tentative") return mark("off", "Tentative");
  if (facts.paper === null) return null;
  const { clearedBy } = facts.paper;
  return clearedBy === null ? mark("bad", "NOT CLEARED") : mark("ok", `Cleared by ${familyName(clearedBy)}`);
}

function mark(tone: CalendarState["tone"], words: string): CalendarState {
  return { tone, marks: [words], short: words };
}

const SHORT_HOLD: Readonly<Record<EventHoldState, string>> = {
  "on hold": "Hold",
  stopped: "Stopped",
  "asks for a new time": "New time",
};

export type CalendarLook = "planned" | "tentative" | "internal" | "past" | "clash";

/** How an event's block is drawn: line style and ground beside its word. Source: DESIGN.md, section 3. */
export function calendarLook(facts: CalendarFacts, now: Date): CalendarLook {
  if (facts.endsAt <= now || !takesPlace(facts)) return "past";
  if (facts.clash !== null) return "clash";
  if (facts.schedule === "tentative") return "tentative";
  return facts.isInternal ? "internal" : "planned";
}

/** The first of a person's names, for narrow places. */
export function firstName(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** The last of a person's names, for narrow places. */
export function familyName(name: string): string {
  return name.split(" ").at(-1) ?? name;
}
