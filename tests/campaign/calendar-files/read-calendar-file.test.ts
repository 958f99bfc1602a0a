import fc from "fast-check";
import { expect, test } from "vitest";
import type { CalendarReading, ReadCalendar } from "#app/campaign/calendar-files/reading/calendar-reading.ts";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";

const options = {
  clock: null,
  homeZone: "Europe/Prague",
  firstDay: "2026-01-01",
  lastDay: "2027-06-30",
} as const;

function readBytes(bytes: Uint8Array, clock: Zone | null = null): ReadCalendar {
  return readCalendarFile(bytes, { ...options, clock });
}

function read(text: string, clock: Zone | null = null): CalendarReading {
  const found = readBytes(new TextEncoder().encode(text), clock);
  if (!found.ok) throw new Error(found.sentence);
  return found;
}

function refusal(text: string | Uint8Array): string {
  const found = readBytes(typeof text === "string" ? new TextEncoder().encode(text) : text);
  return found.ok ? "" : found.sentence;
}

const reasons = (text: string) => read(text).notTaken.map(({ reason }) => reason);
const said = (text: string) => read(text).remarks.map(({ sentence }) => sentence);
const MANY = "An event has many dates; those before the campaign begins will be left out";

test("an event is taken over with its time, place, link and standing", () => {
  const [event] = read(
    calendarFile(
      eventLines(
        "a",
        "LOCATION:Room 5\\, Capitol",
        "CONFERENCE;VALUE=URI:https://meet.example/x",
        "SEQUENCE:3",
      ),
    ),
  ).events;
  expect(event).toMatchObject({
    uid: "a",
    line: 4,
    sequence: 3,
    taken: {
      title: "Meeting a",
      place: "Room 5, Capitol",
      link: "https://meet.example/x",
      schedule: "confirmed",
      wallStart: "2026-12-03T10:00",
      startsAt: "2026-12-03T15:00:00.000Z",
      endsAt: "2026-12-03T16:00:00.000Z",
    },
  });
});

test.each([
  ["Eastern Standard Time", "America/New_York"],
  ["Central Europe Standard Time", "Europe/Prague"],
  ["/freeassociation.sourceforge.net/Tzfile/Europe/Prague", "Europe/Prague"],
  ['"Europe/London"', "Europe/London"],
  ["europe/prague", "Europe/Prague"],
  ['"(UTC-05:00) Eastern Time (US & Canada)"', "America/New_York"],
  ['"(GMT+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague"', "Europe/Prague"],
])("the zone %s is %s", (tzid, zone) => {
  const file = calendarFile(eventLines("a", `DTSTART;TZID=${tzid}:20261203T100000`, "DURATION:PT1H"));
  expect(read(file).events[0]?.taken.zone).toBe(zone);
});

