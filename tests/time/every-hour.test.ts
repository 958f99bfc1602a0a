import { DateTime } from "luxon";
import { expect, test } from "vitest";
import {
  hoursAheadOfWashington,
  instantOf,
  type Occurrence,
  WASHINGTON,
  type WallTime,
  wallTimeIn,
  wallTimeInUtc,
  type Zone,
} from "#app/time/wall-time.ts";

const PRAGUE: Zone = "Europe/Prague";
const HOUR = 3_600_000;
const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2028, 0, 1);

/** Every `step` of 2026 and 2027, each once. */
function* every(step: number): Generator<Date> {
  for (let at = FIRST; at < LAST; at += step) yield new Date(at);
}

/** What a clock shows, by the calendar of the machine. */
function clockOf(zone: Zone): (instant: Date) => string {
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: "short",
    hourCycle: "h23",
  });
  return (instant) => clock.format(instant).replace(" ", "T");
}

/** Minutes ahead of UTC, by the calendar of the machine. */
function offsetOf(zone: Zone): (instant: Date) => number {
  const clock = clockOf(zone);
  return (instant) => (Date.parse(`${clock(instant)}:00Z`) - instant.getTime()) / 60_000;
}

/** By the second library: what a clock shows. */
function luxonWall(instant: Date, zone: Zone): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

// The clocks of Lord Howe Island change by half an hour, those of Kathmandu stand a quarter off.
const ELSEWHERE = ["America/Chicago", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe"] as const;

for (const zone of [WASHINGTON, PRAGUE]) {
  test(`every hour of 2026 and 2027: wall time and back is the same instant, in ${zone}`, () => {
    const intl = clockOf(zone);
    for (const instant of every(HOUR)) checkInstant(instant, zone, intl);
  });
}

for (const zone of ELSEWHERE) {
  test(`every seventh half hour of 2026 and 2027 comes back as well in ${zone}`, () => {
    const intl = clockOf(zone);
    for (const instant of every(3.5 * HOUR)) checkInstant(instant, zone, intl);
  });
}

/** The clock is that of both others; it comes back to the instant, and asks where it shows that time twice. */
function checkInstant(instant: Date, zone: Zone, intl: (instant: Date) => string): void {
  const wall = wallTimeIn(instant, zone);
  expect(wall).toBe(intl(instant));
  expect(wall).toBe(luxonWall(instant, zone));
  const [before, after] = [-1, 1].map((by) => twinOf(instant, by, intl, wall));
  const plain = instantOf(wall, zone);
  if (before === undefined && after === undefined) {
    expect(plain).toEqual({ ok: true, instant });
    return;
  }
  expect(plain).toEqual({ ok: false, reason: "time-occurs-twice" });
  const which: Occurrence = before === undefined ? "first" : "second";
  expect(instantOf(wall, zone, which)).toEqual({ ok: true, instant });
}

/** Another instant close by at which the clock shows the same, by the calendar of the machine. */
function twinOf(
  instant: Date,
  by: number,
  intl: (instant: Date) => string,
  wall: WallTime,
): Date | undefined {
  return [0.5, 1]
    .map((hours) => new Date(instant.getTime() + by * hours * HOUR))
    .find((at) => intl(at) === wall);
}

test("every quarter of an hour on the wall of 2026 and 2027 exists, is refused or is asked about, as both others say", () => {
  for (const zone of [WASHINGTON, PRAGUE]) {
    const intl = clockOf(zone);
    for (const asUtc of every(HOUR / 4)) {
      const wall = wallTimeInUtc(asUtc);
      const shown = (zone === PRAGUE ? [-2, -1] : [4, 5]).map(
        (hours) => new Date(asUtc.getTime() + hours * HOUR),
      );
      const instants = shown.filter((at) => intl(at) === wall);
      const answer = instantOf(wall, zone);
      if (instants.length === 1) expect(answer).toEqual({ ok: true, instant: instants[0] });
      else if (instants.length === 0) {
        expect(answer).toEqual({ ok: false, reason: "time-does-not-exist" });
        expect(DateTime.fromISO(wall, { zone }).toFormat("yyyy-MM-dd'T'HH:mm")).not.toBe(wall);
      } else {
        expect(answer).toEqual({ ok: false, reason: "time-occurs-twice" });
        expect(DateTime.fromISO(wall, { zone }).getPossibleOffsets()).toHaveLength(2);
      }
    }
  }
});

test("the gap shown is that of both others at every hour, and five hours in exactly the weeks that are said", () => {
  const [here, there] = [offsetOf(WASHINGTON), offsetOf(PRAGUE)];
  const five: string[] = [];
  for (const instant of every(HOUR)) {
    const gap = hoursAheadOfWashington(instant, PRAGUE);
    expect(gap).toBe((there(instant) - here(instant)) / 60);
    const at = (zone: Zone) => DateTime.fromJSDate(instant, { zone }).offset;
    expect(gap).toBe((at(PRAGUE) - at(WASHINGTON)) / 60);
    if (gap === 5) five.push(instant.toISOString().slice(0, 13));
    else expect(gap).toBe(6);
  }
  const edges = five.filter((hour, at) => !follows(five[at - 1], hour) || !follows(hour, five[at + 1]));
  expect(edges).toEqual([
    "2026-03-08T07",
    "2026-03-29T00",
    "2026-10-25T01",
    "2026-11-01T05",
    "2027-03-14T07",
    "2027-03-28T00",
    "2027-10-31T01",
    "2027-11-07T05",
  ]);
});

function follows(one: string | undefined, other: string | undefined): boolean {
  return (
    one !== undefined && other !== undefined && Date.parse(`${other}:00Z`) - Date.parse(`${one}:00Z`) === HOUR
  );
}

test("a wall time is refused or asked about in the hours in which the clocks change, and in no other", () => {
  const refused = new Map<string, number>();
  for (const zone of [WASHINGTON, PRAGUE]) {
    for (const asUtc of every(HOUR / 4)) {
      const answer = instantOf(wallTimeInUtc(asUtc), zone);
      if (!answer.ok)
        refused.set(`${zone} ${answer.reason}`, (refused.get(`${zone} ${answer.reason}`) ?? 0) + 1);
    }
  }
  expect(Object.fromEntries(refused)).toEqual({
    [`${WASHINGTON} time-does-not-exist`]: 8,
    [`${WASHINGTON} time-occurs-twice`]: 8,
    [`${PRAGUE} time-does-not-exist`]: 8,
    [`${PRAGUE} time-occurs-twice`]: 8,
  });
});
