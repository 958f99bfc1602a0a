import fc from "fast-check";
import { expect, test } from "vitest";
import { explainSilence, silenceAt, workingTimeBetween } from "#app/campaign/clearances/due.ts";
import { isWorkingDay } from "#app/time/holidays.ts";
import { dateIn, timeIn, type Zone } from "#app/time/wall-time.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const prague = { zone: "Europe/Prague", country: "CZ" } as const;
const washington = { zone: "America/New_York", country: "US" } as const;
const at = (text: string) => new Date(text);
const hours = (from: string, to: string, clock: { zone: Zone; country: string }) =>
  workingTimeBetween(at(from), at(to), clock, 1_000 * HOUR) / HOUR;

test("an office works from 09:00 to 17:00 of its own clock, and not at the weekend", () => {
  expect(hours("2026-11-09T07:00Z", "2026-11-09T17:00Z", prague)).toBe(8);
  expect(hours("2026-11-09T08:00Z", "2026-11-09T16:00Z", prague)).toBe(8);
  expect(hours("2026-11-09T08:30Z", "2026-11-09T15:30Z", prague)).toBe(7);
  expect(hours("2026-11-06T15:00Z", "2026-11-09T09:00Z", prague)).toBe(2);
  expect(hours("2026-11-07T00:00Z", "2026-11-08T23:00Z", prague)).toBe(0);
  expect(hours("2026-11-09T17:00Z", "2026-11-09T07:00Z", prague)).toBe(0);
  expect(hours("2026-11-09T14:00Z", "2026-11-09T22:00Z", washington)).toBe(8);
  expect(hours("2026-11-09T14:00Z", "2026-11-09T22:00Z", prague)).toBe(2);
});

test("the holidays of each side are its own", () => {
  // 17 November in Prague, 11 November (Veterans Day) in Washington.
  expect(hours("2026-11-17T00:00Z", "2026-11-17T23:00Z", prague)).toBe(0);
  expect(hours("2026-11-17T00:00Z", "2026-11-17T23:00Z", washington)).toBe(8);
  expect(hours("2026-11-11T00:00Z", "2026-11-11T23:00Z", washington)).toBe(0);
  expect(hours("2026-11-11T00:00Z", "2026-11-11T23:00Z", prague)).toBe(8);
});

test("a working day has eight hours on both sides of a change of the clocks", () => {
  // Prague goes back on Sunday 25 October, Washington on 1 November 2026; both forward in March.
  expect(hours("2026-10-23T07:00Z", "2026-10-26T16:00Z", prague)).toBe(16);
  expect(hours("2026-10-30T13:00Z", "2026-11-02T22:00Z", washington)).toBe(16);
  expect(hours("2026-03-27T08:00Z", "2026-03-30T15:00Z", prague)).toBe(16);
  expect(hours("2026-03-06T14:00Z", "2026-03-09T21:00Z", washington)).toBe(16);
  expect(hours("2026-10-26T08:00Z", "2026-10-26T16:00Z", prague)).toBe(8);
  expect(hours("2026-10-23T08:00Z", "2026-10-23T16:00Z", prague)).toBe(7);
});

test("it is counted minute by minute by a plain second working, in every zone and season", () => {
  const clocks = [prague, washington, { zone: "Asia/Kolkata", country: "IN" }] as const;
  const minute = fc.integer({ min: 0, max: 600 * 24 * 60 });
  fc.assert(
    fc.property(
      fc.constantFrom(...clocks),
      minute,
      fc.integer({ min: 0, max: 3_000 }),
      (clock, start, length) => {
        const from = new Date(Date.UTC(2026, 0, 1) + start * MINUTE);
        const to = new Date(from.getTime() + length * MINUTE);
        let plain = 0;
        for (let now = from.getTime(); now < to.getTime(); now += MINUTE) {
          const instant = new Date(now);
          const time = timeIn(instant, clock.zone);
          const isOpen = time >= "09:00" && time < "17:00";
          if (isOpen && isWorkingDay(dateIn(instant, clock.zone), clock.country)) plain += MINUTE;
        }
        expect(workingTimeBetween(from, to, clock, 1_000 * HOUR)).toBe(plain);
        expect(workingTimeBetween(from, to, clock, HOUR)).toBe(Math.min(plain, HOUR));
      },
    ),
    { numRuns: 60 },
  );
});

test("the walk over days ends, however far away the time is", () => {
  const never = { zone: "Europe/Prague", country: "CZ" } as const;
  expect(workingTimeBetween(at("2026-11-09T08:00Z"), at("9999-12-31T00:00Z"), never, 8 * HOUR)).toBe(
    8 * HOUR,
  );
  const counted = workingTimeBetween(at("1900-01-01T00:00Z"), at("9999-12-31T00:00Z"), never, Infinity);
  expect(counted).toBeLessThan(400 * 8 * HOUR);
});

const ministry = (kind: string, askedAt: Date, dueAt: Date | null) =>
  ({ side: "ministry", kind, desk: prague, askedAt, dueAt, silenceIsAgreement: true }) as const;

test("silence counts with a working day for a paper and two hours for a line, and not with a minute less", () => {
  for (const [kind, needed] of [
    ["talking points", 8],
    ["holding line", 2],
  ] as const) {
    const opens = at("2026-11-09T08:00:00Z");
    const due = new Date(opens.getTime() + needed * HOUR);
    expect(silenceAt(ministry(kind, opens, due))).toEqual(due);
    expect(silenceAt(ministry(kind, new Date(opens.getTime() + MINUTE), due))).toBeNull();
    expect(silenceAt(ministry(kind, opens, new Date(due.getTime() - MINUTE)))).toBeNull();
    const friday = at("2026-11-06T16:00:00Z");
    expect(silenceAt(ministry(kind, friday, opens))).toBeNull();
    expect(silenceAt(ministry(kind, friday, due))).toEqual(due);
  }
  const night = ministry("talking points", at("2026-11-09T17:00:00Z"), at("2026-11-10T07:59:00Z"));
  expect(silenceAt(night)).toBeNull();
  const overHoliday = ministry("talking points", at("2026-11-16T16:00:00Z"), at("2026-11-17T22:00:00Z"));
  expect(silenceAt(overHoliday)).toBeNull();
});

test("it is said whether silence counts, and by whose clock it is too soon", () => {
  const asked = at("2026-11-09T08:00:00Z");
  const enough = ministry("talking points", asked, at("2026-11-09T16:00:00Z"));
  expect(explainSilence(enough)).toBe("If it has not objected by then, its silence counts as agreement.");
  const soon = ministry("talking points", asked, at("2026-11-09T15:59:00Z"));
  expect(explainSilence(soon)).toContain("less than a working day (09:00 to 17:00 in Prague");
  expect(explainSilence(soon)).toContain("silence does not count and a person must answer");
  const line = ministry("holding line", asked, at("2026-11-09T09:59:00Z"));
  expect(explainSilence(line)).toContain("less than two working hours");
  expect(explainSilence({ ...soon, side: "embassy" })).toBe("");
  expect(explainSilence({ ...soon, silenceIsAgreement: false })).toBe("");
  expect(explainSilence(ministry("talking points", asked, null))).toBe("");
});
