import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { readCalendarFile } from "#app/campaign/calendar-files/reading/read-calendar-file.ts";
import { type WallTime, wallTimeInUtc, type Zone } from "#app/time/wall-time.ts";
import { calendarFile, eventLines } from "../../support/builders/calendar-file.ts";
import {
  datedZoneComponent,
  WRITERS,
  YEARLY_ZONES,
  yearlyZoneComponent,
} from "../../support/builders/zone-of-file.ts";

const options = {
  clock: null,
  homeZone: "Europe/Prague",
  firstDay: "2026-01-01",
  lastDay: "2027-06-30",
} as const;
const TZID = "Customized Time Zone";

function startsOf(zone: string, walls: readonly string[]): (string | undefined)[] {
  const events = walls.map((wall, index) =>
    eventLines(`e${index}`, `DTSTART;TZID=${TZID}:${wall.replace(/[-:]/g, "")}00`, "DURATION:PT1H"),
  );
  const read = readCalendarFile(new TextEncoder().encode(calendarFile(zone, ...events)), options);
  if (!read.ok) throw new Error(read.sentence);
  const byUid = new Map(read.events.map(({ uid, taken }) => [uid, taken.startsAt]));
  return walls.map((_, index) => byUid.get(`e${index}`));
}

/** The instant by luxon; null where the clocks skip the time or show it twice, which is another test's. */
function instantBy(zone: Zone, wall: WallTime): string | null {
  const at = DateTime.fromISO(wall, { zone });
  const isSkipped = at.toFormat("yyyy-MM-dd'T'HH:mm") !== wall;
  const isTwice = [-120, 120].some((minutes) => {
    const other = at.plus({ minutes });
    return other.offset !== at.offset;
  });
  return isSkipped || isTwice ? null : at.toUTC().toJSDate().toISOString();
}

const kinds = YEARLY_ZONES.flatMap((zone) => WRITERS.map((writer) => [zone.zone, writer, zone] as const));

test.each(kinds)(
  "a zone of rules like %s, as %s writes it, is right in every year",
  (zone, writer, yearly) => {
    const times = fc.array(
      fc.tuple(fc.integer({ min: yearly.since + 1, max: 2036 }), fc.nat(364), fc.nat(1_439)),
      { minLength: 40, maxLength: 80 },
    );
    fc.assert(
      fc.property(times, (drawn) => {
        const walls = drawn
          .map(([year, day, minute]) => wallTimeInUtc(new Date(Date.UTC(year, 0, 1 + day, 0, minute))))
          .filter((wall) => instantBy(zone, wall) !== null);
        const found = startsOf(yearlyZoneComponent(yearly, TZID, writer), walls);
        expect(walls.map((wall, index) => [wall, found[index]])).toEqual(
          walls.map((wall) => [wall, instantBy(zone, wall)]),
        );
      }),
      { numRuns: 6 },
    );
  },
);

test("the rules of Exchange, which begin in 1601, hold in 1950 and in 2150 as they hold today", () => {
  const [prague] = YEARLY_ZONES;
  const zone = yearlyZoneComponent(prague!, TZID, "Exchange");
  const walls = [1950, 1999, 2000, 2001, 2026, 2150].flatMap((year) => [
    `${year}-01-15T12:00`,
    `${year}-07-15T12:00`,
  ]);
  expect(startsOf(zone, walls).map((at) => at?.slice(11, 16))).toEqual(
    walls.map((wall) => (wall.includes("-07-") ? "10:00" : "11:00")),
  );
});

test.each([
  "Europe/Prague",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "Europe/Istanbul",
  "Asia/Tehran",
  "Pacific/Apia",
] as const)("the history of %s, change by change, gives the instants of this machine", (zone) => {
  const component = datedZoneComponent(zone, TZID, 1995, 2030);
  const walls = Array.from({ length: 400 }, (_, index) =>
    wallTimeInUtc(new Date(Date.UTC(1996, 0, 1 + index * 31, index % 24, 30))),
  ).filter((wall) => instantBy(zone, wall) !== null);
  expect(startsOf(component, walls)).toEqual(walls.map((wall) => instantBy(zone, wall)));
});

