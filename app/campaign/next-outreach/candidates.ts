import { factorsOf, OUTREACH_SETTINGS, type OutreachContact } from "#app/method/next-best-outreach.ts";
import { UNKNOWN_STANCE } from "#app/method/stance-over-time.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Approachable, OutreachMessage, OutreachRow } from "./ranking-input.ts";

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

/** The factors of a weight, each with what it comes from; the weight is the product of the five values. */
export type FullFactors = {
  /** Of the audience in the campaign, 1 the highest; (4 − priority)/3. */
  priority: { priority: number; value: number };
  /** Of the audience in the campaign, 1..5, as a fifth. */
  influence: { influence: number; value: number };
  /** Whose stance it is; nobody's counts as 3. `value` is how open somebody of that stance is. */
  stance: { of: "the person" | "the audience" | "nobody"; stance: number; value: number };
  recency: { lastContactOn: CalendarDate | null; days: number | null; value: number };
  repetition: { heardOn: CalendarDate | null; value: number };
  plannedMeetings: number;
};

/** What the weight of one contact with one message comes from. Source: EFFECTIVENESS.md §10. */
export function factorsInFull({
  contact,
  row,
  input,
  message,
}: {
  contact: Approachable;
  row: OutreachRow;
  input: OutreachContact;
  message: OutreachMessage;
}): FullFactors {
  const { audience, influence, plannedMeetings, readings } = row;
  const values = factorsOf(input, String(message.number), OUTREACH_SETTINGS);
  const isRepeated = values.repetition < 1;
  return {
    priority: { priority: audience.priority, value: values.priority },
    influence: { influence, value: values.influence },
    stance: {
      of: whoseStance(contact.readings.length, readings.length),
      stance: input.stance ?? UNKNOWN_STANCE,
      value: values.openness,
    },
    recency: { lastContactOn: contact.lastContactOn, days: input.daysSinceContact, value: values.recency },
    repetition: {
      heardOn: isRepeated ? (contact.heardOn[message.id] ?? null) : null,
      value: values.repetition,
    },
    plannedMeetings,
  };
}

function whoseStance(own: number, audiences: number): FullFactors["stance"]["of"] {
  if (own > 0) return "the person";
  return audiences > 0 ? "the audience" : "nobody";
}
