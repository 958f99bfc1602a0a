import fc from "fast-check";
import { expect, test } from "vitest";
import { explainTimes, readPlannedTime, type TypedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { formatDate } from "#app/time/format.ts";
import { dayOf, WASHINGTON, wallTimeIn } from "#app/time/wall-time.ts";

const TODAY = "2026-11-10";
const typed: TypedTime = {
  date: "12 Nov 2026",
  start: "14:00",
  end: "14:45",
  lastDate: "",
  occurrence: null,
  isAllDay: false,
};
const read = (change: Partial<TypedTime>, zone = WASHINGTON) =>
  readPlannedTime({ ...typed, ...change }, zone, 45, TODAY);

test("a typed time is kept as wall time, zone and instants", () => {
  expect(read({})).toEqual({
    ok: true,
    time: {
      wallStart: "2026-11-12T14:00",
      wallEnd: "2026-11-12T14:45",
      zone: WASHINGTON,
      startsAt: new Date("2026-11-12T19:00:00Z"),
      endsAt: new Date("2026-11-12T19:45:00Z"),
      isAllDay: false,
    },
  });
});

test("every span of 2026 and 2027 that is shown can be typed back", () => {
  const minutes = fc.integer({ min: 0, max: 2 * 365 * 24 * 60 });
  fc.assert(
    fc.property(
      minutes,
      fc.integer({ min: 1, max: 2000 }),
      fc.constantFrom(WASHINGTON, "Europe/Prague"),
      (at, length, zone) => {
        const startsAt = new Date(Date.UTC(2026, 0, 1, 0, at));
        const endsAt = new Date(startsAt.getTime() + length * 60_000);
        const [start, end] = [wallTimeIn(startsAt, zone), wallTimeIn(endsAt, zone)];
        const form = {
          date: formatDate(dayOf(start)),
          start: start.slice(11),
          end: end.slice(11),
          lastDate: formatDate(dayOf(end)),
          isAllDay: false,
        };
        const answers = (["first", "second"] as const).map((occurrence) =>
          readPlannedTime({ ...form, occurrence }, zone, 45, TODAY),
        );
        const found = answers.find(
          (answer) => answer.ok && answer.time.startsAt.getTime() === startsAt.getTime(),
        );
        if (!found?.ok) throw new Error("No answer begins when the span begins.");
        // In the hour that occurs twice the earlier end after the start is taken.
        expect(found.time.wallEnd).toBe(end);
        expect(found.time.endsAt.getTime()).toBeLessThanOrEqual(endsAt.getTime());
      },
    ),
    { numRuns: 1500 },
  );
});

test("without an end an event lasts as long as its kind usually does", () => {
  const answer = read({ end: "" });
  expect(answer.ok && answer.time.wallEnd).toBe("2026-11-12T14:45");
});

test("whole days run from midnight to the midnight after the last", () => {
  const one = read({ isAllDay: true, start: "", end: "" });
  expect(one.ok && [one.time.wallStart, one.time.wallEnd]).toEqual(["2026-11-12T00:00", "2026-11-13T00:00"]);
  const three = read({ isAllDay: true, lastDate: "14 Nov" });
  expect(three.ok && three.time.wallEnd).toBe("2026-11-15T00:00");
  expect(read({ isAllDay: true, lastDate: "11 Nov" })).toMatchObject({
    faults: [{ field: "lastDate", reason: "end-before-start" }],
  });
  expect(read({ isAllDay: true, lastDate: "4 Dec" })).toMatchObject({
    faults: [{ field: "lastDate", reason: "event-too-long" }],
  });
});

test("a whole day begins when the clocks go on where they skip midnight", () => {
  const day = read({ isAllDay: true, date: "26 Apr 2024" }, "Africa/Cairo");
  expect(day.ok && day.time.startsAt.toISOString()).toBe("2024-04-25T22:00:00.000Z");
});

test("a visit may end on another day", () => {
  const answer = read({ lastDate: "14 Nov", end: "18:00" });
  expect(answer.ok && answer.time.wallEnd).toBe("2026-11-14T18:00");
});

test("the skipped hour is refused in words", () => {
  const refused = read({ date: "8 March 2026", start: "02:30", end: "04:00" });
  expect(refused).toEqual({ ok: false, faults: [{ field: "start", reason: "time-does-not-exist" }] });
  if (!refused.ok) expect(explainTimes(refused.faults).start).toContain("does not exist");
  expect(read({ date: "8 March 2026", start: "01:30", end: "02:30" })).toEqual({
    ok: false,
    faults: [{ field: "end", reason: "time-does-not-exist" }],
  });
});

test("the hour that occurs twice is asked about, and the end follows the start", () => {
  const twice = { date: "1 Nov 2026", start: "01:30", end: "01:45" };
  expect(read(twice)).toEqual({ ok: false, faults: [{ field: "occurrence", reason: "time-occurs-twice" }] });
  const second = read({ ...twice, occurrence: "second" });
  expect(second.ok && second.time.endsAt.toISOString()).toBe("2026-11-01T06:45:00.000Z");
  const over = read({ ...twice, end: "01:15", occurrence: "first" });
  expect(over.ok && over.time.endsAt.toISOString()).toBe("2026-11-01T06:15:00.000Z");
});

test("an end before or at the start is refused", () => {
  expect(read({ end: "13:59" })).toEqual({
    ok: false,
    faults: [{ field: "end", reason: "end-before-start" }],
  });
  expect(read({ end: "14:00" })).toEqual({
    ok: false,
    faults: [{ field: "end", reason: "end-before-start" }],
  });
  expect(read({ lastDate: "11 Nov" })).toEqual({
    ok: false,
    faults: [{ field: "lastDate", reason: "end-before-start" }],
  });
});

test("an event of more than 21 days is refused", () => {
  expect(read({ lastDate: "3 Dec 2026" }).ok).toBe(true);
  expect(read({ lastDate: "4 Dec 2026" })).toEqual({
    ok: false,
    faults: [{ field: "lastDate", reason: "event-too-long" }],
  });
});

test("each field is named that cannot be read", () => {
  expect(read({ date: "30 February" })).toEqual({
    ok: false,
    faults: [{ field: "date", reason: "day-does-not-exist" }],
  });
  expect(read({ start: "half past" })).toEqual({
    ok: false,
    faults: [{ field: "start", reason: "time-not-understood" }],
  });
  expect(read({ end: "25:00" })).toEqual({
    ok: false,
    faults: [{ field: "end", reason: "time-not-understood" }],
  });
  expect(read({ lastDate: "11/12/2026" })).toEqual({
    ok: false,
    faults: [{ field: "lastDate", reason: "day-and-month-ambiguous" }],
  });
});

test("everything that is wrong with a time is said at once, each at its field", () => {
  const fields = (change: Partial<TypedTime>) => {
    const answer = read(change);
    return answer.ok ? [] : answer.faults.map(({ field, reason }) => `${field} ${reason}`);
  };
  expect(fields({ date: "", start: "", end: "25:00", lastDate: "11/12/2026" })).toEqual([
    "date date-missing",
    "lastDate day-and-month-ambiguous",
    "start time-missing",
    "end time-not-understood",
  ]);
  expect(fields({ date: "30 February", end: "13:00" })).toEqual([
    "date day-does-not-exist",
    "end end-before-start",
  ]);
  expect(fields({ start: "", lastDate: "11 Nov" })).toEqual([
    "lastDate end-before-start",
    "start time-missing",
  ]);
  expect(fields({ isAllDay: true, date: "", lastDate: "soonish" })).toEqual([
    "date date-missing",
    "lastDate date-not-understood",
  ]);
});
