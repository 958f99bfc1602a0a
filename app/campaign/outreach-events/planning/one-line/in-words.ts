import { formatDuration, formatLongDay } from "#app/time/format.ts";
import { cityOf } from "#app/time/two-clocks.ts";
import { kindLabel } from "../../kind.ts";
import type { LineFields } from "./fields.ts";
import type { LineContext } from "./said.ts";

/** What was understood of a line, thing by thing, in the words of the form: "Tuesday 17 November 2026", "messages 2 and 3". */
export function understoodInWords(fields: LineFields, context: LineContext): string[] {
  const { kind, schedule, place, groundRule, link, bestBy, minutes } = fields;
  return [
    ...daysInWords(fields),
    ...timeInWords(fields),
    ...(minutes === null ? [] : [formatDuration(minutes)]),
    ...(bestBy === null ? [] : [`best by ${formatLongDay(bestBy)}`]),
    ...(kind === null ? [] : [kindLabel(kind)]),
    ...namesOf(fields.audienceIds, context.audiences),
    ...messagesInWords(fields.messageIds, context),
    ...namesOf(fields.officerIds, context.colleagues).map((name, index) =>
      index === 0 ? `${name} owns it` : `with ${name}`,
    ),
    ...namesOf(fields.contactIds, context.contacts).map((name) => `${name} takes part`),
    ...(place === null ? [] : [`at ${place}`]),
    ...(schedule === null ? [] : [schedule]),
    ...(groundRule === null ? [] : [groundRule]),
    ...(link === null ? [] : [link]),
  ];
}

function daysInWords({ first, last, isAllDay }: LineFields): string[] {
  const days =
    first === null ? [] : [formatLongDay(first) + (last === null ? "" : ` to ${formatLongDay(last)}`)];
  return isAllDay ? [...days, last === null ? "the whole day" : "whole days"] : days;
}

function timeInWords({ start, end, zone, isAllDay }: LineFields): string[] {
  if (start === null || isAllDay) return [];
  const clock = zone === null ? "" : ` on the clock of ${cityOf(zone)}`;
  return [`${start}${end === null ? "" : ` to ${end}`}${clock}`];
}

function messagesInWords(ids: readonly string[], { messages }: LineContext): string[] {
  const numbers = messages.filter(({ id }) => ids.includes(id)).map(({ number }) => String(number));
  if (numbers.length === 0) return [];
  const list = numbers.length === 1 ? numbers : [numbers.slice(0, -1).join(", "), numbers.at(-1) ?? ""];
  return [`${numbers.length === 1 ? "message" : "messages"} ${list.join(" and ")}`];
}

function namesOf(ids: readonly string[], named: readonly { id: string; name: string }[]): string[] {
  return ids.flatMap((id) => named.find((one) => one.id === id)?.name ?? []);
}
