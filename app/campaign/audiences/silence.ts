import { capital, numberInWords } from "#app/text/in-words.ts";
import { daysBetween } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

/** After more than this many days without contact an audience counts as silent. */
export const SILENT_AFTER_DAYS = 60;

/** What is compared of an audience in a list; days and instants are of the past or the future as named. */
export type Listed = {
  name: string;
  priority: number;
  lastContactOn: CalendarDate | null;
  nextAt: string | null;
};

/** The orders in which audiences are listed; the first is the one that a page opens with. */
export const AUDIENCE_ORDERS = [
  { value: "silence", label: "Longest without contact", heading: "Longest without contact first" },
  { value: "priority", label: "Priority", heading: "By priority" },
  { value: "next", label: "Next event", heading: "Next event first" },
  { value: "name", label: "Name", heading: "By name" },
] as const;

export type AudienceOrder = (typeof AUDIENCE_ORDERS)[number]["value"];

/**
 * Days since the last contact (a held event or a sent letter), 0 today; null where there was none. Computed,
 * never typed. Source: DOMAIN.md, rule 6.
 */
export function silentDays(lastContactOn: CalendarDate | null, today: CalendarDate): number | null {
  return lastContactOn === null ? null : Math.max(0, daysBetween(lastContactOn, today));
}

/** How long ago the last contact was, "3 days ago". */
export function daysAgo(lastContactOn: CalendarDate, today: CalendarDate): string {
  const days = silentDays(lastContactOn, today);
  return days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
}

/** Whether there has been no contact with an audience ever, or none within 60 days. */
export function isSilent(lastContactOn: CalendarDate | null, today: CalendarDate): boolean {
  const days = silentDays(lastContactOn, today);
  return days === null || days > SILENT_AFTER_DAYS;
}

/** Puts audiences in an order; equal ones follow by priority, then by name. Without any contact the silence is longest. */
export function inAudienceOrder<T extends Listed>(audiences: readonly T[], order: AudienceOrder): T[] {
  return audiences.toSorted(
    (a, b) => COMPARE[order](a, b) || a.priority - b.priority || a.name.localeCompare(b.name, "en"),
  );
}

const COMPARE: Record<AudienceOrder, (a: Listed, b: Listed) => number> = {
  silence: (a, b) => (a.lastContactOn ?? "").localeCompare(b.lastContactOn ?? ""),
  priority: (a, b) => a.priority - b.priority,
  next: (a, b) => (a.nextAt ?? "9").localeCompare(b.nextAt ?? "9"),
  name: (a, b) => a.name.localeCompare(b.name, "en"),
};

/** What the sentence needs of an audience; `nextDay` is the day of its next event in words, or null. */
export type Heard = {
  name: string;
  priority: number;
  lastContactOn: CalendarDate | null;
  nextDay: string | null;
};

/**
 * The sentence over the list of audiences: how many have had no contact with us for over 60 days, and which of those
 * have priority 1. "Four of ten audiences have had no contact with us for over 60 days. One of them, Pentagon, NATO
 * policy, is priority 1 and has its next event on Thu 12 Nov."
 */
export function silenceSentence(audiences: readonly Heard[], today: CalendarDate): string {
  if (audiences.length === 0) return "The campaign has no audiences at present.";
  const silent = audiences.filter((audience) => isSilent(audience.lastContactOn, today));
  const told = `${silentOf(silent.length, audiences.length)}.`;
  if (silent.length === 0 || audiences.length === 1) return told;
  return `${told} ${ofPriorityOne(silent)}`;
}

/**
 * How many of some audiences have had no contact with us for over 60 days, without the full stop, right for one, two and
 * all of them; `which` says which audiences they are, as "priority-1". A letter is contact as well as a meeting.
 */
export function silentOf(silent: number, all: number, which = ""): string {
  const one = which === "" ? "audience" : `${which} audience`;
  const total = numberInWords(all);
  if (silent === 0)
    return `${all === 1 ? `The only ${one} has` : `${all === 2 ? "Both" : `All ${total}`} ${one}s have`} had contact with us in the last 60 days`;
  const over = "contact with us for over 60 days";
  if (all === 1) return `The only ${one} has had no ${over}`;
  if (silent < all)
    return `${capital(numberInWords(silent))} of ${total} ${one}s ${silent === 1 ? "has" : "have"} had no ${over}`;
  return all === 2 ? `Neither ${one} has had ${over}` : `None of the ${total} ${one}s has had ${over}`;
}

function ofPriorityOne(silent: readonly Heard[]): string {
  const first = silent.filter((audience) => audience.priority === 1);
  const [one] = first;
  if (one === undefined && silent.length === 1) return "It is not priority 1.";
  if (one === undefined) return `${silent.length === 2 ? "Neither" : "None"} of them is priority 1.`;
  if (first.length > 1 && first.length === silent.length)
    return `${first.length === 2 ? "Both" : "All"} of them are priority 1.`;
  if (first.length > 1) return `${capital(numberInWords(first.length))} of them are priority 1.`;
  const due = one.nextDay === null ? "has nothing planned" : `has its next event on ${one.nextDay}`;
  if (silent.length === 1) return `It is ${one.name}, which is priority 1 and ${due}.`;
  return `One of them, ${one.name}, is priority 1 and ${due}.`;
}
