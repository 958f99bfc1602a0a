import fc from "fast-check";
import { expect, test } from "vitest";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import { YEARLY_ZONES, yearlyZoneComponent } from "../../support/builders/zone-of-file.ts";

const options = {
  clock: null,
  homeZone: "Europe/Prague",
  firstDay: "2026-01-01",
  lastDay: "2027-06-30",
} as const;
const ZONE = yearlyZoneComponent(YEARLY_ZONES[0]!, "Customized Time Zone", "Exchange");

function seriesIn(...events: readonly string[]) {
  const read = readCalendarFile(new TextEncoder().encode(calendarFile(ZONE, ...events)), options);
  if (!read.ok) throw new Error(read.sentence);
  const [series] = read.series;
  return {
    days: series?.times.map(({ taken }) => taken.wallStart.slice(0, 10)) ?? [],
    titles: series?.times.map(({ taken }) => taken.title) ?? [],
    isAllDay: series?.times.every(({ taken }) => taken.isAllDay),
    others: read.events.length + read.series.length - 1,
    notTaken: read.notTaken,
    rule: series?.rule,
  };
}

/** How programs write midnight of a day of February 2026 where only the day is meant. */
const MIDNIGHTS: readonly (readonly [string, (day: string) => string])[] = [
  ["as Exchange does, in a zone that all know", (day) => `;TZID=Central Europe Standard Time:${day}T000000`],
  ["as Exchange does, in a zone of the file's own", (day) => `;TZID=Customized Time Zone:${day}T000000`],
  ["in Washington's zone", (day) => `;TZID=America/New_York:${day}T000000`],
  ["without a zone", (day) => `:${day}T000000`],
  ["at midnight in UTC", (day) => `:${day}T000000Z`],
  ["as the instant of Prague's midnight", (day) => `:${Number(day) - 1}T230000Z`],
  ["as the instant of Washington's midnight", (day) => `:${day}T050000Z`],
  ["as a day", (day) => `;VALUE=DATE:${day}`],
];

test.each(MIDNIGHTS)("in a series of days a day written %s is that day", (_, midnight) => {
  const found = seriesIn(
    eventLines(
      "a",
      "DTSTART;VALUE=DATE:20260224",
      "RRULE:FREQ=DAILY;COUNT=6",
      `EXDATE${midnight("20260225")}`,
    ),
    eventLines(
      "a",
      "SUMMARY:Moved",
      `RECURRENCE-ID${midnight("20260226")}`,
      `DTSTART${midnight("20260304")}`,
      `DTEND${midnight("20260305")}`,
    ),
  );
  expect(found).toMatchObject({ isAllDay: true, others: 0, notTaken: [] });
  expect(found.days).toEqual(["2026-02-24", "2026-03-04", "2026-02-27", "2026-02-28", "2026-03-01"]);
  expect(found.titles[1]).toBe("Moved");
});

test.each(MIDNIGHTS)("a series of days that ends on a day written %s has that day", (_, midnight) => {
  const until = midnight("20260227").replace(/^.*:/, "");
  const { days, rule } = seriesIn(
    eventLines("a", "DTSTART;VALUE=DATE:20260224", `RRULE:FREQ=DAILY;UNTIL=${until}`),
  );
  expect(days.at(-1)).toBe("2026-02-27");
  expect(rule).toBe("FREQ=DAILY;UNTIL=20260227");
});

test("of any series of days, with any of them moved or deleted in any way, each comes once", () => {
  const act = fc.record({
    way: fc.nat(MIDNIGHTS.length - 1),
    kind: fc.constantFrom("stays", "moved", "deleted"),
  });
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 4 }), (acts) => {
      const days = acts.map((_, index) => String(20260223 + index));
      const written = (index: number, day: string) => MIDNIGHTS[acts[index]?.way ?? 0]?.[1](day) ?? "";
      const left = days.flatMap((day, index) =>
        acts[index]?.kind === "deleted" ? [`EXDATE${written(index, day)}`] : [],
      );
      const moved = days.flatMap((day, index) =>
        acts[index]?.kind === "moved"
          ? [
              eventLines(
                "a",
                `SUMMARY:Moved ${day}`,
                `RECURRENCE-ID${written(index, day)}`,
                `DTSTART;VALUE=DATE:202604${day.slice(6)}`,
              ),
            ]
          : [],
      );
      fc.pre(left.length < days.length);
      const found = seriesIn(
        eventLines("a", "DTSTART;VALUE=DATE:20260223", `RRULE:FREQ=DAILY;COUNT=${days.length}`, ...left),
        ...moved,
      );
      const expected = days.flatMap((day, index) => {
        const kind = acts[index]?.kind;
        return kind === "deleted"
          ? []
          : [kind === "moved" ? `2026-04-${day.slice(6)}` : `2026-02-${day.slice(6)}`];
      });
      expect(found.days).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test("in a series of hours a time that is named by its day is the one on that day", () => {
  const found = seriesIn(
    eventLines("a", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261210"),
    eventLines(
      "a",
      "RECURRENCE-ID;VALUE=DATE:20261217",
      "DTSTART;TZID=America/New_York:20261218T110000",
      "DURATION:PT1H",
    ),
  );
  expect(found.days).toEqual(["2026-12-03", "2026-12-18"]);
});

test("a time of a series that is cancelled without a start of its own is cancelled where it was", () => {
  const read = readCalendarFile(
    new TextEncoder().encode(
      calendarFile(
        eventLines("a", "RRULE:FREQ=WEEKLY;COUNT=2"),
        "BEGIN:VEVENT\r\nUID:a\r\nSTATUS:CANCELLED\r\nRECURRENCE-ID;TZID=America/New_York:20261210T100000\r\nEND:VEVENT",
      ),
    ),
    options,
  );
  expect(read.ok && read.series[0]?.times.map(({ taken }) => [taken.wallStart, taken.schedule])).toEqual([
    ["2026-12-03T10:00", "confirmed"],
    ["2026-12-10T10:00", "cancelled"],
  ]);
});
