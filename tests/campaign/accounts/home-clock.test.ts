import { expect, test } from "vitest";
import {
  describeHomeClock,
  describeNextHoliday,
  findHomeCapital,
  HOME_CAPITALS,
} from "#app/time/home-capital.ts";

import { isZone } from "#app/time/wall-time.ts";

const now = new Date("2026-11-10T15:40:00.000Z");

function clockOf(city: string, at: Date): string {
  const capital = findHomeCapital(city);
  return capital === null ? "" : describeHomeClock(capital, at);
}

test("a capital's clock is told with the next days on which the gap is another", () => {
  expect(clockOf("Prague", now)).toBe(
    "Now 10:40 in Washington, 16:40 in Prague. Six hours ahead; five from 14 to 28 March 2027.",
  );
});

test("while the gap is another, those days are told from today", () => {
  expect(clockOf("Prague", new Date("2026-10-28T14:40:00.000Z"))).toBe(
    "Now 10:40 in Washington, 15:40 in Prague. Six hours ahead; five from 28 October to 1 November.",
  );
});

test("a capital that never changes its clocks is told with the gap of most days", () => {
  expect(clockOf("Reykjavik", now)).toContain(
    "Four hours ahead; five from 10 November 2026 to 14 March 2027.",
  );
});

test("today's holiday is the next one, and an unknown country has none", () => {
  expect(describeNextHoliday("CZ", "2026-11-17")).toMatch(/^Tue 17 Nov, /);
  expect(describeNextHoliday("CZ", "2026-11-18")).toMatch(/^Thu 24 Dec, /);
  expect(describeNextHoliday("XX", "2026-11-17")).toBe("");
});

test("every capital that can be chosen has a zone and holidays", () => {
  for (const { city, zone, country } of HOME_CAPITALS) {
    expect(isZone(zone), city).toBe(true);
    expect(describeNextHoliday(country, "2026-11-10"), city).not.toBe("");
  }
});
