import { OWN_ID_PROPERTY } from "../identity.ts";
import type { FileComponent } from "./content-lines.ts";

/** The properties that an import reads, of whatever component; others are counted only. */
export const READ_PROPERTIES: ReadonlySet<string> = new Set([
  "METHOD",
  "UID",
  "DTSTART",
  "DTEND",
  "DURATION",
  "SUMMARY",
  "LOCATION",
  "URL",
  "CONFERENCE",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  "STATUS",
  "CLASS",
  "SEQUENCE",
  "RECURRENCE-ID",
  "RRULE",
  "EXRULE",
  "RDATE",
  "EXDATE",
  "TZID",
  "TZOFFSETFROM",
  "TZOFFSETTO",
  "X-LIC-LOCATION",
  OWN_ID_PROPERTY,
]);

const KEPT = new Set(["VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"]);

/**
 * The part of the file that was read, as a calendar file again, so that what was shown can be read once more when it is
 * confirmed, without the attachments and descriptions that nobody takes over.
 */
export function keptText(components: readonly FileComponent[]): string {
  const lines: string[] = [];
  for (const component of components) keep(component, lines);
  return lines.join("\n");
}

function keep({ name, lines, inner, isWhole }: FileComponent, kept: string[]): void {
  if (!KEPT.has(name)) return;
  kept.push(`BEGIN:${name}`);
  for (const { text } of lines) kept.push(text);
  for (const component of inner) keep(component, kept);
  if (isWhole) kept.push(`END:${name}`);
}
