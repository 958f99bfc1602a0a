import { expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { movedSentence, readMovedTime, type TypedMove } from "#app/campaign/planning/moved-time.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { timeOf } from "../../support/builders/outreach-event.ts";

const typed = (given: Partial<TypedMove>): TypedMove => ({
  date: "12 Nov 2026",
  start: "14:00",
  occurrence: null,
  clock: "own",
  ...given,
});
const TODAY = "2026-11-10";
const moved = (before: Parameters<typeof readMovedTime>[0], given: Partial<TypedMove>) => {
  const read = readMovedTime(before, typed(given), TODAY);
  if (!read.ok) throw new Error(read.faults[0]?.reason);
  return read.time;
};
const roundtable = timeOf("12 Nov 2026", "11:30", "12:50");

test("an event keeps its length, and the sentence names both clocks", () => {
  const time = moved(roundtable, {});
  expect(time).toMatchObject({ wallStart: "2026-11-12T14:00", wallEnd: "2026-11-12T15:20" });
  expect(movedSentence(time, "Europe/Prague")).toBe(
    "Moved to Thursday 12 November, 14:00 Washington, 20:00 Prague",
  );
});

test("an event in Brussels that is moved on Washington's clock keeps its own zone", () => {
  const time = moved(timeOf("12 Nov 2026", "10:00", "11:00", "Europe/Brussels"), {
    start: "09:00",
    clock: "washington",
  });
  expect(time).toMatchObject({ wallStart: "2026-11-12T15:00", zone: "Europe/Brussels" });
  expect(movedSentence(time, "Europe/Prague")).toContain("09:00 Washington, 15:00 Prague, 15:00 Brussels");
});

test("an event that is moved on its own clock is read on it", () => {
  const time = moved(timeOf("12 Nov 2026", "10:00", "11:00", "Europe/Brussels"), { start: "09:00" });
  expect(time).toMatchObject({ wallStart: "2026-11-12T09:00", wallEnd: "2026-11-12T10:00" });
});

test("another day at home is said", () => {
  expect(movedSentence(moved(roundtable, { start: "20:00" }), "Europe/Prague")).toContain(
    "20:00 Washington, Friday 13 November, 02:00 Prague",
  );
});

test("whole days move by days and stay as many", () => {
  const time = moved(wholeDays("2026-11-12", "2026-11-13", WASHINGTON), {
    date: "2026-11-16",
    clock: "washington",
  });
  expect(time).toMatchObject({ wallStart: "2026-11-16T00:00", wallEnd: "2026-11-18T00:00", isAllDay: true });
  expect(movedSentence(time, "Europe/Prague")).toBe("Moved to 16 to 17 November 2026, all day");
});

test("a time that does not exist is refused, and one that occurs twice asked about", () => {
  expect(readMovedTime(roundtable, typed({ date: "14 Mar 2027", start: "02:30" }), TODAY)).toMatchObject({
    faults: [{ reason: "time-does-not-exist" }],
  });
  const twice = { date: "7 Nov 2027", start: "01:30", clock: "washington" } as const;
  expect(readMovedTime(roundtable, typed(twice), TODAY)).toMatchObject({ faults: [{ field: "occurrence" }] });
  expect(moved(roundtable, { ...twice, occurrence: "second" }).startsAt).toEqual(
    new Date("2027-11-07T06:30:00Z"),
  );
});
