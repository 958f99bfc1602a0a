/** The first of a list, and how many these are where there are more; null where these are all. */
export type Cut<Row> = { rows: Row[]; cutAt: number | null };

/** As many of a list as are shown. One more than `most` must have been read, or nobody knows that there are more. */
export function cut<Row>(found: readonly Row[], most: number): Cut<Row> {
  return { rows: found.slice(0, most), cutAt: found.length > most ? most : null };
}

/** How a list is cut: which of many it shows, "follow-ups due soonest" or "first by name", and where the others are. */
export type CutWords = { which: string; others: string };

/** "Only the 200 follow-ups due soonest are listed. The rest will appear as these are done."; empty where all are. */
export function cutInWords(cutAt: number | null, { which, others }: CutWords): string {
  const counted = which.replace(/^(first |next |latest |newest )?/, `$1${cutAt} `);
  return cutAt === null ? "" : `Only the ${counted} are listed. ${others}`;
}

/** So many changes stand in the history of a record; one more is read. */
export const HISTORY_SHOWN = 50;

/** Where the others of a list are that Find reads. */
export const FOUND_BY_WORDS = "Use Find for the others.";

/** Where the others of a list are that no page goes through. */
export const IN_THE_EXPORT = "An administrator’s export contains them all.";

/**
 * A text of at most `most` signs, cut at a word where it is longer, with an ellipsis: the one way in which titles and openings
 * are cut. A first word that is longer than all of it is cut inside. No sign of two units, such as an emoji, is split.
 */
export function atWord(text: string, most: number): string {
  const signs = [...text];
  if (signs.length <= most) return text;
  const cut = signs.slice(0, most - 1).join("");
  const next = signs[most - 1] ?? "";
  const whole = /\s/.test(next) ? cut : cut.replace(/\s+\S*$/, "");
  return `${(whole.trim() === "" ? cut : whole).replace(/[\s,;:–—-]+$/, "")}…`;
}
