import { countIn } from "#app/text/in-words.ts";
import { addDays, mondayOf, weekdayName, weekdayOf } from "#app/time/calendar-date.ts";
import { czechDaysFromToday } from "#app/time/czech-words.ts";
import { formatDate, formatDay } from "#app/time/format.ts";
import { explainDateRefusal, parseDate, weekdayCalled } from "#app/time/parse-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { Said } from "./said.ts";
import { isUnit, longestRun, type Reader } from "./words.ts";

const MOST_WORDS = 8;

/** A day, days from one to another, or the day by which something is best held. Source: DESIGN.md, section 0, dates. */
export const dateReader: Reader = (words, at, { today }) =>
  longestRun(words, at, MOST_WORDS, (phrase, next) => readDays(phrase, next, today));

function readDays(phrase: string, next: string | null, today: CalendarDate): Said | null {
  const by = /^(?:(?:best|ideally) )?by (.+)$/.exec(phrase);
  if (by) return readBestBy(by[1] ?? "", today);
  const plain = phrase.replace(/^(?:on|from|v|ve|od) (?=.)/, "");
  return readDay(plain, next, today) ?? readSpan(plain, today);
}

function readBestBy(phrase: string, today: CalendarDate): Said | null {
  const day = readDay(phrase, null, today);
  return day?.about === "date" ? { about: "best by", date: day.first } : day;
}

/** A day by its date, its weekday or its distance; `next` is the word that follows. Null for what names no day. */
export function readDay(phrase: string, next: string | null, today: CalendarDate): Said | null {
  return (
    readRelative(phrase, today) ??
    readWeekday(phrase, today) ??
    readDayNumber(phrase, next, today) ??
    readWritten(phrase, today)
  );
}

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ["today", 0],
  ["tomorrow", 1],
  ["yesterday", -1],
  ["day after tomorrow", 2],
  ["the day after tomorrow", 2],
]);

/** "tomorrow", "in 3 days", "in two weeks". */
function readRelative(phrase: string, today: CalendarDate): Said | null {
  const days = RELATIVE.get(phrase) ?? czechDaysFromToday(phrase) ?? undefined;
  if (days !== undefined) return aDay(addDays(today, days));
  if (phrase === "next week" || phrase === "this week") {
    return { about: "nothing", why: `Say which day of ${phrase} you mean, for example “tue ${phrase}”` };
  }
  const match = /^in (\w+) (day|week)s?$/.exec(phrase);
  const count = match?.[1] === undefined ? null : countIn(match[1]);
  return count === null ? null : aDay(addDays(today, count * (match?.[2] === "week" ? 7 : 1)));
}

/** "tue", "this tue", "next tue", "tue next week", "next week tue", "příští úterý". */
function readWeekday(typed: string, today: CalendarDate): Said | null {
  const phrase = typed.replace(/^pristi /, "next ").replace(/^(?:tento|tuto|toto) /, "this ");
  const match = /^(?:(this|next) (?:week )?)?([a-z]+\.?)(?: (this|next) week)?$/.exec(phrase);
  const weekday = match?.[2] === undefined ? null : weekdayCalled(match[2]);
  if (!match || weekday === null) return null;
  const inThisWeek = addDays(mondayOf(today), weekday - 1);
  const inNextWeek = addDays(inThisWeek, 7);
  const isOfWeek = match[3] !== undefined || phrase.includes(" week ");
  const which = match[1] ?? match[3] ?? null;
  if (which === "this") return aDay(inThisWeek);
  if (which === "next") {
    if (isOfWeek || inThisWeek <= today) return aDay(inNextWeek);
    return inDoubt("Which day do you mean?", [inThisWeek, inNextWeek], today);
  }
  if (weekday === weekdayOf(today)) {
    return { about: "date", first: today, last: null, ifPassed: inNextWeek };
  }
  return aDay(inThisWeek > today ? inThisWeek : inNextWeek);
}

/** "mon 16", "the 12th": the next day of that number. */
function readDayNumber(phrase: string, next: string | null, today: CalendarDate): Said | null {
  const match =
    /^(?:((?!the )[a-z]+)\.? (?:the )?(\d{1,2})(?:st|nd|rd|th)?\.?|(?:the )?(\d{1,2})(?:st|nd|rd|th))$/.exec(
      phrase,
    );
  if (!match || isUnit(next) || /^(?:[-–—]|to$|until$|till$)/.test(next ?? "")) return null;
  const weekday = match[1] === undefined ? null : weekdayCalled(match[1]);
  if (match[1] !== undefined && weekday === null) return null;
  const number = Number(match[2] ?? match[3]);
  const day = nextOfNumber(number, today);
  if (day === null) return { about: "nothing", why: explainDateRefusal("day-does-not-exist") };
  if (weekday === null || weekdayOf(day) === weekday) return aDay(day);
  const other = `${formatDate(day)} is a ${weekdayName(day)}`;
  return { about: "nothing", why: `${other}. Write the date like 12 Nov, and an hour like 14:00` };
}

function nextOfNumber(number: number, today: CalendarDate): CalendarDate | null {
  for (let days = 0; days < 62; days += 1) {
    const day = addDays(today, days);
    if (Number(day.slice(8)) === number) return day;
  }
  return null;
}

