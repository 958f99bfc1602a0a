import { OUTREACH_SETTINGS } from "#app/method/next-best-outreach.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** What of a person tells whether he or she can be among the first. */
export type Considered = {
  id: string;
  audienceId: string;
  lastContactOn: CalendarDate | null;
  hasOwnStance: boolean;
};

/**
 * Those among whom the first `most` of the ranking, and the worst of each audience and message, are sure to be; the rest
 * need not be worked out. People of one audience without a stance of their own, not met within the time of a repetition,
 * differ in nothing but the days since: the best total over the messages is then a convex function of the factor of those
 * days, and the highest of such a function lie at both ends. Ties go by identifier. Source: EFFECTIVENESS.md §10.
 */
export function candidatesFor<T extends Considered>(
  people: readonly T[],
  day: CalendarDate,
  most: number,
): T[] {
  const since = addDays(day, -OUTREACH_SETTINGS.repeatDays);
  const severalTimes = repeated(people);
  const isOfItsOwn = ({ id, lastContactOn, hasOwnStance }: T) =>
    hasOwnStance || severalTimes.has(id) || (lastContactOn !== null && lastContactOn >= since);
  const alike = people.filter((person) => !isOfItsOwn(person));
  const groups = Map.groupBy(alike, ({ audienceId }) => audienceId);
  return [...people.filter(isOfItsOwn), ...[...groups.values()].flatMap((group) => ends(group, most))];
}

/** The ids of people who are in several audiences. */
function repeated(people: readonly Considered[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { id } of people) {
    if (seen.has(id)) several.add(id);
    seen.add(id);
  }
  return several;
}

/** Those met longest ago, those met last, and those with the first identifiers, each as many as may be shown. */
function ends<T extends Considered>(group: readonly T[], most: number): T[] {
  if (group.length <= most) return [...group];
  const byId = (a: T, b: T) => compareText(a.id, b.id);
  const byDay = (a: T, b: T) => compareText(a.lastContactOn ?? "", b.lastContactOn ?? "");
  return [
    ...new Set([
      ...foremost(group, most, byId),
      ...foremost(group, most, (a, b) => byDay(a, b) || byId(a, b)),
      ...foremost(group, most, (a, b) => byDay(b, a) || byId(a, b)),
    ]),
  ];
}

/** The first `most` in an order; the rest is not sorted. */
function foremost<T>(group: readonly T[], most: number, compare: (a: T, b: T) => number): T[] {
  const kept: T[] = [];
  for (const one of group) {
    const last = kept[most - 1];
    if (last !== undefined && compare(one, last) >= 0) continue;
    const at = kept.findLastIndex((other) => compare(other, one) <= 0);
    kept.splice(at + 1, 0, one);
    if (kept.length > most) kept.pop();
  }
  return kept;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
