import { isLength, minutesIn } from "#app/time/length.ts";
import { clockTime } from "#app/time/wall-time.ts";
import type { Said } from "./said.ts";
import { longestRun, type Reader } from "./words.ts";

const MOST_WORDS = 5;

/** How long it takes, or that it takes whole days: "45 min", "1h30", "1.5 h", "half an hour", "all day". */
export const lengthReader: Reader = (words, at) =>
  longestRun(words, at, MOST_WORDS, (phrase) => readLength(phrase));

function readLength(phrase: string): Said | null {
  if (/^(?:for )?(?:all|the whole|whole|full)[ -]days?$/.test(phrase)) return { about: "whole day" };
  const plain = phrase.replace(/^for (?=.)/, "");
  const hour = readHourOrHours(plain);
  if (hour !== null) return hour;
  const minutes = minutesIn(plain);
  if (minutes === null) return null;
  if (!isLength(minutes)) {
    return {
      about: "nothing",
      why: "Give a length from 5 minutes to 24 hours. For a longer event, give its last day",
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
  const time = clockTime(hours, minutes);
  if (hours > 12) return { about: "time", start: time, end: null, zone: null };
  return hours < 5 ? null : { about: "hours", time, minutes: hours * 60 + minutes };
}
