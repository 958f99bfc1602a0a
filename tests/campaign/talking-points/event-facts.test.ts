import { expect, test } from "vitest";
import { readPlannedTime } from "#app/campaign/outreach-events/planned-time.ts";
import { eventFacts } from "#app/campaign/talking-points/from-event/event-facts.ts";

function timeOf(given: { start?: string; end?: string; lastDate?: string; isAllDay?: boolean }) {
  const typed = { date: "1 Dec 2026", start: "", end: "", lastDate: "", occurrence: null, isAllDay: false };
  const read = readPlannedTime({ ...typed, ...given }, "America/New_York", 45, "2026-11-10");
  if (!read.ok) throw new Error(read.faults[0]?.reason);
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

test("a place that ends with a stop ends the line", () => {
  const event = { ...timeOf({ isAllDay: true }), kind: "briefing", participants: [], owed: [] } as const;
  expect(eventFacts({ ...event, place: "Washington, D.C." }, "Europe/Prague")[0]?.text).toBe(
    "Tuesday 1 December, all day. Briefing, Washington, D.C.",
  );
});

test("of very many promises the first ten stand in a paper, and how many more there are", () => {
  const owed = Array.from({ length: 85 }, (_, at) => ({
    ...{ id: `p${at}`, what: `Promise ${at}`, toWhom: null, owner: null, ownerId: null },
    dueOn: "2026-11-30" as const,
  }));
  const event = {
    ...timeOf({ isAllDay: true }),
    kind: "briefing",
    place: "",
    participants: [],
    owed,
  } as const;
  const lines = eventFacts(event, "Europe/Prague").at(-1)?.text.split("\n") ?? [];
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([11, "Promise 0 (due Mon 30 Nov)", "And 75 more."]);
});
