import { factorsOf, OUTREACH_SETTINGS, recencyAfter } from "#app/method/next-best-outreach.ts";
import { UNKNOWN_STANCE } from "#app/method/stance-over-time.ts";
import { addDays, daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import {
  type OutreachGround,
  type OutreachMessage,
  type RankedPlace,
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
  const worthsOf = worthsOfAudiences(ground);
  const placed = alike.map((group) => {
    const days = group.lastContactOn && daysBetween(group.lastContactOn, ground.day);
    const factor = recencyAfter(days, OUTREACH_SETTINGS);
    return { group, factor, best: bestAt(factor, worthsOf.get(group.audienceId)) };
  });
  const isRecent = ({ group }: Placed<Group>) => (group.lastContactOn ?? "") >= since;
  const settled = placed.filter((one) => !isRecent(one));
  const least = totalOfPlace(settled, most) - CLOSE;
  const ofAudience = Map.groupBy(settled, ({ group }) => group.audienceId);
  const lowest = new Set([...ofAudience].flatMap(([id, groups]) => lowestOf(groups, worthsOf.get(id) ?? [])));
  const recent = Map.groupBy(placed.filter(isRecent), ({ group }) => group.audienceId);
  return [
    ...settled.filter((one) => one.best >= least || lowest.has(one)),
    ...[...recent].flatMap(([id, groups]) =>
      ofAudience.has(id) && mostOf(groups, worthsOf.get(id)) < least ? [] : groups,
    ),
  ].map(({ group }) => group);
}

/** A group with the factor of the days since it was met, and its best total where nothing was heard lately. */
type Placed<Group> = { group: Group; factor: number; best: number };

/** What a message is worth with somebody of an audience: now, times the factor of the days since, and to learn from. */
type Worth = { valueNow: number; valueLearn: number };

/** By audience what each message is worth with somebody who was never met, and so has heard nothing. */
function worthsOfAudiences(ground: Omit<OutreachGround, "contacts">): ReadonlyMap<string, Worth[]> {
  const contacts = ground.rows.map(({ audience }) => {
    return { id: "", audienceId: audience.id, lastContactOn: null, heardOn: {}, readings: [] };
  });
  const { advice, placeOf } = rankedContacts({ ...ground, contacts });
  return Map.groupBy(advice, ({ contact }) => placeOf(contact).row.audience.id);
}

function bestAt(factor: number, worths: readonly Worth[] = []): number {
  return worths.reduce((best, worth) => Math.max(best, totalAt(factor, worth)), Number.NEGATIVE_INFINITY);
}

function totalAt(factor: number, { valueNow, valueLearn }: Worth): number {
  return valueNow * factor + valueLearn;
}

/** The groups with the lowest total of a message, below nought; of those equally low the first identifier counts, whichever it is in. */
function lowestOf<One extends Placed<Alike>>(groups: readonly One[], worths: readonly Worth[]): One[] {
  return worths.flatMap((worth) => {
    if (worth.valueNow >= 0) return [];
    const least = Math.min(...groups.map(({ factor }) => totalAt(factor, worth)));
    return least > CLOSE ? [] : groups.filter(({ factor }) => totalAt(factor, worth) <= least + CLOSE);
  });
}

/**
 * What somebody who was met lately can be worth at most, whatever was heard: the best total over the messages is a convex
 * function of the factor of the days since and of a repetition, and the highest of such a function lie at both ends.
 */
function mostOf(groups: readonly Placed<Alike>[], worths: readonly Worth[] | undefined): number {
  const factors = groups.map(({ factor }) => factor);
  const least = Math.min(...factors) * OUTREACH_SETTINGS.repeatPenalty;
  return Math.max(bestAt(least, worths), bestAt(Math.max(...factors), worths));
}

/** The total that stands in this place, everybody counted; that of nobody where there are fewer people. */
function totalOfPlace(placed: readonly Placed<Alike>[], place: number): number {
  let people = 0;
  for (const { group, best } of placed.toSorted((one, other) => other.best - one.best)) {
    people += group.people;
    if (people >= place) return best;
  }
  return Number.NEGATIVE_INFINITY;
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
}: RankedPlace & { message: OutreachMessage }): FullFactors {
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
