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

/** People of one audience alone, without a stance of their own, who were met last on the same day; by their identifiers. */
export type Alike = { audienceId: string; lastContactOn: CalendarDate | null; ids: readonly string[] };

/** Totals that differ by less are taken as equal. */
const CLOSE = 1e-9;

/**
 * Of people who are alike those among whom the first `most` of the ranking, and the worst of each audience and message, are
 * sure to be; the rest need not be worked out. Those who were not met within the time of a repetition differ in their
 * identifiers alone: one of them is ranked for all. Source: EFFECTIVENESS.md §10.
 */
export function candidatesFor(
  ground: Omit<OutreachGround, "contacts">,
  alike: readonly Alike[],
  most: number,
): Alike[] {
  const since = addDays(ground.day, -OUTREACH_SETTINGS.repeatDays);
  const isRecent = ({ lastContactOn }: Alike) => lastContactOn !== null && lastContactOn >= since;
  const settled = alike.filter((group) => !isRecent(group));
  const recent = Map.groupBy(alike.filter(isRecent), ({ audienceId }) => audienceId);
  const { bestOf, worst, mostOf } = rankedAsOne(ground, settled, recent);
  const least = totalOfPlace(bestOf, most) - CLOSE;
  const first = settled.filter((group) => (bestOf.get(group) ?? Number.NEGATIVE_INFINITY) >= least);
  const hasWorse = new Set(settled.map(({ audienceId }) => audienceId));
  return [
    ...first.map((group) => ({ ...group, ids: group.ids.slice(0, most) })),
    ...worst
      .filter((group) => !first.includes(group))
      .map((group) => ({ ...group, ids: group.ids.slice(0, 1) })),
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
      { ...asOne(group, {}), id: `${at} nothing` },
      { ...asOne(group, heard), id: `${at} all` },
    ]),
  );
  const groupOf = new Map(settled.map((group): [Approachable, Alike] => [asOne(group, {}), group]));
  const { advice, placeOf } = rankedContacts({ ...ground, contacts: [...groupOf.keys(), ...ends] });
  const [bestOf, mostOf] = [new Map<Alike, number>(), new Map<string, number>()];
  const lowest = new Map<string, { group: Alike; total: number }>();
  for (const { contact: name, message, total } of advice) {
    const { contact } = placeOf(name);
    const group = groupOf.get(contact);
    if (group === undefined) mostOf.set(contact.audienceId, mostOf.get(contact.audienceId) ?? total);
    else {
      bestOf.set(group, bestOf.get(group) ?? total);
      const pair = `${group.audienceId}/${message}`;
      if (total < (lowest.get(pair)?.total ?? 0)) lowest.set(pair, { group, total });
    }
  }
  return { bestOf, mostOf, worst: [...new Set([...lowest.values()].map(({ group }) => group))] };
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
  for (const [{ ids }, total] of bestOf) {
    people += ids.length;
    if (people >= place) return total;
  }
  return Number.NEGATIVE_INFINITY;
}

function asOne({ audienceId, lastContactOn, ids }: Alike, heardOn: Approachable["heardOn"]): Approachable {
  return { id: ids[0] ?? "", audienceId, lastContactOn, heardOn, readings: [] };
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
