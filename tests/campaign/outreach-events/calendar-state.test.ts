import { expect, test } from "vitest";
import {
  type CalendarFacts,
  calendarLook,
  calendarState,
} from "#app/campaign/outreach-events/calendar-state.ts";

const NOW = new Date("2026-11-10T15:40:00Z");
const ahead: CalendarFacts = {
  schedule: "confirmed",
  result: "planned",
  startsAt: new Date("2026-11-10T19:00:00Z"),
  endsAt: new Date("2026-11-10T19:45:00Z"),
  outcomes: 0,
  isInternal: false,
  clash: null,
  paper: { clearedBy: "Tomáš Beran" },
  hold: null,
};
const past = { ...ahead, startsAt: new Date("2026-11-10T14:00:00Z"), endsAt: NOW };
const words = (facts: Partial<CalendarFacts>) =>
  calendarState({ ...ahead, ...facts }, NOW)?.marks.join(" | ") ?? null;

test("an event ahead says whether its talking points are cleared", () => {
  expect(words({})).toBe("Cleared by Beran");
  expect(words({ paper: { clearedBy: null } })).toBe("NOT CLEARED");
  expect(words({ paper: null })).toBeNull();
});

test("a clash comes before clearance, and the end of the event before both", () => {
  expect(words({ clash: "Petr" })).toBe("Clash: Petr");
  expect(words({ ...past, clash: "Petr" })).toBe("Not logged");
  expect(words({ ...past, outcomes: 1, result: "held" })).toBe("Logged");
  expect(words({ schedule: "cancelled", clash: "Petr" })).toBe("Cancelled");
});

test("a hold is said with a clash and before clearance, and not of what was logged", () => {
  expect(words({ hold: "on hold", clash: "Petr" })).toBe("On hold | Clash: Petr");
  expect(calendarState({ ...ahead, hold: "on hold", clash: "Petr" }, NOW)?.short).toBe("Hold, clash");
  expect(words({ hold: "on hold" })).toBe("On hold");
  expect(words({ ...past, hold: "stopped", clash: "Petr" })).toBe("Stopped by a hold");
  expect(words({ hold: "asks for a new time" })).toBe("Needs a new time");
  expect(words({ ...past, outcomes: 1, result: "held", hold: "on hold" })).toBe("Logged");
});

test("an internal event is never waited for", () => {
  expect(words({ ...past, isInternal: true })).toBeNull();
});

test("each state has its look", () => {
  const look = (facts: Partial<CalendarFacts>) => calendarLook({ ...ahead, ...facts }, NOW);
  expect(look({})).toBe("planned");
  expect(look({ schedule: "tentative" })).toBe("tentative");
  expect(look({ isInternal: true })).toBe("internal");
  expect(look({ clash: "Petr" })).toBe("clash");
  expect(look(past)).toBe("past");
  expect(look({ schedule: "cancelled" })).toBe("past");
});
