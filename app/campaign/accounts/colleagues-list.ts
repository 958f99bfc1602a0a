import { ROLES, type Role } from "#app/http/permission.ts";
import { inWords } from "#app/text/in-words.ts";
import { readTable } from "#app/text/read-table.ts";
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
  const table = readTable(text);
  if (!table.ok) return { ok: false, faults: [`Line ${table.line}: ${table.words}`] };
  const people = table.rows.slice(isHeading(table.rows[0]?.cells ?? []) ? 1 : 0);
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

function isHeading([, email = ""]: readonly string[]): boolean {
  return !email.includes("@") && /mail/i.test(email);
}

type Among = { taken: ReadonlySet<string>; seen: Set<string> };
type LineRead = { ok: true; colleague: ListedColleague } | { ok: false; fault: string };

function readLine(
  [name = "", typed = "", typedRole = "", position = "", ...more]: readonly string[],
  line: number,
  { taken, seen }: Among,
): LineRead {
  const fault = (words: string) => ({ ok: false as const, fault: `Line ${line}: ${words}` });
  if (name === "") return fault("no name");
  if (typed === "") return fault("no e-mail address");
  if (typedRole === "") return fault(`no role; use one of ${inWords(ROLES)}`);
  if (more.some((cell) => cell !== ""))
    return fault("more than four values; put any value that contains the separator in quotation marks");
  if (name.length > LONGEST || position.length > LONGEST)
    return fault(`use ${LONGEST} characters at most for a name or a position`);
  const email = normaliseEmail(typed);
  if (email === null) return fault(`“${typed.slice(0, 60)}” is not an e-mail address`);
  if (taken.has(email)) return fault(`${email} already has an account`);
  if (seen.has(email)) return fault(`${email} appears twice`);
  seen.add(email);
  const role = ROLES.find((one) => one === typedRole.toLowerCase());
  if (role === undefined)
    return fault(`the role “${typedRole.slice(0, 60)}” is not one of ${inWords(ROLES)}`);
  return { ok: true, colleague: { name, email, role, position } };
}
