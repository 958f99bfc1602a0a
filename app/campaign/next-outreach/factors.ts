import { factorsOf, OUTREACH_SETTINGS, type OutreachContact } from "#app/method/next-best-outreach.ts";
import { UNKNOWN_STANCE } from "#app/method/stance-over-time.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Approachable, OutreachMessage, OutreachRow } from "./ranking.ts";

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
