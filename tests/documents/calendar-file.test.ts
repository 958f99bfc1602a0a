import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarEntry, CalendarSeries } from "#app/campaign/calendar-files/calendar-entry.ts";
import { calendarFile } from "#app/campaign/calendar-files/writing/calendar-file.ts";
import type { Titles } from "#app/campaign/feeds/feed.ts";
import { HANDLINGS, type Handling } from "#app/text/handling.ts";
import { dayOf, instantOf, WASHINGTON, wallAt, wallTimeInUtc } from "#app/time/wall-time.ts";
import { allDay, calendarEntry, calendarSeries, shownOf, timed } from "../support/builders/calendar-entry.ts";
import { READERS } from "../support/calendar-readers.ts";

const ORIGIN = "https://demarche.example";

function written(entries: CalendarEntry[], series: CalendarSeries[] = [], titles: Titles = "shown"): string {
  const file = {
    name: titles === "shown" ? "Strategic autonomy" : "Busy",
    isFeed: true,
    detail: { titles, origin: ORIGIN },
    entries,
    series,
    only: null,
  };
  const text = [...calendarFile(file)].join("");
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return text;
}

function expectShown(file: string, entries: CalendarEntry[]): void {
  for (const [name, read] of Object.entries(READERS)) expect(read(file), name).toEqual(shownOf(entries));
}

const ZONES = [
  WASHINGTON,
  "Europe/Prague",
  "Asia/Tokyo",
  "Asia/Kolkata",
  "Africa/Casablanca",
  "America/Santiago",
  "UTC",
] as const;

/** A wall time in 2026 or 2027 that its zone has, once or twice, with the instant that is meant. */
const anyTime = fc
  .record({
    minute: fc.integer({ min: 0, max: 2 * 365 * 96 }),
    zone: fc.constantFrom(...ZONES),
    minutes: fc.constantFrom(15, 45, 60, 90, 600, 2_000),
    occurrence: fc.constantFrom("first" as const, "second" as const),
  })
  .map(({ minute, zone, minutes, occurrence }) => {
    const wall = wallTimeInUtc(new Date(Date.UTC(2026, 0, 1) + minute * 15 * 60_000));
    return instantOf(wall, zone, occurrence).ok ? timed(wall, minutes, zone, occurrence) : null;
  })
  .filter((time) => time !== null);

/** Titles that somebody types, and such that break files. (node-ical takes a backslash before an n for a line end.) */
const anyTitle = fc
  .oneof(
    fc.constantFrom(
      "Rozhovor s náměstkem; příprava, část 2",
      'He said "yes"',
      "C:\\Folder\\File",
      "a,b;c",
      "👩‍👩‍👧‍👦 rodina",
      "x".repeat(300),
    ),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }),
  )
  .map((title) =>
    title
      .replaceAll("\\n", "")
      .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
      .trim(),
  )
  .filter((title) => title !== "");

test("whatever is planned, three readers show the same events at the same instants", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ time: anyTime, title: anyTitle }), { maxLength: 12 }), (planned) => {
      const entries = planned.map(({ time, title }) => calendarEntry({ ...time, title }));
      expectShown(written(entries), entries);
    }),
    { numRuns: 150 },
  );
});

test("the hour that occurs twice is told apart", () => {
  const entries = [
    calendarEntry({ title: "First", ...timed("2026-11-01T01:30", 20, WASHINGTON, "first") }),
    calendarEntry({ title: "Second", ...timed("2026-11-01T01:30", 20, WASHINGTON, "second") }),
    calendarEntry({ title: "Prague", ...timed("2026-10-25T02:30", 20, "Europe/Prague", "second") }),
  ];
  const file = written(entries);
  expect(file).toContain("DTSTART:20261101T053000Z\r\n");
  expect(file).toContain("DTSTART:20261101T063000Z\r\n");
  expectShown(file, entries);
});

