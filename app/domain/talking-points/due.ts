import { dueDates } from "#app/domain/time/back-planning.ts";
import { UNITED_STATES } from "#app/domain/time/holidays.ts";
import { instantOf, WASHINGTON } from "#app/domain/time/wall-time.ts";
import type { Authority } from "./clearance-status.ts";

/**
 * When the clearance of a paper is due: noon in Washington on the day counted back from the event, skipping the
 * holidays of the clearer's country: the United States for the embassy, `homeCountry` (ISO 3166) for the ministry.
 * Source: DOMAIN.md, rule 10.
 */
export function clearanceDueAt(eventStarts: Date, authority: Authority, homeCountry: string): Date {
  const { clearance } = dueDates(eventStarts, authority === "ministry" ? homeCountry : UNITED_STATES);
  const noon = instantOf(`${clearance}T12:00`, WASHINGTON);
  if (!noon.ok) throw new Error("Clocks in Washington never change at noon.");
  return noon.instant;
}
