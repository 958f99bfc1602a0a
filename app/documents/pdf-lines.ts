import { type Fragment, layInLines, type Placed } from "./line-layout.ts";
import { type DrawnFace, measured, piecesOf } from "./pdf-fonts.ts";

export type Words = Fragment<DrawnFace>;
export type LineOfWords = readonly Placed<DrawnFace>[];

/** Words in lines of at most `width` points, each sign in a face that has it, and each line in the order in which it is drawn. */
export function linesOf(words: readonly Words[], width: number): readonly LineOfWords[] {
  const drawn = words.flatMap((one) =>
    one.face === "none" ? [one] : piecesOf(one.text, one.face).map((piece) => ({ ...one, ...piece })),
  );
  return layInLines(drawn, width, measured).map(asDrawn);
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
