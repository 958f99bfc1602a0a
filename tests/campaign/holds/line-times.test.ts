import { expect, test } from "vitest";
import { offeredExpiry, readAnswerBy } from "#app/campaign/holds/holding-lines/line-times.ts";

/** Half past midnight in Washington on the day that has 25 hours, and half past eleven on the eve of the one with 23. */
const LONG_DAY = new Date("2026-11-01T04:30:00Z");
const EVE_OF_SHORT_DAY = new Date("2026-03-08T04:30:00Z");

test("tomorrow is the next day of the calendar where a day has 25 hours, or 23", () => {
  expect(offeredExpiry(LONG_DAY)).toBe("2026-11-02T18:00");
  expect(offeredExpiry(EVE_OF_SHORT_DAY)).toBe("2026-03-08T18:00");
});

test("a time that has passed today is tomorrow's, on a day of 25 hours too", () => {
  expect(readAnswerBy("00:15", LONG_DAY)).toEqual({ ok: true, at: new Date("2026-11-02T05:15:00Z") });
  expect(readAnswerBy("00:45", LONG_DAY)).toEqual({ ok: true, at: new Date("2026-11-01T04:45:00Z") });
  expect(readAnswerBy("23:15", EVE_OF_SHORT_DAY)).toEqual({ ok: true, at: new Date("2026-03-09T03:15:00Z") });
});
