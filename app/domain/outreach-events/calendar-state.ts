import { type EventHoldState, holdStateInWords } from "#app/domain/holds/marking.ts";
import { type Standing, takesPlace } from "./standing.ts";

export type CalendarState = { tone: "ok" | "warn" | "bad" | "off"; words: string };

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
 * says a clash beside it, which is no less urgent. Null where there is nothing to say. Source: DESIGN.md, section 3 (calendar).
 */
export function calendarState(facts: CalendarFacts, now: Date): CalendarState | null {
  if (facts.schedule === "cancelled") return { tone: "off", words: "Cancelled" };
  if (facts.result === "not held") return { tone: "off", words: "Not held" };
  if (facts.outcomes > 0) return { tone: "ok", words: "Logged" };
  if (facts.hold !== null) {
    const hold = holdStateInWords(facts.hold);
    const clash = facts.clash === null || facts.endsAt <= now ? "" : `, clash: ${facts.clash}`;
    return { tone: "bad", words: `${hold}${clash}` };
  }
  if (facts.endsAt <= now) return facts.isInternal ? null : { tone: "bad", words: "Not logged" };
  if (facts.clash !== null) return { tone: "bad", words: `Clash: ${facts.clash}` };
  if (facts.schedule === "tentative") return { tone: "off", words: "Tentative" };
  if (facts.paper === null) return null;
  const { clearedBy } = facts.paper;
  return clearedBy === null
    ? { tone: "bad", words: "NOT CLEARED" }
    : { tone: "ok", words: `Cleared by ${familyName(clearedBy)}` };
}

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
