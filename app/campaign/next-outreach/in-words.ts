import { stanceLabel } from "#app/campaign/audiences/stances/stance.ts";
import { levelInDigits, rangeInWords } from "#app/method/figure.ts";
import { counted, lowered } from "#app/text/in-words.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { FullFactors } from "./candidates.ts";
import type { NextOutreach, OutreachOption } from "./next-outreach.ts";

/** As much of the way back after a meeting counts as long ago: 90 days of a half-life of 45. */
const LONG_AGO = 0.75;

/**
 * The strongest reason for a contact and a message, by the first of these that holds: it is advice against; it would
 * teach more than it is worth now; no contact yet; none for 90 days; the message is well received there; the priority.
 */
export function reasonInWords(option: OutreachOption): string {
  const { total, valueLearn, valueNow, factors, message, level } = option;
  if (total < 0) return `Avoid message ${message.number}: ${verdictInWords(level)} there`;
  if (valueLearn > valueNow) {
    const planned = counted(factors.plannedMeetings, "meeting");
    return `With ${planned} planned there, it is worth finding out how message ${message.number} is received`;
  }
  if (factors.recency.days === null) return "No contact yet";
  if (factors.recency.value >= LONG_AGO) return `No contact for ${factors.recency.days} days`;
  if (level.verdict === "Well received") return `Message ${message.number} is well received there`;
  return `Priority ${factors.priority.priority}, influence ${factors.influence.influence} of 5`;
}

/** The level with its word and range: "+1.1 (+0.2 to +2.0), well received, 12 ratings". */
export function levelInWords({ level }: Pick<OutreachOption, "level">): string {
  const { mean, notes } = level;
  return `${levelInDigits(mean)} (${rangeInWords(level)}), ${verdictInWords(level)}, ${counted(notes, "rating")}`;
}

/** A share 0..1, in whole percent: "63 %". */
export function percent(share: number): string {
  return share > 0 && share < 0.005 ? "under 1 %" : `${Math.round(share * 100)} %`;
}

/** What a meeting is worth, or would teach, in points: hundredths of a step of the scale of reception, none cut off to nothing. */
export function pointsInWords(value: number): string {
  const points = Math.round(Math.abs(value) * 100);
  if (points > 0) return `${value < 0 ? "\u2212" : ""}${points}`;
  return value === 0 ? "0" : value < 0 ? "just under 0" : "under 1";
}

function verdictInWords({ notes, verdict }: OutreachOption["level"]): string {
  return notes === 0 ? "not yet heard" : lowered(verdict);
}

/** A factor of the weight: what it is, what it comes from, and its value 0..1. */
export type FactorInWords = { name: string; from: string; value: number };

/** The five factors whose product is the weight, in words. Source: EFFECTIVENESS.md §10. */
export function factorsInWords({ factors, message }: OutreachOption, day: CalendarDate): FactorInWords[] {
  const { priority, influence, stance, recency, repetition } = factors;
  return [
    {
      name: "Priority of the audience",
      from: `${priority.priority} of 3, where 1 is highest`,
      value: priority.value,
    },
    { name: "Influence of the audience", from: `${influence.influence} of 5`, value: influence.value },
    { name: "Openness for this stance", from: stanceInWords(stance), value: stance.value },
    { name: "Time since the last contact", from: recencyInWords(recency, day), value: recency.value },
    {
      name: "Repetition",
      from:
        repetition.heardOn === null
          ? `has not heard message ${message.number} in 90 days`
          : `heard message ${message.number} on ${formatDay(repetition.heardOn, day)}`,
      value: repetition.value,
    },
  ];
}

function stanceInWords({ of, stance }: FullFactors["stance"]): string {
  if (of === "nobody") return "no reading: counted as 3, undecided";
  const whose = of === "the person" ? "the person’s own" : "the audience’s";
  return `${stance.toFixed(1)}, ${stanceLabel(Math.round(stance)).toLowerCase()}, ${whose}`;
}

function recencyInWords({ days, lastContactOn }: FullFactors["recency"], day: CalendarDate): string {
  if (days === null || lastContactOn === null) return "no contact yet";
  return days === 0
    ? "last contact on this day"
    : `${counted(days, "day")}, last contact on ${formatDay(lastContactOn, day)}`;
}

/** The list in a sentence, or why it is empty or advises nobody. */
export function outreachSentence({ contacts, messages, first }: NextOutreach): string {
  if (messages === 0) return "No message is in use on this day, so there is nothing to suggest.";
  if (contacts === 0) return "There is no one to approach: add contacts to the campaign’s audiences.";
  const worth = first.filter(({ total }) => total > 0);
  if (worth.length === 0)
    return "No one stands out yet: for each person, contact was very recent, or no message is known to be well received.";
  const audiences = new Set(worth.map(({ audience }) => audience.id)).size;
  if (worth.length === 1)
    return "One person would be worth meeting first, with the message best suited to them.";
  return `${worth.length} people in ${counted(audiences, "audience")} would be worth meeting first, each with the message best suited to them.`;
}

/** The best few, each of another audience while there are audiences; the best first. */
export function bestFew(first: readonly OutreachOption[], count: number): OutreachOption[] {
  const worth = first.filter(({ total }) => total > 0);
  const leading = worth.filter(
    ({ audience }, at) => worth.findIndex((other) => other.audience.id === audience.id) === at,
  );
  const others = worth.filter((option) => !leading.includes(option));
  const chosen = new Set([...leading, ...others].slice(0, count));
  return worth.filter((option) => chosen.has(option));
}

/** Where a meeting with the person, the audience and the message is planned, under the campaign's address. */
export function planPath({ audience, message, contactId }: OutreachOption): string {
  const about = new URLSearchParams({ audience: audience.id, message: message.id, contact: contactId });
  return `/events/new?${about}`;
}