/** What parseDate reads, with "12th of November" beside it. */
function readWritten(phrase: string, today: CalendarDate): Said | null {
  const plain = phrase.replace(/^(?:the )?(\d{1,2})(st|nd|rd|th)? of /, "$1 ");
  if (/^\d{1,2}\.\d{1,2}$/.test(plain)) return readDotted(plain, today);
  const date = parseDate(withoutFullStop(plain), today);
  // "tue 14.00" is a day and a time; only where the weekday agrees is it a date.
  if (!date.ok && /^[a-z]+[.,]? \d{1,2}\.\d{1,2}$/.test(plain)) return null;
  if (date.ok) return aDay(date.date);
  if (["date-not-understood", "date-missing", "year-out-of-range"].includes(date.reason)) return null;
  if (date.reason !== "weekday-does-not-match")
    return { about: "nothing", why: explainDateRefusal(date.reason) };
  const named = parseDate(plain.replace(/^[a-z]+[.,]? /, ""), today);
  const is = named.ok ? `${formatDate(named.date)} is a ${weekdayName(named.date)}. ` : "";
  return { about: "nothing", why: `${is}${explainDateRefusal(date.reason)}` };
}

function withoutFullStop(phrase: string): string {
  return phrase.replace(/(?<=[a-z]{3}|\d{4})\.$/, "");
}

/** "12.11" is the twelfth of November or eleven past twelve, where a clock can show it. */
function readDotted(phrase: string, today: CalendarDate): Said | null {
  const date = parseDate(phrase, today);
  const [hour = "", minute = ""] = phrase.split(".");
  const isTime = minute.length === 2 && Number(minute) < 60 && Number(hour) < 24;
  if (!date.ok) return isTime ? null : { about: "nothing", why: explainDateRefusal("day-does-not-exist") };
  if (!isTime) return aDay(date.date);
  const time = `${hour.padStart(2, "0")}:${minute}`;
  return {
    about: "doubt",
    question: `Is ${phrase} a day or a time?`,
    choices: [
      { label: formatDay(date.date, today), text: formatDate(date.date) },
      { label: `${time} on the clock`, text: time },
    ],
    isOfTitle: false,
  };
}

/** "12-14 nov", "30 nov to 2 dec", "mon-wed": the first day and the last. */
function readSpan(phrase: string, today: CalendarDate): Said | null {
  for (const { 0: sign, index } of phrase.matchAll(/\s*[-–—]\s*|\s(?:to|until|till)\s/g)) {
    const says = readEnds(phrase.slice(0, index), phrase.slice(index + sign.length), today);
    if (says !== null) return says;
  }
  return null;
}

function readEnds(from: string, to: string, today: CalendarDate): Said | null {
  if (readDay(to, null, today) === null) return null;
  const start = readDay(withMonthOf(from, to), null, today);
  if (start === null) return null;
  if (start.about === "doubt") return readDottedEnds(start, readDay(to, null, today));
  if (start.about !== "date") return start;
  const end = readDay(to, null, start.first);
  if (end === null || end.about !== "date") return end;
  if (end.first < start.first) return { about: "nothing", why: "The last day is before the first" };
  return {
    about: "date",
    first: start.first,
    last: end.first === start.first ? null : end.first,
    ifPassed: null,
  };
}

/** "12.11-14.11": from a day to a day, or from a time to a time. */
function readDottedEnds(start: Extract<Said, { about: "doubt" }>, end: Said | null): Said | null {
  if (end?.about !== "doubt") return null;
  const choices = start.choices.flatMap((from, index) => {
    const to = end.choices[index];
    return to === undefined
      ? []
      : [{ label: `${from.label} to ${to.label}`, text: `${from.text} to ${to.text}` }];
  });
  return { ...start, question: "Are these days or times?", choices };
}

/** "12" beside "14 nov 2026" is "12 nov 2026", "12." beside "14.11." is "12.11.". */
function withMonthOf(from: string, to: string): string {
  if (/^\d{1,2}\.\d{1,2}$/.test(from) && /^\d{1,2}\. ?\d{1,2}\./.test(to)) return `${from}.`;
  const number = /^(?:([a-z]+\.?) )?(\d{1,2})(?:st|nd|rd|th)?\.?$/.exec(from);
  if (!number || (number[1] !== undefined && weekdayCalled(number[1]) === null)) return from;
  const dayFirst = /^(?:[a-z]+ )?\d{1,2}(?:st|nd|rd|th)?\.?( [a-z]{3,9}.*)$/.exec(to);
  if (dayFirst) return `${number[2]}${dayFirst[1]}`;
  const dotted = /^\d{1,2}\.( ?\d{1,2}\.?.*)$/.exec(to);
  return dotted ? `${number[2]}.${dotted[1]}` : from;
}

function aDay(date: CalendarDate): Said {
  return { about: "date", first: date, last: null, ifPassed: null };
}

function inDoubt(question: string, days: readonly CalendarDate[], today: CalendarDate): Said {
  const choices = days.map((day) => ({ label: formatDay(day, today), text: formatDate(day) }));
  return { about: "doubt", question, choices, isOfTitle: false };
}