test("whole days are dates, the end after the last", () => {
  const entries = [
    calendarEntry({ title: "One day", ...allDay("2026-11-12", "2026-11-12") }),
    calendarEntry({ title: "A visit", ...allDay("2027-03-12", "2027-03-16", "Europe/Prague") }),
  ];
  const file = written(entries);
  expect(file).toContain("DTSTART;VALUE=DATE:20270312\r\nDTEND;VALUE=DATE:20270317\r\n");
  expectShown(file, entries);
});

test("a cancelled event is in the file as cancelled, so that copies of it go", () => {
  const entries = [calendarEntry({ schedule: "cancelled" }), calendarEntry({ schedule: "tentative" })];
  const file = written(entries);
  expect(file).toContain("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n");
  expect(file).toContain("STATUS:TENTATIVE\r\nTRANSP:OPAQUE\r\nX-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n");
  expectShown(file, entries);
});

const RULES = [
  "FREQ=WEEKLY;BYDAY=TU",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
  "FREQ=WEEKLY;COUNT=20",
  "FREQ=WEEKLY;UNTIL=20270301T140000Z",
  "FREQ=DAILY;INTERVAL=3;COUNT=40",
  "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
  "FREQ=MONTHLY;BYDAY=2TU",
  "FREQ=MONTHLY;BYMONTHDAY=31",
  "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231",
  "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3",
  "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231T235900",
];

describe.each(RULES)("%s", (rule) => {
  test.each([WASHINGTON, "Europe/Prague", "Asia/Tokyo", "Asia/Kolkata"] as const)(
    "in %s, its times are the same in every reader",
    (zone) => {
      const { series, entries } = calendarSeries(rule, {
        wall: "2026-10-06T09:30",
        minutes: 45,
        zone,
        lastDay: "2027-06-30",
      });
      const file = written(entries, [series]);
      expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      expectShown(file, entries);
    },
  );

  test("some moved, some renamed, some cancelled, some not in the file", () => {
    const { series, entries } = calendarSeries(rule, {
      wall: "2026-10-06T09:30",
      minutes: 45,
      zone: WASHINGTON,
      lastDay: "2027-06-30",
    });
    const kept = entries.filter((_, index) => index % 5 !== 3).map((entry, index) => changed(entry, index));
    const file = written(kept, [series]);
    expect(file).toContain("EXDATE;TZID=America/New_York:");
    expectShown(file, kept);
  });

  test("of whole days", () => {
    const { series, entries } = calendarSeries(rule, {
      wall: "2026-10-06T00:00",
      minutes: 0,
      days: 2,
      zone: WASHINGTON,
      lastDay: "2027-06-30",
    });
    const kept = entries.filter((_, index) => index % 4 !== 1);
    expectShown(written(kept, [series]), kept);
  });
});

function changed(entry: CalendarEntry, index: number): CalendarEntry {
  const later = timed(wallAt(dayOf(entry.wallStart), "16:00"), 30, "Europe/Prague");
  if (index % 7 === 1) return { ...entry, ...later, sequence: 2 };
  if (index % 7 === 2) return { ...entry, title: "Another title", sequence: 1 };
  return index % 7 === 4 ? { ...entry, schedule: "cancelled" } : entry;
}

test("a series in the hours that the clocks skip or show twice", () => {
  const { series, entries } = calendarSeries("FREQ=WEEKLY;BYDAY=SU", {
    wall: "2026-09-06T02:30",
    minutes: 60,
    zone: WASHINGTON,
    lastDay: "2027-06-30",
  });
  expect(entries.some(({ wallStart }) => wallStart.startsWith("2027-03-14"))).toBe(false);
  expectShown(written(entries, [series]), entries);
  const twice = calendarSeries("FREQ=WEEKLY;BYDAY=SU", {
    wall: "2026-09-06T01:30",
    minutes: 20,
    zone: WASHINGTON,
    lastDay: "2027-06-30",
  });
  const second = twice.entries.map((entry) =>
    entry.wallStart.startsWith("2026-11-01")
      ? { ...entry, ...timed("2026-11-01T01:30", 20, WASHINGTON, "second") }
      : entry,
  );
  expectShown(written(second, [twice.series]), second);
});

