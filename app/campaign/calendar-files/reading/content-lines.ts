import type { Remarks } from "./calendar-reading.ts";

/** A property as the file has it, unfolded. */
export type ContentLine = { name: string; text: string; line: number };

/** A component (VEVENT, VTIMEZONE …) with the properties that are read, and how often it has others. */
export type FileComponent = {
  name: string;
  line: number;
  /** False where the file ends before its END. */
  isWhole: boolean;
  lines: ContentLine[];
  others: Map<string, { line: number; times: number }>;
  inner: FileComponent[];
};

export type Scanned = { ok: true; found: readonly FileComponent[] } | { ok: false; sentence: string };

const DEEPEST = 20;
const MOST_COMPONENTS = 50_000;
const MOST_LINES_READ = 5_000;
const LONGEST_READ = 100_000;
/** Texts of which the beginning is worth having; of an address or a rule it is not. */
const READ_IN_PART = new Set(["SUMMARY", "LOCATION"]);

/**
 * Finds the components of a calendar file and their content lines [RFC 5545, section 3.1], in one pass whatever the file
 * holds: properties that are not `wanted` are counted and never put together, so a folded line of 1 MB costs its reading.
 * A line may be folded anywhere, within the name of its property too; it counts as where it begins. A line is given with its
 * name in capitals and without the group before it.
 *
 * A line that is no property, an END without its BEGIN and a file that ends too early are remarked on. Refuses a file
 * without any component, components nested more than 20 deep, and more than 50,000 of them.
 */
export function scanComponents(text: string, wanted: ReadonlySet<string>, remarks: Remarks): Scanned {
  const tree = componentTree(remarks);
  let current: Piece | null = null;
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    line += 1;
    const first = text.charCodeAt(from);
    if (to > from && (first === SPACE || first === TAB)) {
      if (current !== null) grow(current, text.slice(from + 1, to), wanted);
    } else if (to > from) {
      const refusal = current === null ? null : tree.take(current);
      if (refusal !== null) return { ok: false, sentence: refusal };
      current = begun(text.slice(from, to), line, wanted);
    }
    from = to + 1;
  }
  const refusal = current === null ? null : tree.take(current);
  if (refusal !== null) return { ok: false, sentence: refusal };
  return tree.end();
}

const SPACE = 32;
const TAB = 9;

/** A line as far as it is put together; its name is null until all of it is there, and empty where it has none. */
type Piece = {
  name: string | null;
  text: string;
  length: number;
  line: number;
  isWanted: boolean;
};

const NAME = /^(?:[A-Za-z0-9-]{1,60}\.)?([A-Za-z0-9-]{1,60})(?=[;:])/;
const BEGINNING_OF_NAME = /^[A-Za-z0-9.-]{0,121}$/;

function begun(text: string, line: number, wanted: ReadonlySet<string>): Piece {
  const piece: Piece = { name: null, text, length: text.length, line, isWanted: true };
  settleName(piece, wanted);
  return piece;
}

function settleName(piece: Piece, wanted: ReadonlySet<string>): void {
  const { text } = piece;
  const match = NAME.exec(text);
  if (match === null && BEGINNING_OF_NAME.test(text)) return;
  const found = match?.[1]?.toUpperCase() ?? "";
  piece.name = found;
  piece.isWanted = found === "BEGIN" || found === "END" || wanted.has(found);
  piece.text = piece.isWanted ? found + text.slice(match?.[0].length ?? 0) : "";
}

/** A continuation; past the limit it is counted and dropped, and the property is then remarked on. */
function grow(piece: Piece, more: string, wanted: ReadonlySet<string>): void {
  if (!piece.isWanted) return;
  piece.length += more.length;
  if (piece.length <= LONGEST_READ) piece.text += more;
  if (piece.name === null) settleName(piece, wanted);
}

function componentTree(remarks: Remarks) {
  const roots: FileComponent[] = [];
  const open: FileComponent[] = [];
  let count = 0;
  const begin = (name: string, line: number): string | null => {
    count += 1;
    if (open.length >= DEEPEST)
      return `Line ${line}: components are nested more than ${DEEPEST} levels deep. No real calendar nests that deep, so the file was not read`;
    if (count > MOST_COMPONENTS)
      return `Line ${line}: the file has more than ${MOST_COMPONENTS} components, so it was not read`;
    const component = { name, line, isWhole: false, lines: [], others: new Map(), inner: [] };
    (open.at(-1)?.inner ?? roots).push(component);
    open.push(component);
    return null;
  };
  const end = (name: string, line: number): void => {
    const at = open.findLastIndex((component) => component.name === name);
    if (at < 0) remarks.add(`END:${shown(name)} has no BEGIN before it`, line);
    const closed = at < 0 ? [] : open.splice(at);
    for (const component of closed.slice(1))
      remarks.add(`BEGIN:${shown(component.name)} is not closed before END:${shown(name)}`, component.line);
    for (const component of closed) component.isWhole = true;
  };
  return {
    take(piece: Piece): string | null {
      const { name, line } = piece;
      if (name === "BEGIN") return begin(componentName(piece), line);
      if (name === "END") end(componentName(piece), line);
      else keep(open.at(-1), piece, remarks);
      return null;
    },
    end(): Scanned {
      for (const component of open)
        remarks.add(`The file ends before END:${shown(component.name)}`, component.line);
      return roots.length === 0 ? { ok: false, sentence: NO_CALENDAR } : { ok: true, found: roots };
    },
  };
}

const NO_CALENDAR = "This is not a calendar file: no line in it begins with BEGIN:VCALENDAR";

function componentName({ text }: Piece): string {
  return text
    .slice(text.indexOf(":") + 1)
    .trim()
    .toUpperCase();
}

function keep(component: FileComponent | undefined, piece: Piece, remarks: Remarks): void {
  const { name, line, length } = piece;
  const text = piece.text.slice(0, LONGEST_READ);
  if (component === undefined) remarks.add("A line is outside any BEGIN and END", line);
  else if (name === null || name === "")
    remarks.add("A line cannot be read: it does not begin with a name and a colon", line);
  else if (!piece.isWanted) count(component, name, line);
  else if (length > LONGEST_READ && !READ_IN_PART.has(name))
    remarks.add(`${name} is longer than ${LONGEST_READ} characters and was not read`, line);
  else if (component.lines.length < MOST_LINES_READ)
    component.lines.push({ name, text: withoutNul(name, text, line, remarks), line });
  else remarks.add(`One component has more than ${MOST_LINES_READ} lines; the rest of it was not read`, line);
}

function withoutNul(name: string, text: string, line: number, remarks: Remarks): string {
  if (!text.includes("\0")) return text;
  remarks.add(`${name} contains NUL characters and was read without them`, line);
  return text.replaceAll("\0", "");
}

function count({ others }: FileComponent, name: string, line: number): void {
  const known = others.get(name);
  if (known === undefined && others.size < 200) others.set(name, { line, times: 1 });
  else if (known !== undefined) known.times += 1;
}

/** A name from the file in a sentence: only its letters, and not many. */
function shown(name: string): string {
  const plain = name.replace(/[^A-Z0-9-]/g, "?").slice(0, 40);
  return plain === "" ? "(no name)" : plain;
}
