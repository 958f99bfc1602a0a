import { expect, test } from "vitest";
import { readPlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { eventFacts } from "#app/campaign/talking-points/from-event/event-facts.ts";

function timeOf(given: { start?: string; end?: string; lastDate?: string; isAllDay?: boolean }) {
  const typed = { date: "1 Dec 2026", start: "", end: "", lastDate: "", occurrence: null, isAllDay: false };
  const read = readPlannedTime({ ...typed, ...given }, "America/New_York", 45, "2026-11-10");
  if (!read.ok) throw new Error(read.reason);
  return read.time;
}

test.for([
  [
    { start: "14:00", end: "14:45" },
    "Tuesday 1 December, 14:00 to 14:45 in Washington, 20:00 to 20:45 in Prague",
  ],
  [{ isAllDay: true }, "Tuesday 1 December, all day"],
  [{ isAllDay: true, lastDate: "3 Dec 2026" }, "Tuesday 1 December to Thursday 3 December, all day"],
] as const)("%o is said as %s", ([given, words]) => {
  const event = { ...timeOf(given), kind: "briefing", place: "Dirksen", participants: [], owed: [] } as const;
  expect(eventFacts(event, "Europe/Prague")).toEqual([
    { heading: "When and where", text: `${words}. Briefing, Dirksen.` },
  ]);
});
