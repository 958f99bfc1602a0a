/** Words of one face and size; `note` is the number of a footnote that they are, `address` what they link to. */
export type Fragment<Face> = {
  text: string;
  face: Face;
  size: number;
  note: number | null;
  address: string | null;
};
export type Placed<Face> = Fragment<Face> & { x: number; width: number };
export type Measure<Face> = (text: string, face: Face, size: number) => number;

/**
 * Sets fragments in lines of at most `width`, in the unit of `measure`. Lines break at blanks, which stay at the end
 * of the line; what has no blank in it stays together (a word and the number of its footnote), unless it alone is
 * longer than a line. Put together again the lines are the text.
 */
export function layInLines<Face>(
  fragments: readonly Fragment<Face>[],
  width: number,
  measure: Measure<Face>,
): readonly (readonly Placed<Face>[])[] {
  const lines: Placed<Face>[][] = [];
  let line: Placed<Face>[] = [];
  let x = 0;
  for (const unit of unitsOf(fragments, width, measure)) {
    if (x > 0 && x + widthOf(unit, measure) > width) {
      lines.push(line);
      [line, x] = [[], 0];
    }
    for (const fragment of unit) {
      const placed = { ...fragment, x, width: measure(fragment.text, fragment.face, fragment.size) };
      line = withPlaced(line, placed);
      x += placed.width;
    }
  }
  return line.length === 0 ? lines : [...lines, line];
}

type Unit<Face> = readonly Fragment<Face>[];

/** The pieces between which a line may break. */
function unitsOf<Face>(
  fragments: readonly Fragment<Face>[],
  width: number,
  measure: Measure<Face>,
): Unit<Face>[] {
  const units: Fragment<Face>[][] = [[]];
  for (const fragment of fragments) {
    for (const text of fragment.text.match(/[^ ]* +|[^ ]+$/g) ?? []) {
      units.at(-1)?.push({ ...fragment, text });
      if (text.endsWith(" ")) units.push([]);
    }
  }
  return units.filter((unit) => unit.length > 0).flatMap((unit) => shortEnough(unit, width, measure));
}

/** A unit that is longer than a line is cut wherever it has to be. */
function shortEnough<Face>(unit: Unit<Face>, width: number, measure: Measure<Face>): Unit<Face>[] {
  if (widthOf(unit, measure) <= width) return [unit];
  return unit.flatMap((fragment) => [...fragment.text].map((text) => [{ ...fragment, text }]));
}

/** Without the blank at its end, which may hang over the margin. */
function widthOf<Face>(unit: Unit<Face>, measure: Measure<Face>): number {
  const last = unit.length - 1;
  return unit.reduce((sum, { text, face, size }, index) => {
    return sum + measure(index === last ? text.trimEnd() : text, face, size);
  }, 0);
}

/** Neighbours of one look are one piece of the line, as wide as both: measuring it anew would cost a long word its square. */
function withPlaced<Face>(line: Placed<Face>[], placed: Placed<Face>): Placed<Face>[] {
  const last = line.at(-1);
  if (last === undefined || !looksLike(last, placed)) return [...line, placed];
  const both = { text: `${last.text}${placed.text}`, width: last.width + placed.width };
  return [...line.slice(0, -1), { ...last, ...both }];
}

function looksLike<Face>(one: Fragment<Face>, other: Fragment<Face>): boolean {
  return (
    one.face === other.face &&
    one.size === other.size &&
    one.note === other.note &&
    one.address === other.address
  );
}
