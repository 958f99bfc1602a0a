import { expect, test } from "vitest";
import { isSessionOver } from "#app/http/sessions.server.ts";

const start = new Date("2026-11-10T08:00:00.000Z");
const later = (hours: number, ms = 0) => new Date(start.getTime() + hours * 3_600_000 + ms);

test("a session lives through 12 hours without use and ends a millisecond after", () => {
  expect(isSessionOver(start, start, later(12))).toBe(false);
  expect(isSessionOver(start, start, later(12, 1))).toBe(true);
});

test("a session that is used all the time ends after 7 days", () => {
  expect(isSessionOver(start, later(7 * 24), later(7 * 24))).toBe(false);
  expect(isSessionOver(start, later(7 * 24), later(7 * 24, 1))).toBe(true);
});

test("a session that began after now is over, since the clock cannot be believed", () => {
  expect(isSessionOver(start, start, later(0, -1))).toBe(true);
  expect(isSessionOver(start, start, start)).toBe(false);
});