test("a time that the rule does not give stands alone, and all of them where no rule can be read", () => {
  const { series, entries } = calendarSeries("FREQ=WEEKLY;BYDAY=TU;COUNT=4", {
    wall: "2026-10-06T09:30",
    minutes: 45,
    zone: WASHINGTON,
    lastDay: "2027-06-30",
  });
  const extra = calendarEntry({
    ...timed("2026-10-08T09:30", 45, WASHINGTON),
    series: { id: series.id, slot: "2026-10-08T09:30" },
  });
  expectShown(written([...entries, extra], [series]), [...entries, extra]);
  const unread = { ...series, rule: "FREQ=SECONDLY" };
  expectShown(written(entries, [unread]), entries);
});

test("busy only has the word, and nothing of what was written", () => {
  const { series, entries } = calendarSeries("FREQ=WEEKLY;BYDAY=TU;COUNT=4", {
    wall: "2026-10-06T09:30",
    minutes: 45,
    zone: WASHINGTON,
    lastDay: "2027-06-30",
    title: "SFRC secret",
    link: "https://meet.example/secret",
  });
  const alone = calendarEntry({
    title: "Secret",
    place: "Secret room",
    importedUid: "secret@senate.example",
    messages: [1, 2],
  });
  const file = written(
    [alone, ...entries],
    [{ ...series, importedUid: "secret-series@senate.example" }],
    "busy only",
  );
  expect(file).not.toMatch(/secret|senate|Strategic|TLP|https?:|LOCATION|DESCRIPTION|CLASS/i);
  for (const read of Object.values(READERS))
    expect(read(file)).toEqual(shownOf([alone, ...entries], () => "Busy"));
});

test("an imported event leaves under its own UID, but never two under one", () => {
  const one = calendarEntry({ id: "one", importedUid: "040000008200E00074C5" });
  const two = calendarEntry({ id: "two", importedUid: "040000008200E00074C5" });
  const uids = [...written([one, two]).matchAll(/UID:(.*)\r\n/g)].map((match) => match[1]);
  expect(uids).toEqual(["040000008200E00074C5", "two@demarche"]);
});

test("the file says what it is, for how long it holds, and nobody is invited", () => {
  const file = written([
    calendarEntry({ link: "https://meet.example/a?b=c,d;e", messages: [1, 3], sequence: 3 }),
  ]).replaceAll("\r\n ", "");
  expect(file).toContain("CONFERENCE;VALUE=URI:https://meet.example/a?b=c,d;e\r\n");
  expect(file).toContain(
    "DESCRIPTION:Handling: TLP:AMBER\\nCampaign: Strategic autonomy\\nMessages 1\\, 3\\nLink: https://meet.example/a?b=c\\,d\\;e\r\n",
  );
  expect(file).toContain("SEQUENCE:3\r\n");
  expect(file).not.toMatch(/ATTENDEE|ORGANIZER|VALARM/);
});

test("an empty calendar is one that every reader takes", () => {
  expectShown(written([]), []);
});

test("only what everybody may read is public in a shared calendar", () => {
  const classes: Partial<Record<Handling, string>> = {
    "TLP:CLEAR": "PUBLIC",
    "TLP:GREEN": "PRIVATE",
    "TLP:AMBER": "PRIVATE",
    "TLP:AMBER+STRICT": "CONFIDENTIAL",
  };
  for (const handling of HANDLINGS.filter((each) => each in classes))
    expect(written([calendarEntry({ handling })]).match(/^CLASS:.*$/gm), handling).toEqual([
      `CLASS:${classes[handling]}`,
    ]);
});
