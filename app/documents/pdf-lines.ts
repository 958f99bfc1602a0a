import { type DrawnFace, measured, piecesOf } from "./pdf-fonts.ts";

/** Words of one face and size; `note` is the number of a footnote that they are, `address` what they link to. */
export type Words = {
  text: string;
  face: DrawnFace;
  size: number;
  note: number | null;
  address: string | null;
};

type Placed = Words & { x: number; width: number };

export type LineOfWords = readonly Placed[];

/** Words in lines of at most `width` points, each sign in a face that has it, and each line in the order in which it is drawn. */
export function linesOf(words: readonly Words[], width: number): readonly LineOfWords[] {
  const drawn = words.flatMap((one) =>
    one.face === "none" ? [one] : piecesOf(one.text, one.face).map((piece) => ({ ...one, ...piece })),
  );
  return layInLines(drawn, width).map(asDrawn);
}

/**
 * A line with its Arabic from right to left: a name of several words is turned round, names beside each other and figures
 * stay in the order of the English that they are in. The letters of a word the face turns round itself.
 */
function asDrawn(line: LineOfWords): LineOfWords {
  if (!line.some(isArabic)) return line;
  const ordered: Words[] = [];
  let name: Words[] = [];
  for (const [at, words] of line.entries()) {
    const next = line[at + 1];
    const isWithin =
      name.length > 0 && /^[ \u2010-]+$/.test(words.text) && next !== undefined && isArabic(next);
    if (isArabic(words) || isWithin) name.unshift(words);
    else {
      ordered.push(...name, words);
      name = [];
    }
  }
  let x = 0;
  return [...ordered, ...name].map((words) => {
    const placed = { ...words, x, width: measured(words.text, words.face, words.size) };
    x += placed.width;
    return placed;
  });
}

function isArabic({ face }: Words): boolean {
  return face === "arabic" || face === "arabicStrong";
}

/**
 * Sets fragments in lines of at most `width`, in points. Lines break at blanks, which stay at the end
 * of the line; what has no blank in it stays together (a word and the number of its footnote), unless it alone is
 * longer than a line. Put together again the lines are the text.
 */
function layInLines(fragments: readonly Words[], width: number): readonly (readonly Placed[])[] {
  const lines: Placed[][] = [];
  let line: Placed[] = [];
  let x = 0;
  for (const unit of unitsOf(fragments, width)) {
    if (x > 0 && x + widthOf(unit) > width) {
      lines.push(line);
      [line, x] = [[], 0];
    }
    for (const fragment of unit) {
      const placed = { ...fragment, x, width: measured(fragment.text, fragment.face, fragment.size) };
      line = withPlaced(line, placed);
      x += placed.width;
    }
  }
  return line.length === 0 ? lines : [...lines, line];
}

type Unit = readonly Words[];

/** The pieces between which a line may break. */
function unitsOf(fragments: readonly Words[], width: number): Unit[] {
  const units: Words[][] = [[]];
  for (const fragment of fragments) {
    for (const text of fragment.text.match(/[^ ]* +|[^ ]+$/g) ?? []) {
      units.at(-1)?.push({ ...fragment, text });
      if (text.endsWith(" ")) units.push([]);
    }
  }
  return units.filter((unit) => unit.length > 0).flatMap((unit) => shortEnough(unit, width));
}

/** A unit that is longer than a line is cut wherever it has to be. */
function shortEnough(unit: Unit, width: number): Unit[] {
  if (widthOf(unit) <= width) return [unit];
  return unit.flatMap((fragment) => [...fragment.text].map((text) => [{ ...fragment, text }]));
}

/** Without the blank at its end, which may hang over the margin. */
function widthOf(unit: Unit): number {
  const last = unit.length - 1;
  return unit.reduce((sum, { text, face, size }, index) => {
    return sum + measured(index === last ? text.trimEnd() : text, face, size);
  }, 0);
}

/** Neighbours of one look are one piece of the line, as wide as both: measuring it anew would cost a long word its square. */
function withPlaced(line: Placed[], placed: Placed): Placed[] {
  const last = line.at(-1);
  if (last === undefined || !looksLike(last, placed)) return [...line, placed];
  const both = { text: `${last.text}${placed.text}`, width: last.width + placed.width };
  return [...line.slice(0, -1), { ...last, ...both }];
}

function looksLike(one: Words, other: Words): boolean {
  return (
    one.face === other.face &&
    one.size === other.size &&
    one.note === other.note &&
    one.address === other.address
  );
}
