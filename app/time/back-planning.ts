import { addWorkingDays, UNITED_STATES } from "./holidays.ts";
import { type CalendarDate, instantOf, WASHINGTON } from "./wall-time.ts";

/**
 * When the papers for an event are due, counted back from its day.
 *
 * The brief is due at noon two US working days before; its clearance one working day of the clearer's country
 * (ISO 3166 code) before the brief. For Friday 13 November 2026 and a Czech clearer: brief Tuesday the 10th,
 * since the 11th is Veterans Day; clearance Monday the 9th. Source: DOMAIN.md, rule 10 (DoD read-ahead rule).
 */
export function dueDatesOfDay(day: CalendarDate, clearerCountry: string) {
  const brief = addWorkingDays(day, -2, UNITED_STATES);
  return { brief, clearance: addWorkingDays(brief, -1, clearerCountry) };
}

/** The instant at which the brief for an event on that day is due: noon in Washington. Source: DOMAIN.md, rule 10. */
export function briefDueOnDay(day: CalendarDate): Date {
  return noonInWashington(dueDatesOfDay(day, UNITED_STATES).brief);
}

/**
 * The instant at which the papers for an event on that day should be cleared by a desk of that country (ISO 3166): noon
 * in Washington on the clearance's day. Source: DOMAIN.md, rule 10.
 */
export function clearanceDueOnDay(day: CalendarDate, clearerCountry: string): Date {
  return noonInWashington(dueDatesOfDay(day, clearerCountry).clearance);
}

function noonInWashington(day: CalendarDate): Date {
  const noon = instantOf(`${day}T12:00`, WASHINGTON);
  if (!noon.ok) throw new Error("Clocks in Washington never change at noon.");
  return noon.instant;
}
