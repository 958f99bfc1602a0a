import fc from "fast-check";
import { expect, test } from "vitest";
import { lastDayOf, packBands, spansDays } from "#app/campaign/calendar/bands.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { WallTime } from "#app/time/wall-time.ts";

const MONDAY = "2026-11-09";
const WEEK = [0, 1, 2, 3, 4].map((days) => addDays(MONDAY, days));
const timed = (wallStart: WallTime, wallEnd: WallTime) => ({ wallStart, wallEnd, isAllDay: false });
const whole = (first: number, days: number) =>
  ({
    wallStart: `${addDays(MONDAY, first)}T00:00`,
    wallEnd: `${addDays(MONDAY, first + days)}T00:00`,
    isAllDay: true,
  }) as const;

test("whole days and what lasts from day to day go over the days, an evening past midnight does not", () => {
  expect(spansDays(whole(0, 1))).toBe(true);
  expect(spansDays(timed("2026-11-12T09:00", "2026-11-13T18:00"))).toBe(true);
  expect(spansDays(timed("2026-11-12T09:00", "2026-11-12T18:00"))).toBe(false);
  expect(spansDays(timed("2026-11-12T22:00", "2026-11-13T01:00"))).toBe(false);
  expect(spansDays(timed("2026-11-12T08:00", "2026-11-13T00:00"))).toBe(false);
});

test("an event that ends at midnight ends on the day before", () => {
  expect(lastDayOf(whole(0, 1))).toBe(MONDAY);
  expect(lastDayOf(whole(0, 3))).toBe("2026-11-11");
  expect(lastDayOf(timed("2026-11-12T00:00", "2026-11-12T00:00"))).toBe("2026-11-12");
});

test("bands lie on their days, cut to those shown, and share a row where their days are free", () => {
  const [visit, fair, trip] = [whole(-3, 4), whole(1, 2), whole(0, 9)];
  expect(packBands([fair, visit, trip], WEEK).bands).toEqual([
    { event: trip, from: 0, to: 4, row: 0 },
    { event: visit, from: 0, to: 0, row: 1 },
    { event: fair, from: 1, to: 2, row: 1 },
  ]);
});

test("no two bands of one row meet, and what seven rows would need is left", () => {
  const bands = fc.array(fc.tuple(fc.integer({ min: -2, max: 4 }), fc.integer({ min: 1, max: 7 })));
  fc.assert(
    fc.property(bands, (spans) => {
      const events = spans.map(([first, days]) => whole(first, days));
      const packed = packBands(events, WEEK);
      for (const one of packed.bands) {
        expect(one.row).toBeLessThan(6);
        const beside = packed.bands.filter((other) => other !== one && other.row === one.row);
        expect(beside.filter((other) => other.from <= one.to && one.from <= other.to)).toEqual([]);
      }
      const onThese = events.filter((event) => lastDayOf(event) >= MONDAY);
      expect(packed.bands.length + packed.left.length).toBe(onThese.length);
    }),
  );
});