const MAKEBELIEVE = (after: string) =>
  [
    "BEGIN:VTIMEZONE",
    "TZID:Makebelieve",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${after}`,
    `TZOFFSETTO:${after}`,
    "END:STANDARD",
    "END:VTIMEZONE",
  ].join("\r\n");

test("a zone of the file's own keeps its instants, on Washington's clock, and that is said", () => {
  const event = eventLines("a", "DTSTART;TZID=Makebelieve:20261203T100000", "DURATION:PT1H");
  const file = calendarFile(MAKEBELIEVE("+0330"), event);
  expect(read(file).events[0]?.taken).toMatchObject({
    zone: "America/New_York",
    startsAt: "2026-12-03T06:30:00.000Z",
  });
  expect(said(file).join()).toContain("times in it will be converted to Washington time");
});

test("a repeat in a zone of the file's own is told as single times, with no rule", () => {
  const event = eventLines(
    "a",
    "DTSTART;TZID=Makebelieve:20261203T100000",
    "DURATION:PT1H",
    "RRULE:FREQ=WEEKLY;COUNT=3",
  );
  const { events, series } = read(calendarFile(MAKEBELIEVE("+0330"), event));
  expect(events).toEqual([]);
  expect(series).toMatchObject([{ rule: null, zone: "UTC" }]);
  expect(series[0]?.times.map(({ taken }) => taken.startsAt)).toEqual([
    "2026-12-03T06:30:00.000Z",
    "2026-12-10T06:30:00.000Z",
    "2026-12-17T06:30:00.000Z",
  ]);
});

test("a time without a zone waits until somebody says whose clock it is on", () => {
  const file = calendarFile(eventLines("a", "DTSTART:20261203T100000", "DURATION:PT1H"));
  expect(read(file)).toMatchObject({ asksForClock: true, events: [] });
  expect(read(file, "Europe/Prague").events[0]?.taken.startsAt).toBe("2026-12-03T09:00:00.000Z");
});

test("a zone that nobody knows is asked about by its name", () => {
  const file = calendarFile(eventLines("a", "DTSTART;TZID=Mars/Olympus:20261203T100000", "DURATION:PT1H"));
  expect(reasons(file)[0]).toContain("Unknown time zone “Mars/Olympus”");
});

test.each([
  ["DTSTART;TZID=Europe/Prague:99991203T100000", "year 9999"],
  ["DTSTART;TZID=Europe/Prague:00011203T100000", "year 0001"],
  ["DTSTART;TZID=Europe/Prague:20261332T100000", "not a valid time"],
  [
    "DTSTART;TZID=America/New_York:20260308T023000",
    "the clocks in its time zone skip 02:30 on Sun 8 Mar 2026",
  ],
  ["DTSTART;VALUE=DATE:20261203\r\nDTEND;TZID=Europe/Prague:20261204T100000", "ends at a time"],
])("%s is not imported, and why is said", (lines, reason) => {
  expect(reasons(calendarFile(eventLines("a", lines)))[0]).toContain(reason);
});

test.each([
  ["DTEND;TZID=America/New_York:20261203T090000", "it ends before it begins"],
  ["DURATION:-PT1H", "negative"],
  ["DURATION:soon", "cannot be read"],
  ["DTEND;TZID=America/New_York:20270203T090000", "longer than 21 days"],
])("%s is not imported, and why is said", (line, reason) => {
  const start = "DTSTART;TZID=America/New_York:20261203T100000";
  expect(reasons(calendarFile(eventLines("a", start, line)))[0]).toContain(reason);
});

test.each([
  ["FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "gives no dates at all"],
  ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "gives no dates at all"],
  ["FREQ=SECONDLY", "counts in seconds"],
  ["FREQ=OFTEN", "cannot be understood"],
])("the rule %s is refused in words", (rule, reason) => {
  expect(reasons(calendarFile(eventLines("a", `RRULE:${rule}`)))[0]).toContain(reason);
});

test("of a million times 500 are imported, of endless ones those within the campaign, and it is said", () => {
  const million = calendarFile(eventLines("a", "RRULE:FREQ=DAILY;COUNT=1000000"));
  expect(read(million).series[0]?.times.length).toBeLessThanOrEqual(500);
  const old = calendarFile(
    eventLines("a", "DTSTART;TZID=America/New_York:20000103T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY"),
  );
  expect(read(old).series[0]?.times[0]?.slot).toBe("2026-01-05T10:00");
  expect(said(old).join()).toContain("repeats without end");
  expect(said(old)).not.toContain(MANY);
});

test("a series has its exceptions, its further times and its changed times", () => {
  const clock = ";TZID=America/New_York:";
  const { series } = read(
    calendarFile(
      eventLines(
        "a",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        `EXDATE${clock}20261210T100000`,
        `RDATE${clock}20261211T120000`,
      ),
      eventLines(
        "a",
        `RECURRENCE-ID${clock}20261217T100000`,
        `DTSTART${clock}20261218T100000`,
        "DURATION:PT2H",
      ),
    ),
  );
  expect(series[0]?.times.map(({ slot, taken }) => [slot, taken.wallStart])).toEqual([
    ["2026-12-03T10:00", "2026-12-03T10:00"],
    ["2026-12-11T12:00", "2026-12-11T12:00"],
    ["2026-12-17T10:00", "2026-12-18T10:00"],
    ["2026-12-24T10:00", "2026-12-24T10:00"],
  ]);
  expect(series[0]?.exceptions).toEqual(["2026-12-10T10:00"]);
});

test("a series is refused for the cause that holds: its start is missing, or the file leaves out all of its dates", () => {
  const change = "BEGIN:VEVENT\r\nUID:b\r\nRECURRENCE-ID;TZID=America/New_York:20261203T100000\r\nEND:VEVENT";
  expect(reasons(calendarFile(change))).toEqual(["its start (DTSTART) is missing or not a valid time"]);
  const none = eventLines("a", "RRULE:FREQ=DAILY;COUNT=1", "EXDATE;TZID=America/New_York:20261203T100000");
  expect(reasons(calendarFile(none))).toEqual(["the file leaves out every one of its dates (EXDATE)"]);
});

test("what cannot be taken over is listed with its line", () => {
  const file = calendarFile(
    eventLines("a", "DESCRIPTION:text", "ATTENDEE:mailto:x@example.org", "BEGIN:VALARM", "END:VALARM"),
    "BEGIN:VTODO\r\nEND:VTODO",
  );
  expect(read(file).remarks.map(({ sentence, lines }) => [sentence.slice(0, 20), lines])).toEqual([
    ["Tasks (VTODO) are no", [15]],
    ["Descriptions (DESCRI", [10]],
    ["The people invited (", [11]],
    ["Reminders (VALARM) a", [12]],
  ]);
});

test.each([
  ["", "This file is empty"],
  ["<html><body>No</body></html>", "not a calendar file"],
  ["BEGIN:VCARD\r\nFN:X\r\nEND:VCARD", "contact cards"],
  ["BEGIN:VCALENDAR\r\n".repeat(30), "nested more than 20 levels deep"],
  [`BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\nEND:VEVENT\r\n".repeat(50_001)}`, "more than 50000 components"],
  ["\0".repeat(100), "not text"],
])("a file that is none is refused in words (%#)", (text, sentence) => {
  expect(refusal(text)).toContain(sentence);
});

