import { tzOffset } from "@date-fns/tz";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { zoneComponent } from "#app/campaign/calendar-files/writing/icalendar-zone.ts";
import type { Zone } from "#app/time/wall-time.ts";
import { everyZone } from "#app/time/wall-time.ts";

const HOUR = 3_600_000;

/** The offset in minutes by what the VTIMEZONE says, as ical.js reads it, and by this machine. */
function differences(zone: Zone, component: string, first: number, last: number): string[] {
  const timezone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(component)));
  const different: string[] = [];
  for (let at = Date.UTC(first, 0, 1); at < Date.UTC(last + 1, 0, 1); at += 31 * HOUR) {
    const wall = new Date(at + tzOffset(zone, new Date(at)) * 60_000);
    const read = ICAL.Time.fromDateTimeString(wall.toISOString().slice(0, 19), undefined);
    read.zone = timezone;
    if (read.toUnixTime() * 1000 !== at && !isTwice(zone, at)) different.push(new Date(at).toISOString());
  }
  return different;
}

/** In the hour that clocks show twice a wall time alone does not say which is meant. */
function isTwice(zone: Zone, at: number): boolean {
  return [-3, -2, -1, 1, 2, 3].some((hours) => {
    const other = at + hours * HOUR;
    return tzOffset(zone, new Date(other)) !== tzOffset(zone, new Date(at));
  });
}

test("every zone is described as this machine reckons it, past and future", () => {
  const wrong = everyZone().filter(
    (zone) => differences(zone, zoneComponent(zone, 2024, 2028), 2024, 2028).length > 0,
  );
  expect(wrong).toEqual([]);
});

test.each(["America/New_York", "Europe/Prague"] as const)(
  "%s goes by two yearly rules that hold beyond the file",
  (zone) => {
    const component = zoneComponent(zone, 2026, 2027);
    expect(component.match(/RRULE:FREQ=YEARLY/g)).toHaveLength(2);
    expect(differences(zone, component, 2026, 2045)).toEqual([]);
  },
);

test("a clock that changed its rules is described change by change", () => {
  expect(zoneComponent("America/New_York", 2005, 2008)).not.toContain("RRULE");
  expect(differences("America/New_York", zoneComponent("America/New_York", 2005, 2008), 2005, 2008)).toEqual(
    [],
  );
});

test("the rules read as the standard writes them", () => {
  expect(zoneComponent("America/New_York", 2026, 2027)).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU");
  expect(zoneComponent("Europe/Prague", 2026, 2027)).toContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU");
  expect(zoneComponent("Asia/Kolkata", 2026, 2027)).toContain("TZOFFSETTO:+0530");
});
