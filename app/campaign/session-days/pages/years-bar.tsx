import { FIRST_YEAR, LAST_YEAR } from "#app/time/calendar-date.ts";

/** The years that can be looked at: those of which something is known, and one before and after the year shown. */
export function YearsBar({
  here,
  year,
  thisYear,
  known,
}: {
  here: string;
  year: number;
  thisYear: number;
  known: { first: number; last: number } | null;
}) {
  const wanted = [year - 1, year, year + 1, thisYear, known?.first ?? year, known?.last ?? year];
  const years = [...new Set(wanted)]
    .filter((one) => one >= FIRST_YEAR && one <= LAST_YEAR)
    .sort((a, b) => a - b);
  return (
    <nav className="tabs" aria-label="Year">
      {years.map((one) => (
        <a
          key={one}
          href={one === thisYear ? here : `${here}?year=${one}`}
          aria-current={one === year ? "page" : undefined}
        >
          {one}
        </a>
      ))}
    </nav>
  );
}
