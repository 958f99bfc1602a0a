import fc from "fast-check";
import { expect, test } from "vitest";
import { groupByDay } from "#app/campaign/calendar/pages/agenda-model.ts";
import {
  daysShown,
  homeDeskCloses,
  hoursShown,
  linesThatFit,
  placeInDay,
} from "#app/campaign/calendar/week.ts";
import { clockTime, type TimeOfDay, type WallTime, wallAt } from "#app/time/wall-time.ts";

const DAY = "2026-11-12";
const wall = (minute: number) => clockTime(0, minute);
const span = (wallStart: WallTime, wallEnd: WallTime) => ({ wallStart, wallEnd, isAllDay: false });
const event = (from: TimeOfDay, until: TimeOfDay) => span(wallAt(DAY, from), wallAt(DAY, until));

test("events that overlap stand in lanes of their own, and every one is where its time is", () => {
  const minutes = fc.tuple(fc.nat(23 * 60), fc.integer({ min: 1, max: 180 }));
  fc.assert(
    fc.property(fc.array(minutes, { maxLength: 12 }), (spans) => {
      const events = spans.map(([start, length]) => event(wall(start), wall(Math.min(start + length, 1439))));
      const { placed, left } = placeInDay(events, DAY);
      expect(placed.length + left.length).toBe(events.length);
      for (const one of placed) {
        const [hours = 0, minutes = 0] = one.event.wallStart.slice(11).split(":").map(Number);
        expect(one.top).toBe(Math.floor((hours * 60 + minutes) / 15));
        expect(one.lane).toBeLessThan(one.lanes);
        expect(one.lanes).toBeLessThanOrEqual(4);
        expect(one.height).toBeGreaterThanOrEqual(2);
        const beside = placed.filter((other) => other !== one && other.lane === one.lane);
        const meets = beside.filter(
          (other) => other.top < one.top + one.height && one.top < other.top + other.height,
        );
        expect(meets).toEqual([]);
      }
    }),
  );
});

test("of an event that another is drawn over, only what lies open counts", () => {
  const [under, over] = placeInDay([event("11:00", "12:30"), event("11:30", "13:00")], DAY).placed;
  expect(under).toMatchObject({ lane: 0, height: 6, uncovered: 2 });
  expect(over).toMatchObject({ lane: 1, height: 6, uncovered: 6 });
});

test("an event in the lane of one that is over covers the end of whatever still goes on", () => {
  const { placed } = placeInDay(
    [event("11:00", "12:15"), event("11:30", "13:00"), event("12:30", "14:00")],
    DAY,
  );
  expect(placed.map(({ lane, uncovered }) => [lane, uncovered])).toEqual([
    [0, 2],
    [1, 4],
    [0, 6],
  ]);
});

test("events that would hide one another's titles stand side by side", () => {
  const { placed } = placeInDay(
    [event("10:00", "11:00"), event("10:15", "10:45"), event("14:00", "15:00")],
    DAY,
  );
  expect(placed.map(({ lane, lanes, isBeside, uncovered }) => [lane, lanes, isBeside, uncovered])).toEqual([
    [0, 2, true, 4],
    [1, 2, true, 2],
    [0, 1, false, 4],
  ]);
});

test("events one after the other share the whole width", () => {
  const { placed } = placeInDay([event("09:00", "10:00"), event("10:00", "11:00")], DAY);
  expect(placed.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test("an event past midnight is cut there, and one of the small hours is drawn half an hour high", () => {
  const late = span(`${DAY}T22:00`, "2026-11-13T01:00");
  expect(placeInDay([late], DAY).placed).toMatchObject([{ top: 88, height: 8 }]);
  expect(placeInDay([event("23:50", "23:55")], DAY).placed).toMatchObject([{ top: 94, height: 2 }]);
});

test("of more than four events at once four are drawn, and the rest is counted", () => {
  const crowd = Array.from({ length: 11 }, () => event("09:00", "10:00"));
  const { placed, left } = placeInDay([...crowd, event("10:00", "11:00")], DAY);
  expect(placed).toHaveLength(5);
  expect(left).toHaveLength(7);
});

test("the grid shows office hours, and more where an event is earlier or later", () => {
  expect(hoursShown([])).toEqual({ first: 8, last: 19 });
  expect(hoursShown(placeInDay([event("07:30", "08:15"), event("19:00", "21:10")], DAY).placed)).toEqual({
    first: 7,
    last: 22,
  });
});

test("the weekend is shown when something is on it", () => {
  expect(daysShown("2026-11-09", ["2026-11-10"])).toHaveLength(5);
  expect(daysShown("2026-11-09", ["2026-11-15"]).at(-1)).toBe("2026-11-15");
});

test("the desk in Prague closes at 11:00 in Washington, and at noon while the gap is five hours", () => {
  expect(homeDeskCloses("2026-11-12", "Europe/Prague")).toBe(44);
  expect(homeDeskCloses("2026-03-10", "Europe/Prague")).toBe(48);
  expect(homeDeskCloses("2026-10-27", "Europe/Prague")).toBe(48);
});

test("text is left out by priority: title, then its own clock, then status, then messages and owner", () => {
  const fits = (height: number, title: number, has: { status?: number; ownTime?: true }) =>
    linesThatFit(height, title, { status: 0, ownTime: false, ...has });
  expect(fits(2, 40, { status: 1 })).toEqual({ title: 1, ownTime: false, status: 0, details: false });
  expect(fits(4, 15, { status: 1 })).toEqual({ title: 1, ownTime: false, status: 1, details: true });
  expect(fits(4, 35, { status: 1 })).toEqual({ title: 2, ownTime: false, status: 1, details: false });
  expect(fits(4, 35, {})).toEqual({ title: 2, ownTime: false, status: 0, details: true });
  expect(fits(3, 35, { status: 2 })).toEqual({ title: 1, ownTime: false, status: 1, details: false });
  expect(fits(4, 35, { status: 2 })).toEqual({ title: 1, ownTime: false, status: 2, details: false });
  const both = { status: 1, ownTime: true } as const;
  expect(fits(3, 35, both)).toEqual({ title: 1, ownTime: true, status: 0, details: false });
  expect(fits(4, 35, both)).toEqual({ title: 1, ownTime: true, status: 1, details: false });
});

test("the agenda groups by day, and what is still going on stands on the first", () => {
  const visit = span("2026-11-08T09:00", "2026-11-10T18:00");
  const later = event("14:00", "15:00");
  const sooner = event("10:00", "11:00");
  expect(groupByDay([later, sooner], DAY, []).map(({ events }) => events)).toEqual([[sooner, later]]);
  expect(groupByDay([later, visit], "2026-11-09", ["2026-11-11"])).toEqual([
    { date: "2026-11-09", events: [visit] },
    { date: "2026-11-11", events: [] },
    { date: DAY, events: [later] },
  ]);
});
