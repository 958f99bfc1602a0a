import { addDays } from "./calendar-date.ts";
import { isWorkingDay } from "./holidays.ts";
import { type CalendarDate, dateIn, instantOf } from "./wall-time.ts";

/** Where an office keeps its hours: `zone` (IANA) is its clock, `country` (ISO 3166) has its holidays. */
export type OfficeClock = { zone: string; country: string };

const OPENS = "09:00";
const CLOSES = "17:00";

/** A walk over days ends here: in any country more than enough working time lies in a year. */
const MOST_DAYS = 400;

/**
 * The working time between two instants by an office's clock, in milliseconds: 09:00 to 17:00 on its working days, its
 * holidays left out. It is counted up to `most` and no further; 0 where `to` is not after `from`.
 * Source: DOMAIN.md, clearance.
 */
export function workingTimeBetween(from: Date, to: Date, clock: OfficeClock, most: number): number {
  const last = dateIn(to, clock.zone);
  let counted = 0;
  let day = dateIn(from, clock.zone);
  for (let looked = 0; looked < MOST_DAYS && day <= last && counted < most; looked += 1) {
    counted += workingTimeOn(day, from, to, clock);
    day = addDays(day, 1);
  }
  return Math.min(counted, most);
}

function workingTimeOn(day: CalendarDate, from: Date, to: Date, { zone, country }: OfficeClock): number {
  if (!isWorkingDay(day, country)) return 0;
  const opens = instantOf(`${day}T${OPENS}`, zone, "first");
  const closes = instantOf(`${day}T${CLOSES}`, zone, "second");
  if (!opens.ok || !closes.ok) return 0;
  const begins = Math.max(opens.instant.getTime(), from.getTime());
  const ends = Math.min(closes.instant.getTime(), to.getTime());
  return Math.max(0, ends - begins);
}
