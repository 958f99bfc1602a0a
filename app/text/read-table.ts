import { CsvError, parse } from "csv-parse/sync";

/** One row of a table with the line on which it begins, from 1. */
export type TableRow = { cells: readonly string[]; line: number };

export type TableRead = { ok: true; rows: TableRow[] } | { ok: false; line: number; words: string };

const LONGEST_ROW = 5_000;

/**
 * Takes a table that somebody brings apart into rows and trimmed cells (CSV, RFC 4180), parted by commas, semicolons or
 * tabs; how many each row has is the caller's to ask. Only rows with nothing in them are passed over, and a first line
 * "sep=;", which Excel writes. Refuses, by line, rows over 5,000 characters and stray quotation marks. The caller bounds it.
 */
export function readTable(text: string): TableRead {
  const isSeparatorFirst = /^\uFEFF?sep=.(\r\n|\r|\n)/i.exec(text);
  const table = text.slice(isSeparatorFirst?.[0].length ?? 0);
  const skipped = isSeparatorFirst === null ? 0 : 1;
  const rows: TableRow[] = [];
  let [end, emptyBefore] = [skipped, 0];
  try {
    parse(table, {
      delimiter: separatorOf(table),
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[], { lines, empty_lines }) => {
        if (cells.some((cell) => cell !== ""))
          rows.push({ cells, line: end + empty_lines - emptyBefore + 1 });
        [end, emptyBefore] = [lines + skipped, empty_lines];
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    const line = isOpen ? end + 1 : Number(error.lines ?? 1) + skipped;
    return { ok: false, line, words: csvFaultInWords(error.code) };
  }
  return { ok: true, rows };
}

/** The separator is the one that parts the first line most; a value may hold a comma. */
function separatorOf(text: string): string {
  const first = text.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? "";
  const count = (sign: string) => first.split(sign).length;
  return ["\t", ";", ","].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}

function csvFaultInWords(code: string): string {
  switch (code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "a quotation mark opened here or below is not closed";
    case "CSV_MAX_RECORD_SIZE":
      return `a row is longer than ${LONGEST_ROW} characters; perhaps a quotation mark before it is not closed`;
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "there is a quotation mark inside a value; put the value in quotation marks and double those inside";
    default:
      return "the row cannot be split into values";
  }
}
