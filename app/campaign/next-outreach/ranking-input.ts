import type { Figure } from "#app/method/figure.ts";
import {
  OUTREACH_SETTINGS,
  type OutreachAdvice,
  type OutreachContact,
  rankOutreach,
} from "#app/method/next-best-outreach.ts";
import { stanceOn, UNKNOWN_STANCE } from "#app/method/stance-over-time.ts";
import { dayNumber, daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** A dated reading of a stance 1..5; where it could not be told there is none. */
export type DatedStance = { readOn: CalendarDate; stance: number };

/** Somebody whom we may approach, as one of an audience. */
export type Approachable = {
  id: string;
  audienceId: string;
  /** The last meeting that the person was at, in any campaign. */
  lastContactOn: CalendarDate | null;
  /** By message, the last day within the time in which a repetition counts. */
  heardOn: Readonly<Record<string, CalendarDate>>;
  /** Readings of the person's own stance: only of those of whom one may be kept. */
  readings: readonly DatedStance[];
};

export type OutreachMessage = {
  id: string;
  number: number;
  title: string;
  standing: "in use" | "on hold" | "not in effect" | "retired";
};

/** An audience of the campaign; its figures stand in the order of the messages. */
export type OutreachRow = {
  audience: { id: string; name: string; priority: number };
  influence: number;
  /** Meetings planned with it in the next 90 days. */
  plannedMeetings: number;
  readings: readonly DatedStance[];
  figures: readonly Figure[];
};

/** All that the ranking of a day is worked out from. */
export type OutreachGround = {
  day: CalendarDate;
  sigma: number;
  messages: readonly OutreachMessage[];
  rows: readonly OutreachRow[];
  /** Those who are ranked: everybody, or those among whom the first are sure to be. */
  contacts: readonly Approachable[];
  /** How many people there are in all, and how many more may not be approached any more. */
  people: number;
  leftOut: number;
};

/** A contact as it was ranked, with its audience and what the method was given. */
export type RankedPlace = { contact: Approachable; row: OutreachRow; input: OutreachContact };

/** Every contact with every message in use, best first; `placeOf` finds what an advice speaks of. */
export type Ranked = {
  advice: readonly OutreachAdvice[];
  messages: readonly OutreachMessage[];
  placeOf: (name: string) => RankedPlace;
};

/**
 * Ranks by the method: p = (4 − priority)/3, the audience's influence, the stance of the person where one is kept, else
 * the audience's, else 3. Only messages in use are weighed against each other. Source: EFFECTIVENESS.md §10, §14.
 */
export function rankedContacts(ground: OutreachGround): Ranked {
  const messages = ground.messages.filter(({ standing }) => standing === "in use");
  const places = placesOf(ground);
  const advice = rankOutreach({
    ...OUTREACH_SETTINGS,
    sigma: ground.sigma,
    contacts: [...places.values()].map(({ input }) => input),
    cells: Object.fromEntries(ground.rows.map((row) => [row.audience.id, cellsOf(row, ground.messages)])),
    plannedMeetings: Object.fromEntries(
      ground.rows.map(({ audience, plannedMeetings }) => [audience.id, plannedMeetings]),
    ),
  });
  const placeOf = (name: string) => {
    const place = places.get(name);
    if (place === undefined) throw new Error("A contact that does not exist was ranked");
    return place;
  };
  return { advice, messages, placeOf };
}

function cellsOf(row: OutreachRow, messages: readonly OutreachMessage[]) {
  return Object.fromEntries(
    messages.flatMap(({ number, standing }, at) => {
      const figure = row.figures[at];
      if (standing !== "in use" || figure === undefined) return [];
      return [[String(number), { mean: figure.mean, variance: figure.variance }]];
    }),
  );
}

/** Each contact of each audience under a name of its own, which sorts as the contact does. */
function placesOf({ rows, contacts, messages, day }: OutreachGround): Map<string, RankedPlace> {
  const rowOf = new Map(rows.map((row) => [row.audience.id, { row, stance: stanceOfAudience(row, day) }]));
  const numberOf = new Map(messages.map(({ id, number }) => [id, number]));
  const places = contacts.flatMap((contact): [string, RankedPlace][] => {
    const found = rowOf.get(contact.audienceId);
    if (found === undefined) return [];
    const name = `${contact.id} ${contact.audienceId}`;
    const stance = stanceOfContact(contact, found.row, day) ?? found.stance;
    return [
      [name, { contact, row: found.row, input: inputOf(name, contact, found.row, stance, numberOf, day) }],
    ];
  });
  return new Map(places);
}

function inputOf(
  name: string,
  contact: Approachable,
  { audience, influence }: OutreachRow,
  stance: number | null,
  numberOf: ReadonlyMap<string, number>,
  day: CalendarDate,
): OutreachContact {
  const heard = Object.entries(contact.heardOn).flatMap(([messageId, on]) => {
    const number = numberOf.get(messageId);
    return number === undefined ? [] : [[String(number), daysBetween(on, day)]];
  });
  return {
    id: name,
    audience: audience.id,
    priority: (4 - audience.priority) / 3,
    influence,
    stance,
    daysSinceContact: contact.lastContactOn === null ? null : daysBetween(contact.lastContactOn, day),
    daysSinceMessage: Object.fromEntries(heard),
  };
}

/** The stance of an audience on a day, or null where nobody has read it. Source: EFFECTIVENESS.md §9. */
export function stanceOfAudience(
  { readings }: Pick<OutreachRow, "readings">,
  day: CalendarDate,
): number | null {
  return readings.length === 0 ? null : posteriorOf(readings, meanOf(readings), day);
}

/** The stance of a person on a day, drawn towards the mean of the audience; null where no reading is kept. */
function stanceOfContact(
  { readings }: Approachable,
  audience: OutreachRow,
  day: CalendarDate,
): number | null {
  return readings.length === 0 ? null : posteriorOf(readings, meanOf(audience.readings), day);
}

function posteriorOf(readings: readonly DatedStance[], mean: number, day: CalendarDate): number {
  const dated = readings.map(({ readOn, stance }) => ({ day: dayNumber(readOn), stance }));
  return stanceOn(dated, mean, dayNumber(day)).mean;
}

function meanOf(readings: readonly DatedStance[]): number {
  if (readings.length === 0) return UNKNOWN_STANCE;
  return readings.reduce((sum, { stance }) => sum + stance, 0) / readings.length;
}
