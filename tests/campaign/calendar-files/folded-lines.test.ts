import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarReading } from "#app/campaign/calendar-files/reading/calendar-reading.ts";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import { linesOfEvents, unaccounted } from "../../support/accounted-events.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { YEARLY_ZONES, yearlyZoneComponent } from "../../support/builders/zone-of-file.ts";

const options = {
  clock: null,
  homeZone: "Europe/Prague",
  firstDay: "2026-01-01",
  lastDay: "2027-06-30",
} as const;

function read(file: string | Uint8Array): CalendarReading {
  const found = readCalendarFile(typeof file === "string" ? new TextEncoder().encode(file) : file, options);
  if (!found.ok) throw new Error(found.sentence);
  return found;
}

/** Everything that is taken over, without the lines on which it stands. */
const contentOf = ({ events, series, notTaken }: CalendarReading) => ({
  events: events.map(({ line, ...event }) => event),
  series: series.map(({ line, times, ...one }) => ({
    ...one,
    times: times.map(({ line, ...time }) => time),
  })),
  notTaken: notTaken.map(({ title, reason }) => [title, reason]),
});

const ZONE = yearlyZoneComponent(YEARLY_ZONES[0]!, "Customized Time Zone", "Exchange");
const LINES = calendarFile(
  ZONE,
  eventLines(
    "a",
    "LOCATION:Sněmovní 4\\, Praha",
    "SUMMARY:Příliš žluťoučký kůň 🐎 jednání",
    "X-WHATEVER:yes",
  ),
  eventLines("b", "DTSTART;TZID=Customized Time Zone:20260715T100000", "DURATION:PT1H"),
  eventLines("c", "DTSTART;VALUE=DATE:20260704", "RRULE:FREQ=YEARLY;COUNT=3", "EXDATE;VALUE=DATE:20270704"),
  eventLines("d", "DTSTART:99999999", "CLASS:PRIVATE"),
)
  .split("\r\n")
  .filter((line) => line !== "");

const folds = fc.array(fc.array(fc.nat(70), { maxLength: 4 }), {
  minLength: LINES.length,
  maxLength: LINES.length,
});
const shape = fc.record({
  folds,
  end: fc.constantFrom("\r\n", "\n", "\r"),
  blank: fc.constantFrom(" ", "\t"),
  mark: fc.constantFrom("", "\uFEFF"),
  isLower: fc.boolean(),
  isOther: fc.boolean(),
});

/** The name of a line and of its parameters in small letters, which say the same. */
function inSmallLetters(line: string): string {
  return line
    .replace(/^[A-Z-]+/, (name) => name.toLowerCase())
    .replace(/;(TZID|VALUE)=/g, (name) => name.toLowerCase());
}

test("wherever lines are folded, whatever ends them, a file says the same, and lines are counted as they lie", () => {
  const plain = contentOf(read(LINES.join("\r\n")));
  expect(plain.events.length + plain.series.length + plain.notTaken.length).toBe(4);
  fc.assert(
    fc.property(shape, ({ folds, end, blank, mark, isLower, isOther }) => {
      const written = LINES.flatMap((line, index) => {
        const text = isLower ? inSmallLetters(line) : line;
        const at = [...new Set(folds[index])]
          .filter((one) => one > 0 && one < text.length && !/[\uDC00-\uDFFF]/.test(text.charAt(one)))
          .sort((a, b) => a - b);
        const parts = [0, ...at].map((from, part) => text.slice(from, at[part]));
        const more = isOther && /^DTSTART/i.test(line) ? ['X-OTHER-PROGRAM;X-P="a:b":1'] : [];
        return [parts.join(end + blank), ...more];
      });
      const file = mark + written.join(end) + end;
      const reading = read(file);
      expect(contentOf(reading)).toEqual(plain);
      const begun = [...reading.events, ...reading.series, ...reading.notTaken].map(({ line }) => line);
      expect(begun.sort((a, b) => a - b)).toEqual(linesOfEvents(file));
    }),
    { numRuns: 300 },
  );
});

test("a line that is folded within a letter of UTF-8 keeps the letter", () => {
  const bytes = new TextEncoder().encode(LINES.join("\r\n"));
  const plain = contentOf(read(bytes));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 75 }), fc.constantFrom("\r\n ", "\n\t", "\r "), (width, fold) => {
      const parts: Buffer[] = [];
      let since = 0;
      for (const byte of bytes) {
        const isEnd = byte === 13 || byte === 10;
        if (since === width && !isEnd) parts.push(Buffer.from(fold));
        since = isEnd ? 0 : since === width ? 1 : since + 1;
        parts.push(Buffer.from([byte]));
      }
      expect(contentOf(read(new Uint8Array(Buffer.concat(parts))))).toEqual(plain);
    }),
    { numRuns: 60 },
  );
});

test("each event that cannot be read is refused as one event", () => {
  const bad = Array.from({ length: 51 }, () => "BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\nEND:VEVENT");
  const file = calendarFile(...bad, eventLines("a"));
  const { events, notTaken } = read(file);
  expect([events.length, notTaken.length]).toEqual([1, 51]);
  expect(new Set(notTaken.map(({ line }) => line))).toEqual(new Set(linesOfEvents(file).slice(0, 51)));
});

const anyEvent = fc
  .record({
    uid: fc.constantFrom("a", "b", "c", ""),
    start: fc.constantFrom(
      "DTSTART;TZID=America/New_York:20260305T100000",
      "DTSTART;VALUE=DATE:20260305",
      "DTSTART:20260305T100000Z",
      "DTSTART;TZID=Customized Time Zone:20260305T100000",
      "DTSTART:nonsense",
      "DTSTART:20260305T100000",
      "",
    ),
    more: fc.subarray([
      "DURATION:PT1H",
      "DURATION:-PT1H",
      "RRULE:FREQ=WEEKLY;COUNT=5",
      "RRULE:FREQ=DAILY",
      "RRULE:FREQ=NEVER",
      "EXDATE;TZID=America/New_York:20260312T100000",
      "RECURRENCE-ID;TZID=America/New_York:20260312T100000",
      "RECURRENCE-ID;VALUE=DATE:20260306",
      "RECURRENCE-ID:nonsense",
      "STATUS:CANCELLED",
      "SEQUENCE:4",
      "RDATE;TZID=America/New_York:20260401T100000",
    ]),
  })
  .map(({ uid, start, more }) =>
    ["BEGIN:VEVENT", uid && `UID:${uid}`, start, ...more, "END:VEVENT"].filter(Boolean).join("\r\n"),
  );

test("whatever events a file has, each is taken over or refused, and none is lost", () => {
  const method = fc.constantFrom("", "METHOD:REPLY\r\n", "METHOD:CANCEL\r\n", "METHOD:REQUEST\r\n");
  fc.assert(
    fc.property(
      fc.array(anyEvent, { minLength: 1, maxLength: 8 }),
      method,
      fc.boolean(),
      (events, first, isCut) => {
        // A calendar whose END is missing has the next one within it.
        const open = calendarFile(`${first}${ZONE}`, ...events.slice(1)).replace("END:VCALENDAR\r\n", "");
        const whole = open + calendarFile(...events.slice(0, 2));
        const file = isCut ? whole.slice(0, whole.lastIndexOf("END:VEVENT")) : whole;
        expect(unaccounted(file, read(file))).toEqual([]);
      },
    ),
    { numRuns: 400 },
  );
});
