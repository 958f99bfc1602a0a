import type { Repeat } from "#app/campaign/outreach-events/series/repeat-choice.ts";
import { countIn, inWords, ordinal } from "#app/text/in-words.ts";
import { addDays, mondayOf, WEEKDAYS, weekdayOf } from "#app/time/calendar-date.ts";
import { dayInProse } from "#app/time/format.ts";
import { weekdayCalled } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import { readDay } from "./dates.ts";
import type { LineContext, Said } from "./said.ts";
import { longestRun, type Reader } from "./words.ts";

/** How an event repeats: `every` 2 is every second week, month or year; weekdays by ISO 8601, for a weekly one. */
export type LineRepeat = {
  repeat: Exclude<Repeat, "never">;
  every: number;
  weekdays: readonly number[];
  until: CalendarDate | null;
  count: number | null;
};

const MOST_WORDS = 8;

/** How it repeats, and until when: "every second tuesday", "every mon and thu", "monthly", "until 18 dec", "6 times". */
export const repeatReader: Reader = (words, at, { today }) =>
  longestRun(
    words,
    at,
    MOST_WORDS,
    (phrase, next) => readEnd(phrase, next, today) ?? readRepeat(phrase, today),
  );

function readEnd(phrase: string, next: string | null, today: CalendarDate): Said | null {
  const count = /^(?:x ?)?(\d{1,3}) ?(?:times|x)$/.exec(phrase)?.[1];
  if (count !== undefined) return { about: "times", count: Number(count) };
  const day = /^(?:until|till) (.+)$/.exec(phrase)?.[1];
  const says = day === undefined ? null : readDay(day, next, today);
  return says?.about === "date" ? { about: "until", date: says.first } : says;
}

const ALONE: ReadonlyMap<string, [Exclude<Repeat, "never">, number]> = new Map([
  ["weekly", ["weekly", 1]],
  ["every week", ["weekly", 1]],
  ["fortnightly", ["weekly", 2]],
  ["every fortnight", ["weekly", 2]],
  ["every working day", ["working days", 1]],
  ["every workday", ["working days", 1]],
  ["every weekday", ["working days", 1]],
  ["every last working day", ["last working day", 1]],
  ["yearly", ["yearly", 1]],
  ["every year", ["yearly", 1]],
]);

function readRepeat(typed: string, today: CalendarDate): Said | null {
  const phrase = inEnglish(typed);
  const alone = ALONE.get(phrase);
  if (alone !== undefined) return repeating(alone[0], alone[1], [], null);
  if (phrase === "monthly") return onWhichDay("every month");
  return readInterval(phrase) ?? readOrdinal(phrase, today) ?? readWeekdays(phrase, today);
}

/** "každé třetí úterý", "každé 2 měsíce": the numbers and spans of time; the names of the days are known as they are. */
function inEnglish(typed: string): string {
  if (!/^kazd(?:y|e|ou) /.test(typed)) return typed;
  return typed
    .replace(/^kazd(?:y|e|ou) /, "every ")
    .replace(/^every druh(?:y|e|ou) /, "every second ")
    .replace(/^every treti /, "every third ")
    .replace(/^every ctvrt(?:y|e|ou) /, "every fourth ")
    .replace(/^every (dva|tri) /, (_, number) => (number === "dva" ? "every 2 " : "every 3 "))
    .replace(/ mesic[eu]?(?= on |$)/, " month")
    .replace(/ ty(?:den|dny|dnu)$/, " week");
}

function onWhichDay(phrase: string): Said {
  const choices = ["on the same weekday", "on the same day"].map((label) => ({
    label,
    text: `${phrase} ${label}`,
  }));
  return { about: "doubt", question: "On which day does it repeat?", choices, isOfTitle: false };
}

/** "every 2 weeks", "every second year", "every three months on the same day"; of months it is asked on which day. */
function readInterval(phrase: string): Said | null {
  const match = /^every (?:(\w+) )?(?:(week|year)s?|months?( on the same (?:week)?day)?)$/.exec(phrase);
  if (match === null) return null;
  const [, number, unit, day] = match;
  const count = number === undefined ? 1 : (ORDINALS.get(number) ?? countIn(number));
  if (count === null || count < 1 || count > 52) return null;
  if (unit !== undefined) return repeating(unit === "year" ? "yearly" : "weekly", count, [], null);
  if (day === undefined) return onWhichDay(phrase);
  return repeating(day.endsWith("weekday") ? "monthly by weekday" : "monthly by day", count, [], null);
}

