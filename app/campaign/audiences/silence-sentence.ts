import { capital, numberInWords } from "#app/text/in-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { isSilent } from "./silence.ts";

/** What the sentence needs of an audience; `nextDay` is the day of its next event in words, or null. */
export type Heard = {
  name: string;
  priority: number;
  lastContactOn: CalendarDate | null;
  nextDay: string | null;
};

/**
 * The sentence over the list of audiences: how many have not been met for over 60 days, and which of those
 * have priority 1. "Four of ten audiences have not been met for over 60 days. One of them, Pentagon, NATO
 * policy, has priority 1 and is due on Thu 12 Nov."
 */
export function silenceSentence(audiences: readonly Heard[], today: CalendarDate): string {
  if (audiences.length === 0) return "No audience yet.";
  const silent = audiences.filter((audience) => isSilent(audience.lastContactOn, today));
  const met = silent.length === 1 ? "has" : "have";
  if (audiences.length === 1)
    return `The one audience has ${silent.length === 1 ? "not been met for over" : "been met within"} 60 days.`;
  const total = numberInWords(audiences.length);
  if (silent.length === 0) return `All of the ${total} audiences have been met within 60 days.`;
  const told = `${capital(numberInWords(silent.length))} of ${total} audiences ${met} not been met for over 60 days.`;
  return `${told} ${ofPriorityOne(silent)}`;
}

function ofPriorityOne(silent: readonly Heard[]): string {
  const first = silent.filter((audience) => audience.priority === 1);
  const [one] = first;
  if (one === undefined)
    return silent.length === 1 ? "It does not have priority 1." : "None of them has priority 1.";
  if (first.length > 1) return `${capital(numberInWords(first.length))} of them have priority 1.`;
  const due = one.nextDay === null ? "has nothing planned" : `is due on ${one.nextDay}`;
  if (silent.length === 1) return `It is ${one.name}, has priority 1 and ${due}.`;
  return `One of them, ${one.name}, has priority 1 and ${due}.`;
}
