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
  return input.contacts
    .flatMap((contact) => adviceFor(contact, input))
    .toSorted((a, b) => b.total - a.total || compareText(a.contact, b.contact) || a.message - b.message);
}

function adviceFor(contact: OutreachContact, input: OutreachInput): OutreachAdvice[] {
  const cells = Object.entries(input.cells[contact.audience] ?? {});
  const noise = input.sigma * input.sigma;
  const learnings = knowledgeGradient(
    cells.map(([, { mean }]) => mean),
    cells.map(([, { variance }]) => variance),
    noise,
  );
  return cells.map(([message, { mean, variance }], index) => {
    const weight = weightOf(contact, message, input);
    const kg = learnings[index] ?? 0;
    const valueNow = weight * mean;
    const valueLearn = (input.plannedMeetings[contact.audience] ?? 0) * input.wbar * kg;
    const sd = Math.sqrt(variance + noise);
    return {
      contact: contact.id,
      message: Number(message),
      weight,
      valueNow,
      valueLearn,
      total: valueNow + valueLearn,
      pGood: 1 - standardNormalProbability((0.5 - mean) / sd),
      pBad: standardNormalProbability((-0.5 - mean) / sd),
      kg,
    };
  });
}

function weightOf(contact: OutreachContact, message: string, input: OutreachInput): number {
  const { daysSinceContact } = contact;
  const recency = daysSinceContact === null ? 1 : 1 - 2 ** (-daysSinceContact / input.recencyHalfLifeDays);
  const since = contact.daysSinceMessage[message];
  const repeat = since !== undefined && since <= input.repeatDays ? input.repeatPenalty : 1;
  return (
    contact.priority *
    (contact.influence / 5) *
    opennessAt(contact.stance ?? UNKNOWN_STANCE) *
    recency *
    repeat
  );
}

const OPENNESS = [0.1, 0.5, 1, 0.7, 0.2];

/** Most can be moved in the middle: piecewise linear through (1, 0.1) (2, 0.5) (3, 1) (4, 0.7) (5, 0.2). */
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
