import { TEXT_LIMITS } from "#app/text/text-limits.ts";
import { isAsOf } from "#app/time/as-of.ts";
import { isCalendarDate } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";
import type { FaultReason, LibraryFault } from "./library-fault.ts";
import { tidyLine } from "./library-file.ts";
import type { Section } from "./markdown-sections.ts";

/** A section while it is read as a record; what is wrong with it goes into `faults`. */
export type RecordSection = { file: string; of: string; section: Section; faults: LibraryFault[] };

/** Reports a fault at a field's line, or at the heading where the field is not there. */
export function report(record: RecordSection, field: string | null, reason: FaultReason): void {
  const line = record.section.fields.find((one) => one.name === field)?.line ?? record.section.line;
  record.faults.push({ file: record.file, line, ...reason });
}

/** Reports fields that are not known, stand twice (but for `repeatable`), or are empty. */
export function checkFieldNames(
  record: RecordSection,
  known: readonly string[],
  repeatable: readonly string[],
) {
  const seen = new Set<string>();
  for (const { name, value, line } of record.section.fields) {
    const fault = fieldFault(name, value, known, seen.has(name) && !repeatable.includes(name));
    if (fault) record.faults.push({ file: record.file, line, ...fault });
    seen.add(name);
  }
}

function fieldFault(
  name: string,
  value: string,
  known: readonly string[],
  isTwice: boolean,
): FaultReason | null {
  if (!known.includes(name)) return { reason: "field-unknown", field: name };
  if (isTwice) return { reason: "field-twice", field: name };
  return value === "" ? { reason: "field-empty", field: name } : null;
}

/** The value of a field, "" where it is not there; reports one that is too long. */
export function optionalText(record: RecordSection, name: string, most: number): string {
  const value = record.section.fields.find((field) => field.name === name)?.value ?? "";
  if (value.length > most) report(record, name, { reason: "text-too-long", of: name, most });
  return value;
}

/** A field of one line that has to be there. */
export function requiredLine(record: RecordSection, name: string): string {
  const value = optionalText(record, name, TEXT_LIMITS.line);
  if (!record.section.fields.some((field) => field.name === name)) {
    report(record, null, { reason: "field-missing", field: name, of: record.of });
  } else if (value !== tidyLine(value)) {
    report(record, name, {
      reason: "value-not-as-expected",
      field: name,
      text: tidyLine(value),
      expected: "one line",
    });
  }
  return tidyLine(value);
}

/** A field of one line that takes one of a few words. */
export function requiredWord<W extends string>(
  record: RecordSection,
  name: string,
  words: readonly W[],
  fallback: W,
): W {
  const text = requiredLine(record, name);
  const found = words.find((word) => word === text);
  if (found === undefined && text !== "") {
    report(record, name, {
      reason: "value-not-as-expected",
      field: name,
      text,
      expected: words.join(" or "),
    });
  }
  return found ?? fallback;
}

/** The codes of a field, between commas. Reports a code that stands twice. */
export function codeList(record: RecordSection, name: string): readonly string[] {
  const value = optionalText(record, name, TEXT_LIMITS.text);
  const codes = value === "" ? [] : value.split(",").map((code) => code.trim());
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice !== undefined) report(record, name, { reason: "code-twice", code: twice });
  return codes;
}

const DAY_MONTH_OR_YEAR = "a day like 2025-08-28, a month like 2025-08 or a year like 2025";

/** A field with a day, month or year; "" where it is not there. */
export function dayMonthOrYear(record: RecordSection, name: string, text: string): string {
  if (text !== "" && !isAsOf(text)) {
    report(record, name, { reason: "value-not-as-expected", field: name, text, expected: DAY_MONTH_OR_YEAR });
  }
  return text;
}

/** A day, or null where the text is "" or "none". */
export function dayOrNone(record: RecordSection, name: string, text: string): CalendarDate | null {
  if (text === "" || text === "none") return null;
  if (isCalendarDate(text)) return text;
  const expected = 'a day like 2027-04-30, or "none"';
  report(record, name, { reason: "value-not-as-expected", field: name, text, expected });
  return null;
}
