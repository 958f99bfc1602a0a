import { foldText } from "#app/text/search-words.ts";
import { cityCode, cityOf } from "#app/time/format.ts";
import { parseTime } from "#app/time/parse-date.ts";
import { clockTime, type TimeOfDay, WASHINGTON, type Zone } from "#app/time/wall-time.ts";
import { readZone } from "#app/time/zone-choice.ts";
import type { Said } from "./said.ts";
import { isUnit, longestRun, type Reader } from "./words.ts";

const MOST_WORDS = 8;

/** A time of day or from one to another, with the clock that it is on where that is said. Source: DOMAIN.md, rule 1. */
export const timeReader: Reader = (words, at, { homeZone }) =>
  longestRun(words, at, MOST_WORDS, (phrase, next) => readPhrase(phrase, next, homeZone));

function readPhrase(phrase: string, next: string | null, homeZone: Zone): Said | null {
  const plain = phrase.replace(/^(?:at|from) (?=\d|noon)/, "");
  const [times, zone] = splitZone(plain, next, homeZone);
  if (isUnit(next) && /\d$/.test(times)) return null;
  const span = readSpan(times);
  if (span !== null) return { about: "time", ...span, zone };
  const hours = readHours(times, zone, next);
  if (hours !== null) return hours;
  const isHourAfterAt = plain !== phrase && phrase.startsWith("at ") && next === null;
  const time = readTime(times, isHourAfterAt);
  if (time !== null) return { about: "time", start: time, end: null, zone };
  return zone === null && plain === phrase ? refuse(plain) : null;
}

/** The end of a phrase that names a clock: "14:00 prague", "14:00 in brussels", "20:00 prg time". */
function splitZone(phrase: string, next: string | null, homeZone: Zone): [string, Zone | null] {
  const match = /^(.*\d\S*(?: [ap]\.?m\.?)?|noon) ((?:in )?)([a-z][a-z .]*?)( time)?$/.exec(phrase);
  const [, times, preposition, name, time] = match ?? [];
  if (times === undefined || name === undefined) return [phrase, null];
  const capital = capitalCalled(name, homeZone);
  if (capital !== null) return [times, capital];
  const isSaidToBeOne = preposition !== "" || time !== undefined || next === null;
  const city = isSaidToBeOne ? zoneOfCity(name) : null;
  return city === null ? [phrase, null] : [times, city];
}

/** "14:00-15:30", "14:00 to 15:30", "2-3pm", "14-16h". */
function readSpan(phrase: string): { start: TimeOfDay; end: TimeOfDay } | null {
  const match = /^(\S+(?: ?[ap]\.?m\.?)?) ?(?:-|–|—|to|until|till) ?(\S+(?: ?[ap]\.?m\.?)?)$/.exec(phrase);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const end = readTime(match[2], /\dh(?:\d\d)?$/.test(match[2]));
  if (end === null) return null;
  const half = /([ap])\.?m\.?$/.exec(match[2]);
  const start = half === null ? readTime(match[1], true) : readStartBeforeHalf(match[1], half[1] ?? "p", end);
  return start === null ? null : { start, end };
}

const EARLIEST = 7;

/**
 * "9-10", "14-16", "11-1": from a full hour to another, in the working day. Where both may be before or after noon
 * ("2-3"), it is asked.
 */
