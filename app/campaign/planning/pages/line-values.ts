import type { FormValues } from "#app/http/form-values.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { formatDate } from "#app/time/format.ts";
import {
  type CalendarDate,
  dayOf,
  instantOf,
  type TimeOfDay,
  timeOf,
  WASHINGTON,
  wallTimeIn,
  type Zone,
} from "#app/time/wall-time.ts";
import { zoneLabel } from "#app/time/zone-choice.ts";
import type { LineFields } from "../one-line/fields.ts";

/** The fields of the form as the line fills them; where it says nothing, what `base` says stays. */
export function valuesOfLine(base: FormValues, fields: LineFields): FormValues {
  const { first, last, start, zone, kind, schedule, groundRule, place, link, officerIds } = fields;
  const minutes = fields.minutes ?? Number(base.length?.[0] ?? 0);
  const end = fields.isAllDay ? { end: null, lastDate: last } : endOf(fields, minutes, zone ?? WASHINGTON);
  const said: Record<string, readonly (string | null)[]> = {
    title: [fields.title === "" ? null : fields.title],
    kind: [kind],
    date: [first === null ? null : formatDate(first)],
    start: [fields.isAllDay ? "" : start],
    end: [fields.isAllDay ? "" : end.end],
    lastDate: [first === null ? null : end.lastDate === null ? "" : formatDate(end.lastDate)],
    allDay: [fields.isAllDay ? "on" : null],
    zone: [zone === null ? null : zoneLabel(zone)],
    schedule: [schedule],
    groundRule: [groundRule],
    place: [place],
    link: [link],
    length: [minutes > 0 ? String(minutes) : null],
    ...repeatValues(base, fields.repeat),
    bestBy: [fields.bestBy === null ? null : formatDate(fields.bestBy)],
    owner: [officerIds[0] ?? null],
    officers: officerIds,
    audiences: together(base.audiences, fields.audienceIds),
    messages: together(base.messages, fields.messageIds),
    contacts: together(base.contacts, fields.contactIds),
  };
  const clear = Object.entries(said).flatMap(([name, values]) => {
    const known = values.flatMap((value) => (value === null ? [] : [value]));
    return known.length === 0 ? [] : [[name, known] as const];
  });
  return { ...base, ...Object.fromEntries(clear) };
}

function repeatValues(
  base: FormValues,
  said: LineFields["repeat"],
): Record<string, readonly (string | null)[]> {
  if (said === null) return { repeat: base.repeat ?? ["never"] };
  const { repeat, every, weekdays, until, count } = said;
  return {
    repeat: [repeat],
    repeatEvery: [every === 1 ? "" : String(every)],
    repeatOn: weekdays.map(String),
    repeatUntil: [until === null ? "" : formatDate(until)],
    repeatCount: [count === null ? "" : String(count)],
  };
}

function together(before: readonly string[] | undefined, more: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...more])];
}

const HALF_A_DAY = 12 * 60;
const MINUTE = 60_000;

/** When it ends: as the line says, else so many minutes after the start. An end at night is on the next day. */
function endOf({ first, last, start, end }: LineFields, minutes: number, zone: Zone) {
  if (end !== null) return { end, lastDate: last ?? nextDay(first, start, end) };
  if (start === null || minutes <= 0) return { end: null, lastDate: last };
  const day: CalendarDate = first ?? "2000-01-01";
  const begins = instantOf(`${day}T${start}`, zone, "first");
  if (!begins.ok) return { end: null, lastDate: last };
  const ends = wallTimeIn(new Date(begins.instant.getTime() + minutes * MINUTE), zone);
  return { end: timeOf(ends), lastDate: last ?? (dayOf(ends) === day ? null : dayOf(ends)) };
}

function nextDay(first: CalendarDate | null, start: TimeOfDay | null, end: TimeOfDay): CalendarDate | null {
  if (first === null || start === null || end > start) return null;
  const night = 24 * 60 - minutesOf(start) + minutesOf(end);
  return night <= HALF_A_DAY ? addDays(first, 1) : null;
}

function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The fields that a line can fill, with their names for whoever reads. */
const LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  kind: "Kind",
  date: "Date",
  start: "Begins",
  end: "Ends",
  lastDate: "Last day",
  allDay: "All day",
  zone: "Time zone",
  repeat: "How it repeats",
  repeatEvery: "Repeat every",
  repeatOn: "On these days",
  repeatUntil: "Until",
  repeatCount: "How many times",
  schedule: "Schedule",
  groundRule: "Ground rule",
  place: "Where",
  link: "Link",
  length: "Length",
  bestBy: "Ideally by",
  owner: "Owner",
  officers: "From us",
  audiences: "Audiences",
  messages: "Messages",
  contacts: "Participants",
};

/**
 * What stands in the form when the line is read again: what it says now, but where a field was changed by hand since
 * the line was read last, that stays. `byHand` names the fields of which line and hand say different things.
 */
export function mergeByHand(
  before: FormValues,
  after: FormValues,
  typed: FormValues,
): { values: FormValues; byHand: string[] } {
  const values: Record<string, readonly string[]> = { ...typed };
  const byHand: string[] = [];
  for (const [name, label] of Object.entries(LABELS)) {
    if (isSame(typed[name], before[name])) values[name] = after[name] ?? [];
    else if (!isSame(after[name], before[name]) && !isSame(after[name], typed[name])) byHand.push(label);
  }
  // An end that follows from the start of the line does not follow from another: the length does.
  const isMoved = !isSame(typed.start, before.start) && isSame(typed.end, before.end);
  if (isMoved && (after.length?.[0] ?? "") !== "") values.end = [""];
  return { values: copied(values), byHand };
}

function copied(values: Readonly<Record<string, readonly string[]>>): FormValues {
  return Object.fromEntries(Object.entries(values).map(([name, list]) => [name, [...list]]));
}

function isSame(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return wordsOf(one) === wordsOf(other);
}

function wordsOf(values: readonly string[] | undefined): string {
  return JSON.stringify(
    (values ?? [])
      .map((value) => value.trim())
      .filter((value) => value !== "")
      .toSorted(),
  );
}
