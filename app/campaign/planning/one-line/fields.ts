import type { EventKind } from "#app/campaign/outreach-events/kind.ts";
import type { GroundRule } from "#app/text/handling.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, instantOf, type TimeOfDay, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import type { LineRepeat } from "./repeats.ts";
import type { LineContext, Said } from "./said.ts";

/** What the line says of an event, as far as it is clear; null and empty where it says nothing, or is in doubt. */
export type LineFields = {
  title: string;
  kind: EventKind | null;
  first: CalendarDate | null;
  last: CalendarDate | null;
  start: TimeOfDay | null;
  end: TimeOfDay | null;
  zone: Zone | null;
  minutes: number | null;
  repeat: LineRepeat | null;
  isAllDay: boolean;
  bestBy: CalendarDate | null;
  schedule: "tentative" | "confirmed" | null;
  groundRule: GroundRule | null;
  place: string | null;
  link: string | null;
  audienceIds: readonly string[];
  messageIds: readonly string[];
  /** In the order of the line: the first is the owner. */
  officerIds: readonly string[];
  contactIds: readonly string[];
};

/** What the pieces say together, field by field. */
export function fieldsOf(said: readonly Said[], context: LineContext): Omit<LineFields, "title"> {
  const one = <About extends Said["about"]>(about: About) => said.find(isAbout(about)) ?? null;
  const all = <About extends Said["about"]>(about: About) => said.filter(isAbout(about));
  const date = one("date");
  const time = one("time");
  const repeat = one("repeat");
  const days = daysMeant(date ?? firstOf(repeat, context), time, context);
  const meal = one("meal");
  const isSpanWithoutTime = days.last !== null && time === null;
  return {
    kind: one("kind")?.kind ?? (meal === null ? null : "office call"),
    ...days,
    start: time?.start ?? null,
    end: time?.end ?? null,
    zone: time?.zone ?? null,
    minutes: one("length")?.minutes ?? meal?.minutes ?? null,
    repeat:
      repeat === null ? null : repeatMeant(repeat, one("until")?.date ?? null, one("times")?.count ?? null),
    isAllDay: one("whole day") !== null || isSpanWithoutTime,
    bestBy: one("best by")?.date ?? null,
    schedule: one("schedule")?.schedule ?? null,
    groundRule: one("ground rule")?.rule ?? null,
    place: one("place")?.place ?? null,
    link: one("link")?.link ?? null,
    audienceIds: [...new Set(all("audience").flatMap(({ ids }) => ids))],
    messageIds: [...new Set(all("messages").flatMap(({ ids }) => ids))],
    officerIds: [...new Set(all("officer").map(({ id }) => id))],
    contactIds: [...new Set(all("contact").map(({ id }) => id))],
  };
}

function isAbout<About extends Said["about"]>(about: About) {
  return (says: Said): says is Extract<Said, { about: About }> => says.about === about;
}

type DateSaid = Extract<Said, { about: "date" }>;
type TimeSaid = Extract<Said, { about: "time" }>;

type RepeatSaid = Extract<Said, { about: "repeat" }>;

/** The first day of a rhythm that names one; today's goes to the next week where its time has passed. */
function firstOf(repeat: RepeatSaid | null, { today }: LineContext): DateSaid | null {
  if (repeat === null || repeat.first === null) return null;
  const isTodays = repeat.repeat === "weekly" && repeat.first === today;
  return { about: "date", first: repeat.first, last: null, ifPassed: isTodays ? addDays(today, 7) : null };
}

function repeatMeant(
  { repeat, every, weekdays }: RepeatSaid,
  until: CalendarDate | null,
  count: number | null,
): LineRepeat {
  return { repeat, every, weekdays, until, count };
}

/** A weekday of today's name is today, until its time has passed: then it is a week later. */
function daysMeant(date: DateSaid | null, time: TimeSaid | null, { now }: LineContext) {
  if (date === null) return { first: null, last: null };
  const { first, last, ifPassed } = date;
  if (ifPassed === null || time === null) return { first, last };
  const zone = time.zone ?? WASHINGTON;
  const starts = instantOf(`${first}T${time.start}`, zone, "first");
  const isPast = starts.ok && starts.instant <= now;
  return { first: isPast ? ifPassed : first, last };
}