const ORDINALS: ReadonlyMap<string, number> = new Map([
  ["other", 2],
  ["second", 2],
  ["2nd", 2],
  ["third", 3],
  ["3rd", 3],
  ["fourth", 4],
  ["4th", 4],
]);

/** Of the month: "every first monday", "every second tuesday of the month", "every last friday". */
function readOrdinal(phrase: string, today: CalendarDate): Said | null {
  const match = /^every (first|1st|second|2nd|third|3rd|fourth|4th|last) ([a-z]+\.?)( of the month)?$/.exec(
    phrase,
  );
  const [, word = "", name = "", ofMonth] = match ?? [];
  const weekday = weekdayCalled(name);
  if (match === null || weekday === null) return null;
  if (word === "last") return repeating("monthly by last weekday", 1, [], lastOfMonth(weekday, today));
  const ordinal = /^(?:first|1st)$/.test(word) ? 1 : (ORDINALS.get(word) ?? 1);
  // "Every second Tuesday" is each fortnight, unless the month is named; "every first" can only be of the month.
  if (ofMonth === undefined && ordinal > 1) return null;
  return repeating("monthly by weekday", 1, [], ofMonthDay(weekday, ordinal, today));
}

/** "every tue", "every second tuesday", "every tue and thu". */
function readWeekdays(phrase: string, today: CalendarDate): Said | null {
  const match = /^every (?:(other|second|2nd|third|3rd|fourth|4th) )?(.+)$/.exec(phrase);
  const weekdays = (match?.[2] ?? "").split(/ and | & | /).map(weekdayCalled);
  const known = weekdays.flatMap((weekday) => weekday ?? []).toSorted((a, b) => a - b);
  if (known.length === 0 || known.length !== weekdays.length) return null;
  const every = match?.[1] === undefined ? 1 : (ORDINALS.get(match[1]) ?? 1);
  const first = known.find((weekday) => weekday >= weekdayOf(today));
  const date = addDays(mondayOf(today), (first ?? (known[0] ?? 1) + 7) - 1);
  return repeating("weekly", every, known, date);
}

function repeating(
  repeat: LineRepeat["repeat"],
  every: number,
  weekdays: readonly number[],
  first: CalendarDate | null,
): Said {
  return { about: "repeat", repeat, every, weekdays, first };
}

/** The next day that is the first, second … such weekday of its month. */
function ofMonthDay(weekday: number, ordinal: number, today: CalendarDate): CalendarDate | null {
  return nextDay(
    today,
    (day) => weekdayOf(day) === weekday && Math.ceil(Number(day.slice(8)) / 7) === ordinal,
  );
}

function lastOfMonth(weekday: number, today: CalendarDate): CalendarDate | null {
  return nextDay(
    today,
    (day) => weekdayOf(day) === weekday && addDays(day, 7).slice(5, 7) !== day.slice(5, 7),
  );
}

const TWO_MONTHS = 62;

function nextDay(today: CalendarDate, isMeant: (day: CalendarDate) => boolean): CalendarDate | null {
  for (let days = 0; days <= TWO_MONTHS; days += 1) {
    const day = addDays(today, days);
    if (isMeant(day)) return day;
  }
  return null;
}

const EVERY = ["every", "every", "every second", "every third", "every fourth"];

/** "every second Tuesday, until Friday 18 December" */
export function repeatInWords(said: LineRepeat, { today }: LineContext): string {
  const { repeat, every, weekdays, until, count } = said;
  const days = inWords(weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? ""));
  const often = EVERY[every] ?? `every ${ordinal(every)}`;
  const rhythm =
    repeat === "weekly" ? `${often} ${days === "" ? "week" : days}` : inMonthOrYear(repeat, often);
  if (until !== null) return `${rhythm}, until ${dayInProse(until, today)}`;
  return count === null ? rhythm : `${rhythm}, ${count} times`;
}

function inMonthOrYear(repeat: Exclude<LineRepeat["repeat"], "weekly">, often: string): string {
  switch (repeat) {
    case "working days":
      return "every working day";
    case "monthly by weekday":
      return `${often} month, on the same weekday`;
    case "monthly by last weekday":
      return `${often} month, on the last such weekday`;
    case "monthly by day":
      return `${often} month, on the same day`;
    case "last working day":
      return `${often} month, on the last working day`;
    case "yearly":
      return `${often} year`;
  }
}
