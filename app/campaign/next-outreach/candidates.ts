import { factorsOf, OUTREACH_SETTINGS, type OutreachContact } from "#app/method/next-best-outreach.ts";
import { UNKNOWN_STANCE } from "#app/method/stance-over-time.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import {
  type Approachable,
  type OutreachGround,
  type OutreachMessage,
  type OutreachRow,
  rankedContacts,
} from "./ranking-input.ts";

/** How many people of one audience alone, without a stance of their own, were met last on the same day. */
export type Alike = { audienceId: string; lastContactOn: CalendarDate | null; people: number };

/** Totals that differ by less are taken as equal. */
const CLOSE = 1e-9;

/**
 * The groups among whose first `most` identifiers the first `most` of the ranking, and the worst of each audience and
 * message, are sure to be, or among all of a group that was met within the time of a repetition; the rest need not be worked
 * out. Those who were not met within it differ in their identifiers alone: one is ranked for all. Source: EFFECTIVENESS.md §10.
 */
export function candidatesFor<Group extends Alike>(
  ground: Omit<OutreachGround, "contacts">,
  alike: readonly Group[],
  most: number,
): Group[] {
  const since = addDays(ground.day, -OUTREACH_SETTINGS.repeatDays);
  const isRecent = ({ lastContactOn }: Group) => lastContactOn !== null && lastContactOn >= since;
  const settled = alike.filter((group) => !isRecent(group));
  const recent = Map.groupBy(alike.filter(isRecent), ({ audienceId }) => audienceId);
  const { bestOf, worst, mostOf } = rankedAsOne(ground, settled, recent);
  const least = totalOfPlace(bestOf, most) - CLOSE;
  const isAmongFirst = (group: Group) => (bestOf.get(group) ?? Number.NEGATIVE_INFINITY) >= least;
  const hasWorse = new Set(settled.map(({ audienceId }) => audienceId));
  return [
    ...settled.filter((group) => isAmongFirst(group) || worst.has(group)),
    ...[...recent].flatMap(([audienceId, groups]) =>
      hasWorse.has(audienceId) && (mostOf.get(audienceId) ?? Number.NEGATIVE_INFINITY) < least ? [] : groups,
    ),
  ];
}

/**
 * The best total of each group, from the best on; the groups that have the lowest of an audience and a message; and what
 * somebody of an audience who was met lately can be worth at most, whatever was heard: the best total over the messages is
 * a convex function of the factor of the days since, and the highest of such a function lie at both ends.
 */
function rankedAsOne(
  ground: Omit<OutreachGround, "contacts">,
  settled: readonly Alike[],
  recent: ReadonlyMap<string, readonly Alike[]>,
) {
  const heard = Object.fromEntries(ground.messages.map(({ id }) => [id, ground.day]));
  const ends = [...recent.values()].flatMap((groups) =>
    endsOf(groups).flatMap((group, at) => [
      asOne(group, `${at} nothing`, {}),
      asOne(group, `${at} all`, heard),
    ]),
  );
  const groupOf = new Map(
    settled.map((group, at): [Approachable, Alike] => [asOne(group, `${at}`, {}), group]),
  );
  const { advice, placeOf } = rankedContacts({ ...ground, contacts: [...groupOf.keys(), ...ends] });
  const [bestOf, mostOf] = [new Map<Alike, number>(), new Map<string, number>()];
  // Of those that are equally low the first identifier counts, whichever it is in.
  const lowest = new Map<string, { groups: Alike[]; total: number }>();
  for (const { contact: name, message, total } of advice) {
    const { contact } = placeOf(name);
    const group = groupOf.get(contact);
    if (group === undefined) mostOf.set(contact.audienceId, mostOf.get(contact.audienceId) ?? total);
    else {
      bestOf.set(group, bestOf.get(group) ?? total);
      const pair = `${group.audienceId}/${message}`;
      const known = lowest.get(pair) ?? { groups: [], total: 0 };
      if (total < known.total) lowest.set(pair, { groups: [group], total });
      else if (total === known.total) known.groups.push(group);
    }
  }
  return { bestOf, mostOf, worst: new Set([...lowest.values()].flatMap(({ groups }) => groups)) };
}

/** Those who were met longest ago, and those who were met last. */
function endsOf(groups: readonly Alike[]): Alike[] {
  const byDay = groups.toSorted((one, other) =>
    (one.lastContactOn ?? "") < (other.lastContactOn ?? "") ? -1 : 1,
  );
  return [byDay[0], byDay.at(-1)].flatMap((group) => group ?? []);
}

/** The total that stands in this place, everybody counted; that of nobody where there are fewer people. */
function totalOfPlace(bestOf: ReadonlyMap<Alike, number>, place: number): number {
  let people = 0;
  for (const [group, total] of bestOf) {
    people += group.people;
    if (people >= place) return total;
  }
  return Number.NEGATIVE_INFINITY;
}

function asOne(
  { audienceId, lastContactOn }: Alike,
  id: string,
  heardOn: Approachable["heardOn"],
): Approachable {
  return { id, audienceId, lastContactOn, heardOn, readings: [] };
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
