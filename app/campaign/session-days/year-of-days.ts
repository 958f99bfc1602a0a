import { addDays, writtenDay } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { CHAMBERS, type Chamber, type SessionDay } from "./session-day.ts";
import { type Known, type Spanned, spansOf } from "./spans.ts";

/** One month of a year: what is known of each chamber in it. */
export type MonthOfDays = {
  first: CalendarDate;
  chambers: { chamber: Chamber; spans: Spanned<Known>[] }[];
};

/** The first and the last day of a year. */
export function endsOfYear(year: number): { first: CalendarDate; last: CalendarDate } {
  return { first: `${year}-01-01`, last: `${year}-12-31` };
}

/** The twelve months of a year with what is known of both chambers; a span ends with its month. */
export function monthsOfDays(days: readonly SessionDay[], year: number): MonthOfDays[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = monthFirst(year, index);
    const last = addDays(index === 11 ? `${year + 1}-01-01` : monthFirst(year, index + 1), -1);
    const chambers = CHAMBERS.map((chamber) => ({ chamber, spans: spansOf(days, chamber, first, last) }));
    return { first, chambers };
  });
}

function monthFirst(year: number, index: number): CalendarDate {
  return writtenDay(year, index + 1, 1);
}

/** How many working days of the months given nobody knows anything of, by chamber. */
export function countNotKnown(months: readonly MonthOfDays[]): Record<Chamber, number> {
  const count = (chamber: Chamber) =>
    months
      .flatMap(({ chambers }) => chambers.filter((one) => one.chamber === chamber))
      .flatMap(({ spans }) => spans.filter(({ said }) => said.standing === "not known"))
      .reduce((sum, { days }) => sum + days, 0);
  return { House: count("House"), Senate: count("Senate") };
}
