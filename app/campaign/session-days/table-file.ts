import { CsvError, parse } from "csv-parse/sync";
import { type DaysFault, faultAt, LARGEST_DAYS_FILE, MOST_DAYS_ROWS } from "./file-fault.ts";

/** One row of a table with the line on which it begins. */
export type TableRow = { cells: readonly string[]; line: number };

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

const LONGEST_RECORD = 5_000;

type Refused = { ok: false; fault: DaysFault };

/** Takes a file apart into rows and cells, whatever its separator; refuses what is no table in UTF-8 or UTF-16. */
export function tableOf(bytes: Uint8Array): { ok: true; table: Table } | Refused {
  if (bytes.byteLength > LARGEST_DAYS_FILE) return refused(1, "the file is larger than 1 MB");
  const decoded = textOf(bytes);
  if (!decoded.ok) return decoded;
  const { text, skipped } = withoutSeparatorLine(decoded.text);
  if (text.trim() === "") return refused(1, "the file is empty");
  if (text.includes("\0")) return refused(1, "the file contains a NUL character; it is not a table");
  return rowsOf(text, skipped);
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

/** Excel writes and reads a first line "sep=;" that names the separator. */
function withoutSeparatorLine(text: string): { text: string; skipped: number } {
  const match = /^sep=.(\r\n|\r|\n)/i.exec(text);
  return match === null ? { text, skipped: 0 } : { text: text.slice(match[0].length), skipped: 1 };
}

function rowsOf(text: string, skipped: number): { ok: true; table: Table } | Refused {
  const rows: TableRow[] = [];
  let end = skipped;
  try {
    parse(text, {
      delimiter: separatorOf(text),
      relax_column_count: true,
      trim: true,
      max_record_size: LONGEST_RECORD,
      to: MOST_DAYS_ROWS + 2,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: end + 1 });
        end = lines + skipped;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    return refused(isOpen ? end + 1 : Number(error.lines ?? 1) + skipped, csvFaultInWords(error.code));
  }
  if (rows.length > MOST_DAYS_ROWS + 1)
    return refused(rows.at(-1)?.line ?? 1, `the file has more than ${MOST_DAYS_ROWS} rows`);
  return { ok: true, table: { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== "")) } };
}

/** The separator is the one that parts the headings; a source may hold a comma. */
function separatorOf(text: string): string {
  const headings = text.trimStart().split(/\r\n|\r|\n/)[0] ?? "";
  const count = (sign: string) => headings.split(sign).length;
  return ["\t", ";", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}

function csvFaultInWords(code: string): string {
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "a quotation mark opened here or below is not closed";
    case "CSV_MAX_RECORD_SIZE":
      return `a row is longer than ${LONGEST_RECORD} characters; perhaps a quotation mark before it is not closed`;
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "there is a quotation mark inside a value; put the value in quotation marks and double those inside";
    default:
      return "the row cannot be split into values";
  }
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
