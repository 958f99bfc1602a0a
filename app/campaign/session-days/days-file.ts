import { counted } from "#app/text/in-words.ts";
import type { TableRow } from "#app/text/read-table.ts";
import { formatDayWithYear } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { readDaysRow } from "./days-row.ts";
import { isSame } from "./plan-days.ts";
import type { SessionDay } from "./session-day.ts";
import { columnsOf, type DaysFault, faultAt, type Table, tableOf } from "./table-file.ts";

/** The days that a file names, each once, in its order; or everything that is wrong with it, by line. */
export type DaysReading =
  | { ok: true; days: SessionDay[]; remarks: string[] }
  | { ok: false; faults: DaysFault[] };

/** The file that ships in the folder `shipped`: of which year, and the latest day of which a row in it was known. */
export const SHIPPED_DAYS = { name: "the calendar of 2026", year: 2026, asOf: "2026-09-02" } as const;

/** The most faults that are told of one file. */
const MOST_FAULTS = 50;

/**
 * Reads a table of session days (CSV, RFC 4180): columns chamber, day (or first day and last day), standing, source,
 * as_of. Days are "2026-11-12" or "12 Nov 2026", with their year; a range names working days, a single day itself. The
 * separator is a comma, semicolon or tab; the text UTF-8 or UTF-16. A row is never left out in silence: one fault
 * refuses the file, and columns that are not read are remarked. `today` is the day in Washington.
 */
export function readDaysFile(bytes: Uint8Array, today: CalendarDate): DaysReading {
  const table = tableOf(bytes);
  if (!table.ok) return { ok: false, faults: [table.fault] };
  const columns = columnsOf(table.table);
  if (!columns.ok) return { ok: false, faults: [columns.fault] };
  const faults: DaysFault[] = [];
  const named = new Map<string, { day: SessionDay; line: number }>();
  for (const row of rowsBelow(table.table)) {
    const read = hasMoreThan(table.table, row) ?? readDaysRow(columns.columns, row, today);
    if (read.ok) faults.push(...takeAll(named, read.days, row.line));
    else faults.push(...read.faults);
  }
  if (named.size === 0 && faults.length === 0)
    faults.push(faultAt(1, "the file does not name a day below its headings"));
  if (faults.length > 0) return { ok: false, faults: shortened(faults) };
  return { ok: true, days: [...named.values()].map(({ day }) => day), remarks: columns.remarks };
}

function rowsBelow({ rows }: Table) {
  return rows.slice(1);
}

function hasMoreThan({ rows: [head] }: Table, { cells, line }: TableRow) {
  const headings = head?.cells.length ?? 0;
  if (!cells.slice(headings).some((cell) => cell !== "")) return null;
  const words = `the row has ${cells.length} values, but there are only ${headings} headings; put any value that contains the separator in quotation marks`;
  return { ok: false, faults: [faultAt(line, words)] } as const;
}

/** A day may be named twice where both rows say the same of it. */
function takeAll(
  named: Map<string, { day: SessionDay; line: number }>,
  days: readonly SessionDay[],
  line: number,
): DaysFault[] {
  for (const day of days) {
    const key = `${day.chamber} ${day.day}`;
    const before = named.get(key);
    if (before !== undefined && !isSame(before.day, day)) {
      return [
        faultAt(
          line,
          `line ${before.line} says otherwise for the ${day.chamber} on ${formatDayWithYear(day.day)}`,
        ),
      ];
    }
    if (before === undefined) named.set(key, { day, line });
  }
  return [];
}

function shortened(faults: readonly DaysFault[]): DaysFault[] {
  const [first] = faults.slice(MOST_FAULTS);
  if (first === undefined) return [...faults];
  const more = faults.length - MOST_FAULTS;
  return [
    ...faults.slice(0, MOST_FAULTS),
    faultAt(first.line, `${counted(more, "more error")} from this line on`),
  ];
}
