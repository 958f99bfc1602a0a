import type { WallTime, Zone } from "#app/time/wall-time.ts";
import { isShownOnce } from "#app/time/zone-changes.ts";
import { recurrenceIdOf } from "../uid.ts";

/** A line has 75 octets at most, its line break not counted. Source: RFC 5545, section 3.1. */
const LONGEST = 75;

/** Backslash, semicolon and comma have a meaning of their own in a text. Source: RFC 5545, section 3.3.11. */
const MARKED = /[\\;,]/g;

/** Every sign that some program takes for the end of a line. */
const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/g;

/** Signs that no text may hold, and halves of a sign. */
const FORBIDDEN = /[\p{Cc}\p{Cs}]/gu;

/** Any of these: most texts have none. */
const ANY = /[\\;,\u2028\u2029\p{Cc}\p{Cs}]/u;

/**
 * A text as the value of a property: escaped, its line ends as "\n", without control characters. Whatever was typed, it
 * stays inside its property. Source: RFC 5545, section 3.3.11.
 */
export function textValue(text: string): string {
  if (!ANY.test(text)) return text;
  return text
    .replaceAll(MARKED, "\\$&")
    .replaceAll("\t", " ")
    .replaceAll(LINE_END, "\\n")
    .replaceAll(FORBIDDEN, "");
}

/**
 * One property as it stands in the file: folded at 75 octets of UTF-8, between characters, never inside one, and ended
 * by CRLF. `name` may carry parameters. Source: RFC 5545, section 3.1.
 */
export function contentLine(name: string, value: string): string {
  const line = `${name}:${value}`;
  return isPlain(line) ? foldPlain(line) : foldAny(line);
}

function isPlain(line: string): boolean {
  return /^[ -~]*$/.test(line);
}

function foldPlain(line: string): string {
  if (line.length <= LONGEST) return `${line}\r\n`;
  let folded = line.slice(0, LONGEST);
  for (let at = LONGEST; at < line.length; at += LONGEST - 1) {
    folded += `\r\n ${line.slice(at, at + LONGEST - 1)}`;
  }
  return `${folded}\r\n`;
}

function foldAny(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LONGEST) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return `${folded}\r\n`;
}

/** Octets of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** "20261110T190000Z". Source: RFC 5545, section 3.3.5. */
export function utcValue(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/**
 * A time as the clock on the wall shows it, with its zone; a whole day as a date; what stands on UTC's own clock, in UTC.
 * Source: RFC 5545, section 3.3.5, forms 1 to 3.
 */
export function wallLine(name: string, wall: WallTime, zone: Zone, isAllDay: boolean): string {
  const value = recurrenceIdOf(wall, isAllDay);
  if (isAllDay) return contentLine(`${name};VALUE=DATE`, value);
  return zone === "UTC" ? contentLine(name, `${value}Z`) : contentLine(`${name};TZID=${zone}`, value);
}

/**
 * A time of an event: on its own clock, but in UTC where that clock shows the time twice, since readers do not agree on
 * which of them is meant. Source: RFC 5545, section 3.3.5.
 */
export function timeLine(
  name: string,
  { wall, zone, instant, isAllDay }: { wall: WallTime; zone: Zone; instant: Date; isAllDay: boolean },
): string {
  const isClear = isAllDay || isShownOnce(wall, zone);
  return isClear ? wallLine(name, wall, zone, isAllDay) : contentLine(name, utcValue(instant));
}
