/** Stars in a line, with the characters on both sides of them ("" at the end of the line). */
export type Stars = { stars: string; before: string; after: string };
/** What some stars turned out to be: a mark that opens, its partner that closes, or plain characters. */
export type Mark = { stars: string; role: "opens" | "closes" | "plain" };

/**
 * Finds the partners among the stars of a line, in their order: each closes the nearest open one of its kind, and
 * what was opened in between stays plain. Three stars are both kinds at once; more are none.
 */
export function pairStars(all: readonly Stars[]): readonly (readonly Mark[])[] {
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
