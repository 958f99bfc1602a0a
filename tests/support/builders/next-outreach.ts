import type {
  Approachable,
  OutreachGround,
  OutreachMessage,
  OutreachRow,
} from "#app/campaign/next-outreach/ranking-input.ts";
import type { Figure } from "#app/method/figure.ts";

/** A figure of a level, as a report has it; its range and word are of no weight in a ranking. */
export function figure(mean: number, variance: number, given: Partial<Figure> = {}): Figure {
  return {
    mean,
    variance,
    lower: -2,
    upper: 2,
    pPositive: 0.5,
    ownWeight: 0.5,
    verdict: "Mixed",
    notes: 3,
    raters: 1,
    lastDay: null,
    raw: null,
    ...given,
  };
}

export function message(number: number, standing: OutreachMessage["standing"] = "in use"): OutreachMessage {
  return { id: `m${number}`, number, title: `Message ${number}`, standing };
}

/** An audience of priority 1 and full influence; `levels` are means with a variance of 0.3. */
export function row(id: string, levels: readonly number[], given: Partial<OutreachRow> = {}): OutreachRow {
  return {
    audience: { id, name: `Audience ${id}`, priority: 1 },
    influence: 5,
    plannedMeetings: 0,
    readings: [],
    figures: levels.map((mean) => figure(mean, 0.3)),
    ...given,
  };
}

/** Somebody of an audience who was never met. */
export function person(id: string, audienceId: string, given: Partial<Approachable> = {}): Approachable {
  return { id, audienceId, lastContactOn: null, heardOn: {}, readings: [], ...given };
}

export function ground(given: Partial<OutreachGround>): OutreachGround {
  const people = new Set(given.contacts?.map(({ id }) => id)).size;
  const none = { messages: [], rows: [], contacts: [], leftOut: 0 };
  return { day: "2026-11-26", sigma: 0.8, ...none, people, ...given };
}
