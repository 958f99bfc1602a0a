import { type EventKind, usualMinutes } from "#app/campaign/outreach-events/kind.ts";
import { inWords } from "#app/text/in-words.ts";
import { type CalendarDate, dateIn, timeIn, WASHINGTON } from "#app/time/wall-time.ts";

/** How people meet outside the calendar; each makes an event of a kind, named after whoever was there. */
export const MANNERS = [
  { value: "in passing", label: "In passing", kind: "conversation in passing", place: "" },
  { value: "reception", label: "At a reception", kind: "reception", place: "" },
  { value: "call", label: "By phone", kind: "phone call", place: "" },
  { value: "office", label: "At an office", kind: "office call", place: "" },
  { value: "letter", label: "By letter or e-mail", kind: "letter or e-mail", place: "" },
] as const satisfies readonly { value: string; label: string; kind: EventKind; place: string }[];

export type Manner = (typeof MANNERS)[number];

const BEGINS: Record<Manner["value"], string> = {
  "in passing": "In passing",
  reception: "Reception",
  call: "Phone call",
  office: "Office call",
  letter: "Letter or e-mail",
};

const LONGEST_TITLE = 200;
const NAMED = 3;

/**
 * What an event that was not in the calendar is called: what the officer calls it, else how and with whom it was, by the
 * people, else by the audiences; three are named. "Phone call: Claire Hadley".
 */
export function titleOfUnplanned(
  manner: Manner,
  { called, people, audiences }: { called: string; people: readonly string[]; audiences: readonly string[] },
): string {
  if (called !== "") return called;
  const others = people.length > 0 ? people : audiences;
  const more = others.length - NAMED;
  const names = more > 0 ? [...others.slice(0, NAMED), `${more} more`] : others;
  return [BEGINS[manner.value], inWords(names)].join(": ").slice(0, LONGEST_TITLE);
}

const MINUTE = 60_000;
const SHORTEST = 5;

/**
 * Minutes that it took: what such an event usually takes, but no longer than until now, so that what is over is not in the
 * way of what comes next; five at least.
 */
export function minutesOfUnplanned(manner: Manner, startsAt: Date, now: Date): number {
  const sinceThen = Math.floor((now.getTime() - startsAt.getTime()) / MINUTE);
  return Math.max(SHORTEST, Math.min(usualMinutes(manner.kind), sinceThen));
}

const USUALLY_AGO = 30;

/** When it was unless said otherwise: half an hour ago in Washington, on the five minutes. */
export function usualStart(now: Date): { date: CalendarDate; time: string } {
  const fives = SHORTEST * MINUTE;
  const start = new Date(Math.floor((now.getTime() - USUALLY_AGO * MINUTE) / fives) * fives);
  return { date: dateIn(start, WASHINGTON), time: timeIn(start, WASHINGTON) };
}
