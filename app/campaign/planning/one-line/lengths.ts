import type { Said } from "./said.ts";
import { countIn, longestRun, type Reader } from "./words.ts";

const MOST_WORDS = 5;
const SHORTEST = 5;
const LONGEST = 1440;

/** How long it takes, or that it takes whole days: "45 min", "1h30", "1.5 h", "half an hour", "all day". */
export const lengthReader: Reader = (words, at) =>
  longestRun(words, at, MOST_WORDS, (phrase) => readLength(phrase));

/** Minutes typed by themselves: "45", "45 min", "1h30", "1.5 h"; null for what is no length of 5 minutes to 24 hours. */
export function minutesTyped(typed: string): number | null {
  const phrase = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const minutes = /^\d{1,4}$/.test(phrase)
    ? Number(phrase)
    : minutesIn(phrase.replace(/^(\d{1,2})h$/, "$1 h"));
  return minutes !== null && minutes >= SHORTEST && minutes <= LONGEST ? minutes : null;
}

function readLength(phrase: string): Said | null {
  if (/^(?:for )?(?:all|the whole|whole|full)[ -]days?$/.test(phrase)) return { about: "whole day" };
  const plain = phrase.replace(/^for (?=.)/, "");
  const hour = readHourOrHours(plain);
  if (hour !== null) return hour;
  const minutes = minutesIn(plain);
  if (minutes === null) return null;
  if (minutes < SHORTEST || minutes > LONGEST) {
    return {
      about: "nothing",
      why: "An event takes 5 minutes at least, and 24 hours at most. For more, give the last day",
    };
  }
  return { about: "length", minutes };
}

/** "14h" is a time, "2h" a length; from 5 to 12 it may be either. */
function readHourOrHours(phrase: string): Said | null {
  const match = /^(\d{1,2}) ?h ?([0-5]\d)?$/.exec(phrase);
  if (match?.[1] === undefined) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  if (hours > 23) return null;
  const time = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
  if (hours > 12) return { about: "time", start: time, end: null, zone: null };
  return hours < 5 ? null : { about: "hours", time, minutes: hours * 60 + minutes };
}

function minutesIn(phrase: string): number | null {
  if (phrase === "half an hour" || phrase === "half hour") return 30;
  const minutes = /^(\d{1,4}) ?(?:min|mins|minutes?|m|')\.?$/.exec(phrase);
  if (minutes) return Number(minutes[1]);
  const both = /^(\d{1,2}) ?(?:h|hrs?|hours?) ?(?:and )?(\d{1,2}) ?(?:min|mins|minutes?|m)?\.?$/.exec(phrase);
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  const hours = /^(\d{1,2}(?:[.,]\d{1,2})?|[a-z]+) ?(h|hrs?|hours?)\.?$/.exec(phrase);
  if (!hours?.[1]) return null;
  const count = hoursIn(hours[1]);
  return count === null ? null : Math.round(count * 60);
}

function hoursIn(typed: string): number | null {
  if (/^\d/.test(typed)) return Number(typed.replace(",", "."));
  return countIn(typed);
}
