const LONGEST = 150;

/**
 * A text as it may stand in one line of a mail: no line break, control character or mark that turns the direction
 * of writing, so that no name or title can add a header, a line or a false one. Cut at 150 characters.
 */
export function oneLine(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  const characters = [...clean];
  return characters.length <= LONGEST ? clean : `${characters.slice(0, LONGEST - 1).join("")}…`;
}
