import { readTable, type TableRow } from "#app/text/read-table.ts";

/** What is wrong at a line (from 1) of a file of session days, in words. */
export type DaysFault = { line: number; words: string };

/** A fault at a line; `words` say what is wrong, beginning with a small letter. */
export function faultAt(line: number, words: string): DaysFault {
  return { line, words };
}

/** The fault as `FILE:LINE: reason`, the form in which every import reports one. */
export function daysFaultInWords(file: string, { line, words }: DaysFault): string {
  return `${file}:${line}: ${words}`;
}

/** How large a file of session days may be, in bytes. */
export const LARGEST_DAYS_FILE = 1_000_000;

/** How many rows such a file may have: both chambers for some thirteen years, day by day. */
export const MOST_DAYS_ROWS = 10_000;

/** A file as a table: its headings are the first row. */
export type Table = { rows: readonly TableRow[] };

/** Where each column stands; -1 where the file has none of that name. */
export type DaysColumns = Readonly<Record<DaysColumn, number>>;

export type DaysColumn = "chamber" | "day" | "firstDay" | "lastDay" | "standing" | "source" | "asOf";

const HEADINGS: Readonly<Record<string, DaysColumn>> = {
  chamber: "chamber",
  day: "day",
  "first day": "firstDay",
  "last day": "lastDay",
  standing: "standing",
  source: "source",
  "as of": "asOf",
};

type Refused = { ok: false; fault: DaysFault };

/** Takes a file apart into rows and cells, whatever its separator; refuses what is no table in UTF-8 or UTF-16. */
export function tableOf(bytes: Uint8Array): { ok: true; table: Table } | Refused {
  if (bytes.byteLength > LARGEST_DAYS_FILE) return refused(1, "the file is larger than 1 MB");
  const decoded = textOf(bytes);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  if (text.trim() === "") return refused(1, "the file is empty");
  if (text.includes("\0")) return refused(1, "the file contains a NUL character; it is not a table");
  const read = readTable(text);
  if (!read.ok) return refused(read.line, read.words);
  const tooMany = read.rows[MOST_DAYS_ROWS + 1];
  if (tooMany !== undefined) return refused(tooMany.line, `the file has more than ${MOST_DAYS_ROWS} rows`);
  return { ok: true, table: { rows: read.rows } };
}

/** Excel saves UTF-8 with a mark, and "Unicode text" as UTF-16; what is neither would have to be guessed. */
function textOf(bytes: Uint8Array): { ok: true; text: string } | Refused {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const line = lineThatIsNot(encoding, bytes);
    return refused(
      line,
      "the file is not in UTF-8 (it may be in Windows-1250 or 1252); save it as “CSV UTF-8” and choose that",
    );
  }
}

function lineThatIsNot(encoding: string, bytes: Uint8Array): number {
  if (encoding !== "utf-8") return 1;
  const good = new TextDecoder().decode(bytes).split("\uFFFD")[0] ?? "";
  return good.split(/\r\n|\r|\n/).length;
}

/** Where each column stands, by the headings of the first row, in any order and letter case. */
export function columnsOf({ rows }: Table): { ok: true; columns: DaysColumns; remarks: string[] } | Refused {
  const [head] = rows;
  if (head === undefined) return refused(1, "the file is empty");
  const names = head.cells.map((cell) =>
    cell
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, " ")
      .trim(),
  );
  const at = (column: DaysColumn) => names.findIndex((name) => HEADINGS[name] === column);
  const columns = {
    chamber: at("chamber"),
    day: at("day"),
    firstDay: at("firstDay"),
    lastDay: at("lastDay"),
    standing: at("standing"),
    source: at("source"),
    asOf: at("asOf"),
  };
  const [twice] = names.filter((name, index) => name !== "" && names.indexOf(name) < index);
  if (twice !== undefined) return refused(head.line, `the heading “${twice}” appears twice`);
  const missing = missingColumn(columns);
  if (missing !== null) return refused(head.line, missing);
  const unread = head.cells.filter(
    (cell, index) => cell !== "" && HEADINGS[names[index] ?? ""] === undefined,
  );
  return { ok: true, columns, remarks: unread.map((cell) => `The column “${cell}” is ignored.`) };
}

function missingColumn(columns: DaysColumns): string | null {
  const needed = { chamber: "chamber", standing: "standing", source: "source", asOf: "as_of" } as const;
  const missing = (["chamber", "standing", "source", "asOf"] as const).filter((name) => columns[name] < 0);
  const hasDays = columns.day >= 0 || (columns.firstDay >= 0 && columns.lastDay >= 0);
  const words = [
    ...missing.map((name) => needed[name]),
    ...(hasDays ? [] : ["day (or first day and last day)"]),
  ];
  if (words.length === 0) return null;
  return `the first line has no ${words.length === 1 ? "column" : "columns"} ${words.join(", ")}; it must name chamber, day, standing, source and as_of`;
}

function refused(line: number, words: string): Refused {
  return { ok: false, fault: faultAt(line, words) };
}