const history = (rules: readonly (readonly [string, string, string, string, string])[]) =>
  [
    "BEGIN:VTIMEZONE",
    `TZID:${TZID}`,
    ...rules.flatMap(([name, start, before, after, rule]) => [
      `BEGIN:${name}`,
      `DTSTART:${start}`,
      `TZOFFSETFROM:${before}`,
      `TZOFFSETTO:${after}`,
      `RRULE:FREQ=YEARLY;${rule}`,
      `END:${name}`,
    ]),
    "END:VTIMEZONE",
  ].join("\r\n");

test.each([
  [
    "America/New_York",
    history([
      ["DAYLIGHT", "19870405T020000", "-0500", "-0400", "UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU"],
      ["STANDARD", "19671029T020000", "-0400", "-0500", "UNTIL=20061029T060000Z;BYMONTH=10;BYDAY=-1SU"],
      ["DAYLIGHT", "20070311T020000", "-0500", "-0400", "BYMONTH=3;BYDAY=2SU"],
      ["STANDARD", "20071104T020000", "-0400", "-0500", "BYMONTH=11;BYDAY=1SU"],
    ]),
  ],
  [
    "Australia/Sydney",
    history([
      ["STANDARD", "19960331T030000", "+1100", "+1000", "UNTIL=20050326T160000Z;BYMONTH=3;BYDAY=-1SU"],
      ["STANDARD", "20060402T030000", "+1100", "+1000", "COUNT=1;BYMONTH=4;BYDAY=1SU"],
      ["STANDARD", "20070325T030000", "+1100", "+1000", "COUNT=1;BYMONTH=3;BYDAY=-1SU"],
      ["STANDARD", "20080406T030000", "+1100", "+1000", "BYMONTH=4;BYDAY=1SU"],
      ["DAYLIGHT", "20011028T020000", "+1000", "+1100", "UNTIL=20071027T160000Z;BYMONTH=10;BYDAY=-1SU"],
      ["DAYLIGHT", "20081005T020000", "+1000", "+1100", "BYMONTH=10;BYDAY=1SU"],
    ]),
  ],
] as const)("rules of %s that ended and that go on are each kept to their years", (zone, component) => {
  const walls = Array.from({ length: 360 }, (_, index) =>
    wallTimeInUtc(new Date(Date.UTC(2001, 11, 1 + index * 29, 9, 15))),
  );
  expect(startsOf(component, walls)).toEqual(walls.map((wall) => instantBy(zone, wall)));
});

test("a zone of which a part cannot be read is asked about, and not followed for half of the year", () => {
  const zone = yearlyZoneComponent(YEARLY_ZONES[0]!, TZID, "Exchange").replace("BYMONTH=3", "BYEASTER=0");
  const event = eventLines("a", `DTSTART;TZID=${TZID}:20260715T100000`, "DURATION:PT1H");
  const read = readCalendarFile(new TextEncoder().encode(calendarFile(zone, event)), options);
  expect(read).toMatchObject({ ok: true, asksForClock: true, events: [] });
});

test("GMT with a summer time of its own, as Notes writes London's, is not UTC", () => {
  const london = YEARLY_ZONES.find(({ zone }) => zone === "Europe/London");
  const component = yearlyZoneComponent(london!, "GMT", "Notes");
  const event = eventLines("a", "DTSTART;TZID=GMT:20260715T100000", "DURATION:PT1H");
  const read = readCalendarFile(new TextEncoder().encode(calendarFile(component, event)), options);
  expect(read).toMatchObject({ ok: true, events: [{ taken: { startsAt: "2026-07-15T09:00:00.000Z" } }] });
});
