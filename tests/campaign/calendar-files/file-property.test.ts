import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { readProperty } from "#app/campaign/calendar-files/reading/file-property.ts";

const value = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.constantFrom("\\", "n", "N", ";", ",", ":", '"', "a", " ") }),
);
const digits = fc.integer({ min: 0, max: 99_999_999 }).map((day) => String(day).padStart(8, "0"));
const time = fc
  .tuple(digits, fc.integer({ min: 0, max: 999_999 }), fc.constantFrom("", "Z"))
  .map(([day, at, zulu]) => `${day}T${String(at).padStart(6, "0")}${zulu}`);
const line = fc.oneof(
  fc.tuple(fc.constantFrom("UID", "SUMMARY", "LOCATION", "STATUS", "CLASS", "TZID"), fc.constant(""), value),
  fc.tuple(
    fc.constantFrom("DTSTART", "DTEND", "RECURRENCE-ID"),
    fc.constantFrom("", ";TZID=Europe/Prague", ";TZID=Etc/GMT+1"),
    time,
  ),
);

test("the short ways give what ical.js gives of the same line", () => {
  fc.assert(
    fc.property(line, ([name, parameters, written]) => {
      const text = `${name}${parameters}:${written}`;
      const [, given, type, ...values] = ICAL.parse.property(text, ICAL.design.icalendar);
      expect(readProperty({ name, text, line: 1 })).toEqual({
        name,
        line: 1,
        type,
        values,
        parameters: given,
      });
    }),
    { numRuns: 1_000 },
  );
});
