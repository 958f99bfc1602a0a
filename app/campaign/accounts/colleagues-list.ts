import { CsvError, parse } from "csv-parse/sync";
import { ROLES, type Role } from "#app/http/permission.ts";
import { inWords } from "#app/text/in-words.ts";
import { normaliseEmail } from "./account.ts";

/** A colleague as a line of a list names one. */
export type ListedColleague = { name: string; email: string; role: Role; position: string };

export type ColleaguesRead =
  | { ok: true; colleagues: ListedColleague[] }
  | { ok: false; faults: readonly string[] };

/** So many accounts are added at once, at most: each first password takes time to be kept safely. */
export const MOST_COLLEAGUES = 100;
const LONGEST = 120;

/**
 * Reads a list of colleagues, a line each: name, e-mail, role and, where wanted, position, parted by tabs, semicolons or
 * commas, as a spreadsheet gives them. A first line of headings is passed over. `taken` are the addresses that have an
 * account; one fault refuses the list, and each is named by its line.
 */
export function readColleagues(text: string, taken: ReadonlySet<string>): ColleaguesRead {
  const rows = rowsOf(text);
  if (rows === null) return { ok: false, faults: ["A quotation mark in the list is not closed"] };
  const lines = rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
  const people = lines[0] !== undefined && isHeading(lines[0].cells) ? lines.slice(1) : lines;
  if (people.length === 0) return { ok: false, faults: ["Enter at least one colleague, or choose a file"] };
  if (people.length > MOST_COLLEAGUES)
    return {
      ok: false,
      faults: [`Add at most ${MOST_COLLEAGUES} accounts at a time; this list has ${people.length}`],
    };
  const seen = new Set<string>();
  const read = people.map(({ cells, line }) => readLine(cells, line, { taken, seen }));
  const faults = read.flatMap((one) => (one.ok ? [] : [one.fault]));
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, colleagues: read.flatMap((one) => (one.ok ? [one.colleague] : [])) };
}

type Line = { cells: string[]; line: number };

function rowsOf(text: string): Line[] | null {
  const rows: Line[] = [];
  const first = text.trimStart().split(/\r\n|\r|\n/)[0] ?? "";
  const delimiter = first.includes("\t") ? "\t" : first.includes(";") ? ";" : ",";
  try {
    parse(text, {
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      to: MOST_COLLEAGUES + 2,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: lines });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return null;
  }
  return rows;
}

function isHeading([, email = ""]: readonly string[]): boolean {
  return !email.includes("@") && /mail/i.test(email);
}

type Among = { taken: ReadonlySet<string>; seen: Set<string> };
type LineRead = { ok: true; colleague: ListedColleague } | { ok: false; fault: string };

function readLine(
  [name = "", typed = "", typedRole = "", position = ""]: readonly string[],
  line: number,
  { taken, seen }: Among,
): LineRead {
  const fault = (words: string) => ({ ok: false as const, fault: `Line ${line}: ${words}` });
  if (name === "") return fault("no name");
  if (name.length > LONGEST || position.length > LONGEST)
    return fault(`use ${LONGEST} characters at most for a name or a position`);
  if (typed === "") return fault("no e-mail address");
  const email = normaliseEmail(typed);
  if (email === null) return fault(`“${typed.slice(0, 60)}” is not an e-mail address`);
  if (taken.has(email)) return fault(`${email} already has an account`);
  if (seen.has(email)) return fault(`${email} appears twice`);
  seen.add(email);
  if (typedRole === "") return fault("no role");
  const role = ROLES.find((one) => one === typedRole.toLowerCase());
  if (role === undefined)
    return fault(`the role “${typedRole.slice(0, 60)}” is not one of ${inWords(ROLES)}`);
  return { ok: true, colleague: { name, email, role, position } };
}
