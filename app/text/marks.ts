import { isWebAddress } from "./text-limits.ts";

/** Words that look the same throughout. `address` is where they link to; null for plain words. */
export type WordsRun = {
  kind: "words";
  text: string;
  isStrong: boolean;
  isEmphasis: boolean;
  address: string | null;
};

/** A piece of a text as it is read: words, or the place where a proof point is cited by its code. */
export type Run = WordsRun | { kind: "footnote"; code: string };

const FOOTNOTE = String.raw`\[\^(?<code>[A-Za-z0-9]{1,12})\]`;
const LINK = String.raw`\[(?<linked>(?:\\.|[^\\[\]\n])+)\]\((?<address>(?:[^\s()]|\([^\s()]*\))+)\)`;
const PIECE = new RegExp(String.raw`\\(?<escaped>[\\*[\]])|${FOOTNOTE}|${LINK}|(?<stars>\*+)`, "g");

/**
 * Reads the notation of a block's text: `**strong**`, `*emphasis*`, `[words](https://address)` and `[^P3]`, the mark
 * that cites the proof point P3. Strong and emphasis may stand in one another and around or in a link; they open
 * before a letter or sign, close after one, and never reach over the end of a line. A mark without its partner, a
 * link to anything but http, https or mailto, and everything else stand as they were typed; a backslash before one
 * of `\ * [ ]` makes it a plain character. Every text can be read: nothing is refused. Line ends stay in the words.
 */
export function parseMarks(text: string): readonly Run[] {
  return joined(text.split(/(?<=\n)/).flatMap((line) => parseLine(line, null)));
}

/** The words of a text as they are read: without marks, footnotes and addresses. For counting and comparing. */
export function plainWords(text: string): string {
  return parseMarks(text)
    .map((run) => (run.kind === "words" ? run.text : ""))
    .join("");
}

/** The codes of the proof points that a text cites, each once, in the order of their first mention. */
export function citedCodes(text: string): readonly string[] {
  return [...new Set(parseMarks(text).flatMap((run) => (run.kind === "footnote" ? [run.code] : [])))];
}

/** A text without its footnote marks, everything else as it was typed: to tell whether the wording is the same. */
export function withoutFootnoteMarks(text: string): string {
  let rest = "";
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    if (match.groups?.code === undefined) continue;
    rest += text.slice(end, match.index);
    end = match.index + match[0].length;
  }
  return rest + text.slice(end);
}

type Piece = { runs: readonly Run[] } | Stars;

function parseLine(line: string, address: string | null): readonly Run[] {
  const pieces = piecesOf(line, address);
  const marks = pairStars(pieces.filter(isStars)).values();
  const within = { "**": false, "*": false };
  return pieces.flatMap((piece): readonly Run[] => {
    if (!isStars(piece)) return piece.runs.map((run) => dressed(run, within));
    return (marks.next().value ?? []).flatMap(({ stars, role }) => {
      if (role === "plain") return [dressed(plain(stars, address), within)];
      if (stars === "*" || stars === "**") within[stars] = role === "opens";
      return [];
    });
  });
}

/** A line cut into runs that are complete in themselves and stars that may be marks. */
function piecesOf(line: string, address: string | null): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of line.matchAll(PIECE)) {
    pieces.push({ runs: [plain(line.slice(end, match.index), address)] });
    end = match.index + match[0].length;
    const stars = match.groups?.stars;
    if (stars === undefined) pieces.push({ runs: runsOf(match, address) });
    else pieces.push({ stars, before: line.charAt(match.index - 1), after: line.charAt(end) });
  }
  return [...pieces, { runs: [plain(line.slice(end), address)] }];
}

function runsOf(match: RegExpExecArray, around: string | null): readonly Run[] {
  const { escaped, code, linked, address } = match.groups ?? {};
  if (code !== undefined) return [{ kind: "footnote", code }];
  if (linked !== undefined && address !== undefined && isLinkAddress(address))
    return parseLine(linked, address);
  return [plain(escaped ?? match[0], around)];
}

function isStars(piece: Piece): piece is Stars {
  return "stars" in piece;
}

function plain(text: string, address: string | null): WordsRun {
  return { kind: "words", text, isStrong: false, isEmphasis: false, address };
}

function dressed(run: Run, within: { "**": boolean; "*": boolean }): Run {
  if (run.kind === "footnote") return run;
  return { ...run, isStrong: run.isStrong || within["**"], isEmphasis: run.isEmphasis || within["*"] };
}

/** Neighbours that look the same are one run. */
function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (run.kind === "words" && run.text === "") continue;
    if (run.kind === "words" && last?.kind === "words" && looksLike(run, last)) {
      all.splice(-1, 1, { ...last, text: last.text + run.text });
    } else all.push(run);
  }
  return all;
}

function looksLike(one: WordsRun, other: WordsRun): boolean {
  return (
    one.isStrong === other.isStrong && one.isEmphasis === other.isEmphasis && one.address === other.address
  );
}

/** Whether words of a paper may link there: a web address as of a source, or a mail address after `mailto:`. */
function isLinkAddress(address: string): boolean {
  return isWebAddress(address) || /^mailto:[^\s@\p{Cc}]{1,64}@[^\s@\p{Cc}]{1,190}$/u.test(address);
}

/** Stars in a line, with the characters on both sides of them ("" at the end of the line). */
type Stars = { stars: string; before: string; after: string };

/** What some stars turned out to be: a mark that opens, its partner that closes, or plain characters. */
type Mark = { stars: string; role: "opens" | "closes" | "plain" };

/**
 * Finds the partners among the stars of a line, in their order: each closes the nearest open one of its kind, and
 * what was opened in between stays plain. Three stars are both kinds at once; more are none.
 */
function pairStars(all: readonly Stars[]): readonly (readonly Mark[])[] {
  const open: Mark[] = [];
  return all.map((stars) =>
    kindsOf(stars.stars, open.at(-1)).map((kind) => markOf({ ...stars, stars: kind }, open)),
  );
}

function kindsOf(stars: string, latest: Mark | undefined): readonly string[] {
  if (stars.length !== 3) return [stars];
  return latest?.stars === "*" ? ["*", "**"] : ["**", "*"];
}

function markOf(stars: Stars, open: Mark[]): Mark {
  const at = canClose(stars) ? open.findLastIndex((mark) => mark.stars === stars.stars) : -1;
  const [opener] = at === -1 ? [] : open.splice(at);
  if (opener !== undefined) {
    opener.role = "opens";
    return { stars: stars.stars, role: "closes" };
  }
  const mark: Mark = { stars: stars.stars, role: "plain" };
  if (canOpen(stars)) open.push(mark);
  return mark;
}

function canOpen(stars: Stars): boolean {
  return stars.stars.length < 3 && /\S/.test(stars.after) && !isBetweenDigits(stars);
}

function canClose(stars: Stars): boolean {
  return stars.stars.length < 3 && /\S/.test(stars.before) && !isBetweenDigits(stars);
}

/** As in 2*3*4. */
function isBetweenDigits({ before, after }: Stars): boolean {
  return /\d/.test(before) && /\d/.test(after);
}
