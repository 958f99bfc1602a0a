import ICAL from "ical.js";
import type { ContentLine } from "./content-lines.ts";

/** A property with its parameters and values taken apart. Times are ISO text: "2026-11-12T14:00:00Z", "2026-11-12". */
export type FileProperty = {
  name: string;
  line: number;
  /** "text", "date", "date-time", "period", "uri" … [RFC 5545, section 3.3]. */
  type: string;
  values: readonly unknown[];
  parameters: Readonly<Record<string, unknown>>;
};

/** Takes a content line apart; null where its parameters cannot be read. */
export function readProperty(content: ContentLine): FileProperty | null {
  return plainText(content) ?? plainTime(content) ?? anyProperty(content);
}

const TEXTS = new Set(["UID", "SUMMARY", "LOCATION", "STATUS", "CLASS", "TZID"]);
const ESCAPED = /\\(?:\\|;|,|n|N)/g;

/** The short way for a text without parameters, as most lines are. Source: RFC 5545, section 3.3.11. */
function plainText({ name, text, line }: ContentLine): FileProperty | null {
  if (!TEXTS.has(name) || !text.startsWith(`${name}:`)) return null;
  const written = text.slice(name.length + 1);
  const value = written.includes("\\") ? written.replace(ESCAPED, unescaped) : written;
  return { name, line, type: "text", values: [value], parameters: {} };
}

function unescaped(mark: string): string {
  return mark === "\\n" || mark === "\\N" ? "\n" : mark.slice(1);
}

const TIME =
  /^(?:DTSTART|DTEND|RECURRENCE-ID)(?:;TZID=([\w/+-]+))?:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/;

/** The short way for one time with its zone and nothing else. */
function plainTime({ name, text, line }: ContentLine): FileProperty | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, tzid, year, month, day, hour, minute, second, zulu] = match;
  const value = `${year}-${month}-${day}T${hour}:${minute}:${second}${zulu}`;
  return { name, line, type: "date-time", values: [value], parameters: tzid === undefined ? {} : { tzid } };
}

function anyProperty({ name, text, line }: ContentLine): FileProperty | null {
  try {
    const [, parameters, type, ...values] = ICAL.parse.property(text, ICAL.design.icalendar);
    return { name, line, type, values, parameters };
  } catch {
    return null;
  }
}

/** The value as it was written, after the first colon: for rules, which have no parameters. */
export function writtenValue({ text }: ContentLine): string {
  return text.slice(text.indexOf(":") + 1).trim();
}

/** The first value as one line of text: no line ends, no characters that do not show. */
export function textOf(property: FileProperty | null): string {
  const [value] = property?.values ?? [];
  if (typeof value !== "string") return "";
  return value
    .replace(/\p{Cc}+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A parameter in one piece; empty where it is not there. */
export function parameterOf(property: FileProperty, name: string): string {
  const value = property.parameters[name];
  const one: unknown = Array.isArray(value) ? value[0] : value;
  return typeof one === "string" ? one : "";
}
