import ICAL from "ical.js";
import type { ContentLine } from "#app/domain/calendar-files/content-lines.ts";

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
export function readProperty({ name, text, line }: ContentLine): FileProperty | null {
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