function readHours(phrase: string, zone: Zone | null, next: string | null): Said | null {
  const match = /^(\d{1,2}) ?(?:-|–|—|to|until|till) ?(\d{1,2})$/.exec(phrase);
  if (match === null) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  // Days of a month have it after them, and none has more than 31.
  if (from >= EARLIEST && from < 24 && (to > 31 || (to > 23 && next === null))) return noSuchTime(`${to}:00`);
  if (from > 23 || to > 23)
    return { about: "nothing", why: "Days or hours? Write 12-14 Nov, or 12:00-14:00" };
  const time = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  const span = (start: number, end: number) => ({ start: time(start), end: time(end) });
  if (from < EARLIEST && from < to) {
    const choices = [span(from + 12, to + 12), span(from, to)].filter(({ end }) => end < "24:00");
    return {
      about: "doubt",
      question: "Before noon or after?",
      choices: choices.map(({ start, end }) => ({ label: `${start} to ${end}`, text: `${start}-${end}` })),
      isOfTitle: false,
    };
  }
  const end = to <= from && to < EARLIEST ? to + 12 : to;
  return { about: "time", start: clockTime(from, 0), end: clockTime(end, 0), zone };
}

/** The start of "2-3pm" or "11-1pm": in the same half of the day, or in the other where it would be after the end. */
function readStartBeforeHalf(typed: string, half: string, end: TimeOfDay): TimeOfDay | null {
  if (/[ap]\.?m\.?$/.test(typed)) return readTime(typed, false);
  const same = readTime(`${typed}${half}m`, false);
  if (same === null) return readTime(typed, true);
  return same < end ? same : readTime(`${typed}${half === "p" ? "a" : "p"}m`, false);
}

/** A time that cannot be anything else; a bare hour only where `mayBeBare`. */
function readTime(typed: string, mayBeBare: boolean): TimeOfDay | null {
  const clean = typed.replace(/^(\d{1,2})h(\d{2})?$/, (_, hour: string, minute = "00") =>
    Number(hour) > 12 || mayBeBare ? `${hour}:${minute}` : "",
  );
  const hours = clean.replace(/^(\d{4}) ?h(?:rs?)?$/, "$1");
  const isMarked = /[:.]\d\d|m\.?$|noon/.test(hours) || hours !== clean;
  if (!isMarked && !(mayBeBare && /^\d{1,2}$/.test(hours))) return null;
  const time = parseTime(hours);
  return time.ok ? time.time : null;
}

/** "25:00", "14:75", "13pm", "25h", "25:00-26:00": written like an hour, and none. */
function isNoHour(phrase: string): boolean {
  const [first = "", second] = phrase.split(/ ?[-–—] ?/);
  const isWritten = (one: string) =>
    /^\d{1,2}:\d{1,2}$|^\d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\.?$|^\d{2} ?h$/.test(one);
  return isWritten(first) && (second === undefined || isWritten(second));
}

function noSuchTime(typed: string): Said {
  return { about: "nothing", why: `There is no such time as ${typed}` };
}

/** What looks like a time and is none that a clock shows, or none that can be told from a number. */
function refuse(phrase: string): Said | null {
  if (isNoHour(phrase))
    return noSuchTime(phrase.split(/ ?[-–—] ?/).find((one) => readTime(one, true) === null) ?? phrase);
  if (phrase === "midnight") return { about: "nothing", why: "Write 0:00, with the day that begins then" };
  const four = /^([01]\d|2[0-3])([0-5]\d)$/.exec(phrase);
  const isYear = Number(phrase) >= 1990 && Number(phrase) <= 2099;
  if (four === null || isYear) return null;
  return { about: "nothing", why: `Write a time like ${four[1]}:${four[2]}` };
}

const WASHINGTON_WORDS = ["washington", "was", "dc", "et", "us eastern", "eastern"];

/** The zone of one of the two capitals by its city or its code ("prague", "PRG", "WAS"); null for any other word. */
function capitalCalled(phrase: string, homeZone: Zone): Zone | null {
  if (WASHINGTON_WORDS.includes(phrase)) return WASHINGTON;
  const home = [foldText(cityOf(homeZone)), foldText(cityCode(homeZone))];
  return home.includes(phrase) ? homeZone : null;
}

/** The zone that is called after a city or a state ("brussels", "new york", "ohio"); null where none is. */
function zoneOfCity(phrase: string): Zone | null {
  const read = readZone(phrase);
  return read.ok ? read.zone : null;
}
