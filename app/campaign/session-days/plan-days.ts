import { counted } from "#app/text/in-words.ts";
import { textHash } from "#app/text/text-hash.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Chamber, SessionDay } from "./session-day.ts";

/** A day of which something else is known already. */
export type ChangedDay = { from: SessionDay; to: SessionDay };

/** What taking days over does to those that are known. Every day stands in one of the lists only. */
export type DaysPlan = {
  added: SessionDay[];
  changed: ChangedDay[];
  /** Known from a later day than what is given: kept, unless somebody asks for the earlier word. */
  older: ChangedDay[];
  /** Known, and to be forgotten: only where somebody asked for that. */
  cleared: SessionDay[];
  /** Known, between the first and the last day given for their chamber, and not named: they stay. */
  left: SessionDay[];
  /** How many days say already what is given. */
  same: number;
};

/**
 * Compares days that are given with those that are known. Nothing is forgotten because a file does not name it.
 * `given` names each day of a chamber once; `known` holds at least what is known between their ends.
 */
export function planDays(known: readonly SessionDay[], given: readonly SessionDay[]): DaysPlan {
  const plan: DaysPlan = { added: [], changed: [], older: [], cleared: [], left: [], same: 0 };
  const stored = new Map(known.map((day) => [keyOf(day), day]));
  const named = new Set(given.map(keyOf));
  for (const to of given) {
    const from = stored.get(keyOf(to));
    if (from === undefined) plan.added.push(to);
    else if (isSame(from, to)) plan.same += 1;
    else if (from.asOf > to.asOf) plan.older.push({ from, to });
    else plan.changed.push({ from, to });
  }
  const isBetween = betweenEnds(given);
  plan.left = known.filter((day) => !named.has(keyOf(day)) && isBetween(day));
  return plan;
}

/** What forgetting days of a chamber does: of those that are known nothing is known afterwards. */
export function planClearing(
  known: readonly SessionDay[],
  chamber: Chamber,
  days: readonly CalendarDate[],
): DaysPlan {
  const asked = new Set(days);
  const cleared = known.filter((one) => one.chamber === chamber && asked.has(one.day));
  return { added: [], changed: [], older: [], cleared, left: [], same: days.length - cleared.length };
}

/** How many days in session a file would take away, of all days that are known between its ends. */
export function sessionsEnded(plan: DaysPlan, takesOlder: boolean): { ended: number; standing: number } {
  const overwritten = takesOlder ? [...plan.changed, ...plan.older] : plan.changed;
  const ended = overwritten.filter(
    ({ from, to }) => from.standing === "in session" && to.standing === "away",
  );
  const standing = plan.same + plan.changed.length + plan.older.length + plan.left.length;
  return { ended: ended.length, standing };
}

/** Whether a plan overwrites or forgets anything: then it is shown before it is carried out. */
export function touchesKnown({ changed, older, cleared }: DaysPlan): boolean {
  return changed.length + older.length + cleared.length > 0;
}

/** Whether there is nothing to write; with `takesOlder` an earlier word counts as something. */
export function isNothing({ added, changed, older, cleared }: DaysPlan, takesOlder: boolean): boolean {
  return added.length + changed.length + cleared.length + (takesOlder ? older.length : 0) === 0;
}

/** A name of exactly these changes: who confirms them names what was shown. */
export function nameOfPlan({ added, changed, older, cleared }: DaysPlan): string {
  const pairs = [...changed, ...older].map(({ from, to }) => [...partsOf(from), ...partsOf(to)]);
  return textHash([added.map(partsOf), pairs, changed.length, cleared.map(partsOf)]);
}

function partsOf({ chamber, day, standing, source, asOf }: SessionDay): string[] {
  return [chamber, day, standing, source, asOf];
}

/** "12 days added, 3 changed, 1 forgotten": what was done, for the history. */
export function planInWords(plan: DaysPlan, takesOlder: boolean): string {
  const changed = plan.changed.length + (takesOlder ? plan.older.length : 0);
  const counts = [
    [plan.added.length, "added"],
    [changed, "changed"],
    [plan.cleared.length, "no longer known"],
  ] as const;
  const told = counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${counted(count, "day")} ${what}`);
  return told.length === 0 ? "nothing to change" : told.join(", ");
}

function keyOf({ chamber, day }: SessionDay): string {
  return `${chamber} ${day}`;
}

/** Whether two sources say the same of a day. */
export function isSame(one: SessionDay, other: SessionDay): boolean {
  return one.standing === other.standing && one.source === other.source && one.asOf === other.asOf;
}

function betweenEnds(given: readonly SessionDay[]): (day: SessionDay) => boolean {
  const ends = new Map<Chamber, { first: CalendarDate; last: CalendarDate }>();
  for (const { chamber, day } of given) {
    const known = ends.get(chamber) ?? { first: day, last: day };
    ends.set(chamber, {
      first: day < known.first ? day : known.first,
      last: day > known.last ? day : known.last,
    });
  }
  return ({ chamber, day }) => {
    const end = ends.get(chamber);
    return end !== undefined && day >= end.first && day <= end.last;
  };
}
