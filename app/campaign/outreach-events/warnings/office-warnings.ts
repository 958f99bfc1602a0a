import { isSameOffice, type Office } from "#app/campaign/past-statements/office.ts";
import { formatDay } from "#app/time/format.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { openable } from "./busy-warnings.ts";
import { belongTogether } from "./clash.ts";
import { type Days, daysApart, daysTaken } from "./days-taken.ts";
import { areOfOneSeries, type JudgedEvent, type OtherEvent, type Visited } from "./judged-event.ts";
import type { Warning } from "./warnings.ts";

/**
 * The offices of an event that any campaign visits on a day `clashDays` days away or fewer, before or after. An office
 * is the same where the audience or the person is, or the organisation (of a committee, the side) that they belong to.
 * Whoever is not of the other campaign is told the office, by the name that it has here, the day and "another
 * campaign"; nothing else. The times of one series do not warn of each other. Source: DOMAIN.md, rule 9.
 */
export function officeWarnings(
  event: JudgedEvent,
  others: readonly OtherEvent[],
  clashDays: number,
  today: CalendarDate,
): Warning[] {
  if (!event.visitsOffices) return [];
  const days = daysTaken(event);
  return others
    .filter((other) => other.visitsOffices && !belongTogether(event, other))
    .filter((other) => !areOfOneSeries(event, other))
    .filter((other) => daysApart(days, daysTaken(other)) <= clashDays)
    .flatMap((other) => {
      const offices = officesInCommon(event, other);
      return offices.length === 0 ? [] : [officeWarning(offices, other, today)];
    });
}

function officeWarning(offices: readonly string[], other: OtherEvent, today: CalendarDate): Warning {
  const by = other.seenTitle === null ? "by another campaign" : `(${other.seenTitle})`;
  return {
    kind: "office visited",
    words: `${offices.join("; ")}: also visited ${dayWords(daysTaken(other), today)} ${by}.`,
    who: [],
    other: openable(other),
  };
}

function dayWords({ first, last }: Days, today: CalendarDate): string {
  return first === last
    ? `on ${formatDay(first, today)}`
    : `from ${formatDay(first, today)} to ${formatDay(last, today)}`;
}

/** The offices that both visit, as this event calls them; who has no office of their own stands for it. */
export function officesInCommon(
  event: Pick<JudgedEvent, "participants" | "audiences">,
  other: Pick<OtherEvent, "participants" | "audiences" | "offices">,
): string[] {
  return [
    ...new Set([
      ...event.participants.flatMap((one) => namesInCommon(one, other.participants, other.offices)),
      ...event.audiences.flatMap((one) => namesInCommon(one, other.audiences, other.offices)),
    ]),
  ];
}

function namesInCommon(one: Visited, ids: readonly string[], offices: readonly Office[]): string[] {
  const isIn = ids.includes(one.id);
  if (one.offices.length === 0) return isIn ? [one.name] : [];
  return one.offices
    .filter((office) => isIn || offices.some((other) => isSameOffice(office, other)))
    .map(({ name }) => name);
}
