import { knowledgeGradient } from "./comparison.ts";
import { standardNormalProbability } from "./normal-distribution.ts";
import { UNKNOWN_STANCE } from "./stance-over-time.ts";

/** Judgements, shown on the page with their date. Source: EFFECTIVENESS.md §10. */
export const OUTREACH_SETTINGS = {
  wbar: 0.3,
  recencyHalfLifeDays: 45,
  repeatPenalty: 0.5,
  repeatDays: 90,
} as const;

export type OutreachContact = {
  id: string;
  audience: string;
  /** (4 − priority)/3: above 0, at most 1. */
  priority: number;
  influence: number;
  /** 1..5; null takes the middle. */
  stance: number | null;
  daysSinceContact: number | null;
  daysSinceMessage: Readonly<Record<string, number>>;
};

export type OutreachInput = {
  sigma: number;
  wbar: number;
  recencyHalfLifeDays: number;
  repeatPenalty: number;
  repeatDays: number;
  contacts: readonly OutreachContact[];
  /** By audience, then message: the level's mean and variance. */
  cells: Readonly<Record<string, Readonly<Record<string, { mean: number; variance: number }>>>>;
  plannedMeetings: Readonly<Record<string, number>>;
};

export type OutreachAdvice = {
  contact: string;
  message: number;
  weight: number;
  valueNow: number;
  valueLearn: number;
  total: number;
  pGood: number;
  pBad: number;
  kg: number;
};

/**
 * Every contact with every message of its audience, best total first, then by contact and message. A negative total
 * is advice against. Source: EFFECTIVENESS.md §10.
 */
export function rankOutreach(input: OutreachInput): OutreachAdvice[] {
  const audiences = Object.entries(input.cells);
  const prospects = new Map(audiences.map(([id, cells]) => [id, prospectsOf(cells, input.sigma)]));
  return input.contacts
    .flatMap((contact) => adviceFor(contact, prospects.get(contact.audience) ?? [], input))
    .toSorted((a, b) => b.total - a.total || compareText(a.contact, b.contact) || a.message - b.message);
}

/** What one more meeting teaches, and how likely it goes well or badly: the same for everybody of an audience. */
type Prospect = { message: string; mean: number; kg: number; pGood: number; pBad: number };

function prospectsOf(cells: OutreachInput["cells"][string], sigma: number): Prospect[] {
  const noise = sigma * sigma;
  const each = Object.entries(cells);
  const learnings = knowledgeGradient(
    each.map(([, { mean }]) => mean),
    each.map(([, { variance }]) => variance),
    noise,
  );
  return each.map(([message, { mean, variance }], index) => {
    const sd = Math.sqrt(variance + noise);
    const pGood = 1 - standardNormalProbability((0.5 - mean) / sd);
    const pBad = standardNormalProbability((-0.5 - mean) / sd);
    return { message, mean, kg: learnings[index] ?? 0, pGood, pBad };
  });
}

function adviceFor(
  contact: OutreachContact,
  prospects: readonly Prospect[],
  input: OutreachInput,
): OutreachAdvice[] {
  return prospects.map(({ message, mean, kg, pGood, pBad }) => {
    const weight = weightOf(contact, message, input);
    const valueNow = weight * mean;
    const valueLearn = (input.plannedMeetings[contact.audience] ?? 0) * input.wbar * kg;
    const total = valueNow + valueLearn;
    return {
      contact: contact.id,
      message: Number(message),
      weight,
      valueNow,
      valueLearn,
      total,
      pGood,
      pBad,
      kg,
    };
  });
}

function weightOf(contact: OutreachContact, message: string, input: OutreachInput): number {
  const { priority, influence, openness, recency, repetition } = factorsOf(contact, message, input);
  return priority * influence * openness * recency * repetition;
}

/** What the weight of a meeting is made of, each 0..1; w is their product. Source: EFFECTIVENESS.md §10. */
export type OutreachFactors = {
  priority: number;
  influence: number;
  openness: number;
  recency: number;
  repetition: number;
};

/** The factors of a contact with a message. Source: EFFECTIVENESS.md §10. */
export function factorsOf(
  contact: OutreachContact,
  message: string,
  settings: Pick<OutreachInput, "recencyHalfLifeDays" | "repeatPenalty" | "repeatDays">,
): OutreachFactors {
  const { priority, influence, stance, daysSinceContact } = contact;
  const since = contact.daysSinceMessage[message];
  return {
    priority,
    influence: influence / 5,
    openness: opennessAt(stance ?? UNKNOWN_STANCE),
    recency: recencyAfter(daysSinceContact, settings),
    repetition: since !== undefined && since <= settings.repeatDays ? settings.repeatPenalty : 1,
  };
}

/** The factor of the days since somebody was met; all of it where nobody has. Source: EFFECTIVENESS.md §10. */
export function recencyAfter(days: number | null, settings: { recencyHalfLifeDays: number }): number {
  return days === null ? 1 : 1 - 2 ** (-days / settings.recencyHalfLifeDays);
}

/** g at the stances 1 to 5: most can be moved in the middle. A judgement. Source: EFFECTIVENESS.md §10. */
export const OPENNESS = [0.1, 0.5, 1, 0.7, 0.2] as const;

/** g of a stance 1..5: piecewise linear between the five. */
function opennessAt(stance: number): number {
  const place = Math.min(4, Math.max(0, stance - 1));
  const left = Math.min(3, Math.floor(place));
  const from = OPENNESS[left] ?? 0;
  return from + (place - left) * ((OPENNESS[left + 1] ?? 0) - from);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
