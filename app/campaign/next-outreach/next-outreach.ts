import type { Figure } from "#app/method/figure.ts";
import { OPENNESS, OUTREACH_SETTINGS, type OutreachAdvice } from "#app/method/next-best-outreach.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { type FullFactors, factorsInFull } from "./candidates.ts";
import { type OutreachGround, type Ranked, rankedContacts } from "./ranking-input.ts";

/** One contact with one message: what it is worth, why, and how likely it goes well or badly. */
export type OutreachOption = {
  contactId: string;
  audience: { id: string; name: string };
  message: { id: string; number: number; title: string };
  /** What it is worth now and what it would teach, together; below nought it is advice against that message. */
  total: number;
  valueNow: number;
  valueLearn: number;
  /** What one more meeting teaches, before it is multiplied by the meetings planned and the 0.3. */
  kg: number;
  pGood: number;
  pBad: number;
  weight: number;
  factors: FullFactors;
  level: Pick<Figure, "mean" | "lower" | "upper" | "verdict" | "notes">;
};

/** The judgements that the ranking rests on. They are settings, not estimates. Source: EFFECTIVENESS.md §10. */
export type OutreachJudgements = {
  judgedOn: CalendarDate;
  openness: readonly number[];
  recencyHalfLifeDays: number;
  repeatDays: number;
  repeatPenalty: number;
  learningShare: number;
};

export const OUTREACH_JUDGEMENTS: OutreachJudgements = {
  judgedOn: "2026-11-24",
  openness: OPENNESS,
  recencyHalfLifeDays: OUTREACH_SETTINGS.recencyHalfLifeDays,
  repeatDays: OUTREACH_SETTINGS.repeatDays,
  repeatPenalty: OUTREACH_SETTINGS.repeatPenalty,
  learningShare: OUTREACH_SETTINGS.wbar,
};

/**
 * Whom to see next, with which message. Plain data that may be stored as it is; the names of people stand apart in
 * `people`, so that a stored copy can leave them out.
 */
export type NextOutreach = {
  day: CalendarDate;
  judgements: OutreachJudgements;
  /** Who and what was ranked. */
  contacts: number;
  audiences: number;
  messages: number;
  /** People whose retention date has passed: nobody plans with them. */
  leftOut: number;
  /** Messages that nobody is advised to use just now, with the reason. */
  setAside: readonly { number: number; title: string; reason: "on hold" | "not in effect" }[];
  /** The best message of each person, the best first. */
  first: readonly OutreachOption[];
  /** With whom not to use which message: totals below nought, the worst first, each audience and message once. */
  against: readonly OutreachOption[];
  people: readonly OutreachPerson[];
};

export type OutreachPerson = { id: string; name: string; title: string };

/** How many stand in the list that a page opens with. */
export const FIRST_SHOWN = 20;
const AGAINST_SHOWN = 5;

/**
 * The list for a day, without the names of people. Everybody stands once with the best message, in the order of
 * the totals. Source: EFFECTIVENESS.md §10, §14.
 */
export function nextOutreach(ground: OutreachGround): Omit<NextOutreach, "people"> {
  const ranked = rankedContacts(ground);
  const usable = ranked.messages.length;
  return {
    day: ground.day,
    judgements: OUTREACH_JUDGEMENTS,
    contacts: ground.people,
    audiences: ground.rows.length,
    messages: usable,
    leftOut: ground.leftOut,
    setAside: ground.messages.flatMap(({ number, title, standing }) =>
      standing === "on hold" || standing === "not in effect" ? [{ number, title, reason: standing }] : [],
    ),
    first: bestOfEach(ranked)
      .slice(0, FIRST_SHOWN)
      .map((advice) => optionOf(advice, ranked, ground)),
    against: worst(ranked).map((advice) => optionOf(advice, ranked, ground)),
  };
}

/** A part of a list, chosen once it is known how long the list is. */
export type PartOf = (count: number) => { limit: number; offset: number };

/** A part of the whole ranking, everybody once with the best message, whatever the audience. */
export function everybodyRanked(
  ground: OutreachGround,
  partOf: PartOf,
): { options: OutreachOption[]; count: number } {
  const ranked = rankedContacts(ground);
  const best = bestOfEach(ranked);
  const { limit, offset } = partOf(best.length);
  const part = best.slice(offset, offset + limit);
  return { options: part.map((advice) => optionOf(advice, ranked, ground)), count: best.length };
}

/** The first of each person in the ranking: somebody in two audiences stands once, where the total is highest. */
function bestOfEach({ advice, placeOf }: Ranked): OutreachAdvice[] {
  const seen = new Set<string>();
  return advice.filter(({ contact }) => {
    const id = placeOf(contact).contact.id;
    if (seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

/** The lowest total of each audience and message, where it is below nought; of equal ones the first identifier. */
function worst({ advice, placeOf }: Ranked): OutreachAdvice[] {
  const lowest = new Map<string, OutreachAdvice>();
  for (const one of advice) {
    if (one.total >= 0) continue;
    const pair = `${placeOf(one.contact).contact.audienceId}/${one.message}`;
    const known = lowest.get(pair);
    if (known === undefined || one.total < known.total) lowest.set(pair, one);
  }
  return [...lowest.values()].toSorted((a, b) => a.total - b.total).slice(0, AGAINST_SHOWN);
}

function optionOf(advice: OutreachAdvice, ranked: Ranked, ground: OutreachGround): OutreachOption {
  const { contact, row, input } = ranked.placeOf(advice.contact);
  const at = ground.messages.findIndex(({ number }) => number === advice.message);
  const message = ground.messages[at];
  const figure = row.figures[at];
  if (message === undefined || figure === undefined)
    throw new Error("A message that does not exist was ranked");
  const { total, valueNow, valueLearn, kg, pGood, pBad, weight } = advice;
  const { mean, lower, upper, verdict, notes } = figure;
  return {
    contactId: contact.id,
    audience: { id: row.audience.id, name: row.audience.name },
    message: { id: message.id, number: message.number, title: message.title },
    total,
    valueNow,
    valueLearn,
    kg,
    pGood,
    pBad,
    weight,
    factors: factorsInFull({ contact, row, input, message }),
    level: { mean, lower, upper, verdict, notes },
  };
}