test("lone CRs, a byte order mark, UTF-16, Windows-1250 and a missing end are read and said", () => {
  const file = calendarFile(eventLines("a", "SUMMARY:Příliš žluťoučký"));
  expect(read(file.replaceAll("\r\n", "\r")).events).toHaveLength(1);
  expect(read(`\uFEFF${file}`).events).toHaveLength(1);
  const wide = new Uint8Array(Buffer.from(`\uFEFF${file}`, "utf16le"));
  expect(readBytes(wide)).toMatchObject({ ok: true, events: [{ taken: { title: "Příliš žluťoučký" } }] });
  const old = new Uint8Array(Buffer.from(calendarFile(eventLines("a", "SUMMARY:Pr\xf8")), "latin1"));
  expect(readBytes(old)).toMatchObject({ ok: true, events: [{ taken: { title: "Prř" } }] });
  expect(reasons(file.slice(0, file.indexOf("END:VEVENT")))).toEqual([
    "the file ends in the middle of this event",
  ]);
});

test("two calendars in one file are both read, and an event may stand outside of any", () => {
  expect(read(calendarFile(eventLines("a")) + calendarFile(eventLines("b"))).events).toHaveLength(2);
  expect(read(eventLines("a")).events).toHaveLength(1);
});

test("what is kept of a file is read as the same events again", () => {
  const file = calendarFile(
    MAKEBELIEVE("+0330"),
    eventLines("a", "DESCRIPTION:long", "RRULE:FREQ=WEEKLY;COUNT=4"),
    eventLines("b", "DTSTART;TZID=Makebelieve:20261203T100000", "DURATION:PT1H"),
  );
  const { events, series, kept } = read(file);
  const again = read(kept);
  const content = ({ events, series }: Pick<CalendarReading, "events" | "series">) => [
    events.map(({ uid, taken }) => [uid, taken]),
    series.map(({ uid, times }) => [uid, times.map(({ slot, taken }) => [slot, taken])]),
  ];
  expect(content(again)).toEqual(content({ events, series }));
  expect(kept).not.toContain("long");
});

test("however a good file is damaged, it ends in events or a sentence", () => {
  const good = calendarFile(
    MAKEBELIEVE("+0100"),
    eventLines("a", "RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=MO,WE", "EXDATE;TZID=America/New_York:20261210T100000"),
    eventLines("b", "DTSTART;TZID=Makebelieve:20261203T100000", "DTEND;VALUE=DATE:20261204"),
  );
  const damage = fc.record({
    at: fc.nat(good.length),
    length: fc.nat(40),
    put: fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom("\0", "\r", "\n ", "BEGIN:VEVENT\r\n", ";", ":", "99999999"),
    ),
  });
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      const text = damages.reduce(
        (left, { at, length, put }) => left.slice(0, at) + put + left.slice(at + length),
        good,
      );
      const found = readBytes(new TextEncoder().encode(text));
      expect(found.ok || found.sentence.length > 10).toBe(true);
      if (found.ok) for (const { taken } of found.events) expect(taken.endsAt >= taken.startsAt).toBe(true);
    }),
    { numRuns: 400 },
  );
});

test("a title with NUL characters, or far too long, keeps the text that it has, and it is said", () => {
  const nul = calendarFile(eventLines("a", "SUMMARY:Staff\0 brief\0ing"));
  expect(read(nul).events[0]?.taken.title).toBe("Staff briefing");
  expect(said(nul)).toContain("SUMMARY contains NUL characters and was read without them");
  for (const length of [201, 5_000, 300_000]) {
    const long = calendarFile(eventLines("a", `SUMMARY:A${"🙂".repeat(length / 2)}`));
    expect(read(long).events[0]?.taken.title).toBe(`A${"🙂".repeat(99)}`);
    expect(said(long)).toContain(
      "The title is longer than 200 characters; only the first 200 will be imported",
    );
  }
});

test("what repeats without end since long ago has its times within the campaign", () => {
  const at = "DTSTART;TZID=America/New_York:19700101T090000";
  const daily = read(calendarFile(eventLines("a", at, "DURATION:PT1H", "RRULE:FREQ=DAILY"))).series[0];
  expect(daily).toMatchObject({ wallStart: "1970-01-01T09:00", wallEnd: "1970-01-01T10:00" });
  expect([daily?.times.length, daily?.times[0]?.slot]).toEqual([500, "2026-01-01T09:00"]);
  const change = eventLines(
    "a",
    "DTSTART;TZID=America/New_York:20260102T110000",
    "RECURRENCE-ID;TZID=America/New_York:19700105T090000",
  );
  const changed = read(calendarFile(eventLines("a", at, "RRULE:FREQ=DAILY"), change)).series[0];
  expect(changed?.times[0]?.slot).toBe("2026-01-01T09:00");
});
