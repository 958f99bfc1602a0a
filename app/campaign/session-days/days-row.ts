import { lowered } from "#app/text/in-words.ts";
import type { TableRow } from "#app/text/read-table.ts";
import { explainDateRefusal, parseDate } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import {
  CHAMBERS,
  type Chamber,
  LONGEST_SOURCE,
  SESSION_STANDINGS,
  type SessionDay,
  type SessionStanding,
} from "./session-day.ts";
import { daysOfRange, explainRangeRefusal } from "./spans.ts";
import { type DaysColumn, type DaysColumns, type DaysFault, faultAt } from "./table-file.ts";

type RowReading = { ok: true; days: SessionDay[] } | { ok: false; faults: DaysFault[] };

type Part<Value> = { ok: true; value: Value } | { ok: false; words: string };

/**
 * One row of a file as the days that it names. All that is wrong with the row is told at once. A range is read as working
 * days; a day that lies after `today` cannot be the one on which a source said something.
 */
export function readDaysRow(columns: DaysColumns, row: TableRow, today: CalendarDate): RowReading {
  const cell = (column: DaysColumn) => withoutApostrophe(row.cells[columns[column]] ?? "");
  const chamber = chamberOf(cell("chamber"));
  const days = daysNamed(cell, today);
  const standing = standingOf(cell("standing"));
  const source = sourceOf(cell("source"));
  const asOf = asOfIn(cell("asOf"), today);
  if (!chamber.ok || !days.ok || !standing.ok || !source.ok || !asOf.ok) {
    const parts = [chamber, days, standing, source, asOf];
    return { ok: false, faults: parts.flatMap((part) => (part.ok ? [] : [faultAt(row.line, part.words)])) };
  }
  const said = { standing: standing.value, source: source.value, asOf: asOf.value };
  return { ok: true, days: days.value.map((day) => ({ chamber: chamber.value, day, ...said })) };
}

/** An export puts an apostrophe before what a spreadsheet would run as a formula. */
function withoutApostrophe(cell: string): string {
  return /^'[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? cell.slice(1) : cell;
}

/** "the chamber is “Haus”"; of an empty cell that there is none. */
function cellIn(what: string, text: string): string {
  return text === "" ? `there is no ${what.replace("the ", "")}` : `${what} is “${text}”`;
}

function chamberOf(text: string): Part<Chamber> {
  const value = CHAMBERS.find((one) => one.toLowerCase() === text.toLowerCase());
  return value === undefined
    ? { ok: false, words: `${cellIn("the chamber", text)}; it must be House or Senate` }
    : { ok: true, value };
}

function standingOf(text: string): Part<SessionStanding> {
  const value = SESSION_STANDINGS.find((one) => one === text.toLowerCase().replaceAll(/[\s_-]+/g, " "));
  if (value !== undefined) return { ok: true, value };
  const words = `${cellIn("the standing", text)}; it must be “in session” or “away” (leave out days that are not known)`;
  return { ok: false, words };
}

function sourceOf(text: string): Part<string> {
  if (text === "") return { ok: false, words: "there is no source; say where this comes from" };
  if (text.length > LONGEST_SOURCE)
    return { ok: false, words: `the source is longer than ${LONGEST_SOURCE} characters` };
  if (/\p{Cc}/u.test(text))
    return { ok: false, words: "the source contains a line break or a character that is not text" };
  return { ok: true, value: text };
}

function asOfIn(text: string, today: CalendarDate): Part<CalendarDate> {
  const date = dateOf(text, today, "as_of");
  if (!date.ok || date.value <= today) return date;
  return { ok: false, words: `as_of is “${text}”, which is in the future` };
}

function daysNamed(cell: (column: DaysColumn) => string, today: CalendarDate): Part<CalendarDate[]> {
  const [single, from, to] = [cell("day"), cell("firstDay"), cell("lastDay")];
  if (single !== "" && from + to !== "")
    return { ok: false, words: "the row names both a day and a first and last day; give one or the other" };
  if (single === "" && from === "") return { ok: false, words: "the row does not name a day" };
  const first = dateOf(single === "" ? from : single, today, single === "" ? "the first day" : "the day");
  if (!first.ok) return first;
  const last = to === "" ? first : dateOf(to, today, "the last day");
  if (!last.ok) return last;
  const range = daysOfRange(first.value, last.value, "working days");
  if (range.ok) return { ok: true, value: range.days };
  const why =
    range.reason === "no-working-day"
      ? "these days include no working day in Washington; give each day in a row of its own"
      : lowered(explainRangeRefusal(range.reason));
  return { ok: false, words: `${from} to ${to}: ${why}` };
}

/** A day without its year would be another one when the file is read again next year. */
function dateOf(text: string, today: CalendarDate, what: string): Part<CalendarDate> {
  if (!/\d{4}/.test(text)) {
    return {
      ok: false,
      words: `${cellIn(what, text)}; write it with its year, like 2026-11-12 or 12 Nov 2026`,
    };
  }
  const parsed = parseDate(text, today);
  if (parsed.ok) return { ok: true, value: parsed.date };
  return { ok: false, words: `${what} is “${text}”: ${lowered(explainDateRefusal(parsed.reason))}` };
}
