/** On how many ratings each third of the time has to rest before its audiences are compared. */
export const LEAST_TO_COMPARE_MIX = 8;

/** Above this difference, 0..1, a message is said to have met other people since. */
export const OTHER_PEOPLE = 1 / 3;

/** The ratings of one audience by day, as they are drawn: each by itself, above 500 by the Monday of its week. */
export type RatedBy = { audienceId: string; marks: readonly { day: number; count: number }[] };

/** By how much the audiences of the last third differ from those of the first, 0..1, and whether that is said. */
export type AudienceMix = { difference: number; isOther: boolean; first: number; last: number };

/**
 * Whether a message was used with other people lately than at first. The time from its first rating to `day` is cut in
 * three; in the first and in the last third each audience has a share of the ratings. The difference is half the sum of
 * the changes of these shares: the part of the last ratings that would have to come from others for the shares to be
 * the same. Above a third it is said. Null with fewer than eight ratings in either third. Source: DESIGN.md, section 3
 * (say when the audience mix changed); the limits are judgements.
 */
export function audienceMix(rated: readonly RatedBy[], day: number): AudienceMix | null {
  const days = rated.flatMap(({ marks }) => marks.map((mark) => mark.day)).filter((one) => one <= day);
  if (days.length === 0) return null;
  const start = days.reduce((least, one) => Math.min(least, one), day);
  const third = (day - start + 1) / 3;
  const early = rated.map(({ marks }) => countIn(marks, start, start + third));
  const late = rated.map(({ marks }) => countIn(marks, day + 1 - third, day + 1));
  const [first, last] = [sum(early), sum(late)];
  if (first < LEAST_TO_COMPARE_MIX || last < LEAST_TO_COMPARE_MIX) return null;
  const difference =
    early.reduce((total, count, at) => total + Math.abs(count / first - (late[at] ?? 0) / last), 0) / 2;
  return { difference, isOther: difference > OTHER_PEOPLE, first, last };
}

/** Ratings on days from `from` on and before `to`. */
function countIn(marks: RatedBy["marks"], from: number, to: number): number {
  return sum(marks.filter(({ day }) => day >= from && day < to).map(({ count }) => count));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
