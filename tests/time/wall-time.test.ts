import fc from "fast-check";
import { expect, test } from "vitest";
import { restOfWeek } from "#app/campaign/campaigns/needs-you.ts";
import {
  dateIn,
  dayOf,
  endOfDay,
  hoursAheadOfWashington,
  instantOf,
  isWallTime,
  isZone,
  minuteFrom,
  startOfDay,
  timeIn,
  timeOf,
  WASHINGTON,
  wallAt,
  wallTimeIn,
  wallTimeInUtc,
} from "#app/time/wall-time.ts";

const PRAGUE = "Europe/Prague";
const HOUR = 3_600_000;
const FIRST = Date.UTC(2026, 0, 1);
const LAST = Date.UTC(2028, 0, 1);

test("a wall time is refused if and only if no instant of its days shows it", () => {
  const minutes = fc.integer({ min: 0, max: (LAST - FIRST) / 60_000 - 1 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(WASHINGTON, PRAGUE), (minute, zone) => {
      const wall = wallTimeInUtc(new Date(FIRST + minute * 60_000));
      const answer = instantOf(wall, zone);
      const shown = Array.from(
        { length: 15 },
        (_, hours) => new Date(FIRST + minute * 60_000 + (hours - 6) * HOUR),
      )
        .filter((instant) => wallTimeIn(instant, zone) === wall)
        .map((instant) => instant.getTime());
      if (answer.ok) expect(shown).toEqual([answer.instant.getTime()]);
      else expect(shown).toHaveLength(answer.reason === "time-does-not-exist" ? 0 : 2);
    }),
    { numRuns: 2000 },
  );
});

test("8 March 2026, 02:30 does not exist in Washington, and does in Prague", () => {
  expect(instantOf("2026-03-08T02:30", WASHINGTON)).toEqual({ ok: false, reason: "time-does-not-exist" });
  expect(instantOf("2026-03-08T02:30", WASHINGTON, "first").ok).toBe(false);
  expect(instantOf("2026-03-08T02:30", PRAGUE).ok).toBe(true);
  expect(instantOf("2026-03-29T02:30", PRAGUE)).toEqual({ ok: false, reason: "time-does-not-exist" });
});

test("the edges of the skipped hour exist", () => {
  const before = instantOf("2026-03-08T01:59", WASHINGTON);
  const after = instantOf("2026-03-08T03:00", WASHINGTON);
  expect(before).toEqual({ ok: true, instant: new Date("2026-03-08T06:59:00Z") });
  expect(after).toEqual({ ok: true, instant: new Date("2026-03-08T07:00:00Z") });
});

test("1 November 2026, 01:30 in Washington is asked about, and each answer is an hour apart", () => {
  expect(instantOf("2026-11-01T01:30", WASHINGTON)).toEqual({ ok: false, reason: "time-occurs-twice" });
  expect(instantOf("2026-11-01T01:30", WASHINGTON, "first")).toEqual({
    ok: true,
    instant: new Date("2026-11-01T05:30:00Z"),
  });
  expect(instantOf("2026-11-01T01:30", WASHINGTON, "second")).toEqual({
    ok: true,
    instant: new Date("2026-11-01T06:30:00Z"),
  });
});

test("Prague is six hours ahead, and five while only one side has changed its clocks", () => {
  const gap = (instant: string) => hoursAheadOfWashington(new Date(instant), PRAGUE);
  expect(gap("2026-03-08T06:59:59Z")).toBe(6);
  expect(gap("2026-03-08T07:00:00Z")).toBe(5);
  expect(gap("2026-03-29T00:59:59Z")).toBe(5);
  expect(gap("2026-03-29T01:00:00Z")).toBe(6);
  expect(gap("2026-10-25T00:59:59Z")).toBe(6);
  expect(gap("2026-10-25T01:00:00Z")).toBe(5);
  expect(gap("2026-11-01T05:59:59Z")).toBe(5);
  expect(gap("2026-11-01T06:00:00Z")).toBe(6);
});

test("a day and a time belong to a zone", () => {
  const lateInWashington = new Date("2026-11-13T00:30:00Z");
  expect(dateIn(lateInWashington, WASHINGTON)).toBe("2026-11-12");
  expect(dateIn(lateInWashington, PRAGUE)).toBe("2026-11-13");
  expect(timeIn(lateInWashington, PRAGUE)).toBe("01:30");
});

test("what begins at a whole minute begins from an instant on where it does from that minute on", () => {
  expect(minuteFrom(new Date("2026-11-13T00:30:00Z"))).toBe("2026-11-13T00:30:00.000Z");
  expect(minuteFrom(new Date("2026-11-13T00:30:00.001Z"))).toBe("2026-11-13T00:31:00.000Z");
});

test("a zone is one that the machine knows", () => {
  expect(isZone("Europe/Prague")).toBe(true);
  expect(isZone("Asia/Kolkata")).toBe(true);
  expect(isZone("Prague")).toBe(false);
  expect(isZone("")).toBe(false);
});

test("a day ends a millisecond before the next, and a week with its Sunday, in Washington's hours", () => {
  expect(endOfDay("2026-11-10", WASHINGTON)).toEqual(new Date("2026-11-11T04:59:59.999Z"));
  expect(endOfDay("2026-10-31", WASHINGTON)).toEqual(new Date("2026-11-01T03:59:59.999Z"));
  expect(endOfDay("2026-11-01", WASHINGTON)).toEqual(new Date("2026-11-02T04:59:59.999Z"));
  expect(restOfWeek(new Date("2026-11-11T04:59:59Z"))).toEqual({
    from: new Date("2026-11-10T05:00:00Z"),
    to: new Date("2026-11-16T05:00:00Z"),
  });
  expect(restOfWeek(new Date("2026-11-14T17:00:00Z"))).toEqual({
    from: new Date("2026-11-14T05:00:00Z"),
    to: new Date("2026-11-23T05:00:00Z"),
  });
});

test("no plain text is a day, a wall time or a zone; what is cut from one is", () => {
  const [day, wall, zone]: string[] = ["2026-11-10", "2026-11-10T14:00", "Europe/Prague"];
  // @ts-expect-error: nobody asked whether it is a day
  expect(startOfDay(day ?? "", WASHINGTON)).toEqual(new Date("2026-11-10T05:00:00.000Z"));
  // @ts-expect-error: nobody asked whether it is a wall time
  expect(dayOf(wall ?? "")).toBe("2026-11-10");
  // @ts-expect-error: nobody asked whether it is a zone
  expect(startOfDay("2026-11-10", zone ?? "")).toEqual(new Date("2026-11-09T23:00:00.000Z"));
  expect(wallAt(dayOf("2026-11-10T14:00"), timeOf("2026-11-10T14:00"))).toBe("2026-11-10T14:00");
  expect(isZone("Europe/Prague") && !isZone("EST") && isWallTime(`${day}T14:00`)).toBe(true);
});
