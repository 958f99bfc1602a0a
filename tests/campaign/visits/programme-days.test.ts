import { expect, test } from "vitest";
import { isCounted } from "#app/campaign/visits/deadlines/deadlines.ts";
import { checkWhoGoes } from "#app/campaign/visits/members/who-goes.ts";
import { hoursOfVisit, programmeDays } from "#app/campaign/visits/programme.ts";
import { papersInWords, startOfItem } from "#app/campaign/visits/programme-words.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const DAY: CalendarDate = "2026-11-19";
const at = (time: string) => new Date(`2026-11-19T${time}:00-05:00`);
const meeting = (id: string, from: string, to: string) => ({
  ...{ id, title: `Meeting ${id}`, startsAt: at(from), endsAt: at(to), isAllDay: false },
});

test("items go by their beginning, then by their end, and only more than an hour is free", () => {
  const item = (from: string, to: string) => ({
    ...meeting(`${from}–${to}`, from, to),
    ...{ day: DAY, takesPlace: true },
  });
  const rows = programmeDays([
    ...[item("14:01", "15:00"), item("09:00", "10:00"), item("09:00", "09:30"), item("08:00", "09:00")],
    ...[item("11:00", "13:00")],
  ])[0]?.rows;
  expect(rows?.map((row) => (row.row === "free" ? "free" : row.item.id))).toEqual([
    ...["08:00–09:00", "09:00–09:30", "09:00–10:00", "11:00–13:00", "free", "14:01–15:00"],
  ]);
});

test("who speaks or takes notes at one meeting does not at another", () => {
  const two = [meeting("a", "10:00", "10:45"), meeting("b", "12:00", "12:45")];
  expect(
    checkWhoGoes([], two, [
      { memberId: "m", itemId: "a", part: "speaks" },
      { memberId: "p", itemId: "a", part: "notes" },
    ]).faults,
  ).toEqual(["Meeting b has no speaker and no note-taker."]);
});

test("whole days have no hour: none at which they overlap, and none at which the visit begins", () => {
  const wholeDay = { startsAt: at("00:00"), endsAt: new Date("2026-11-20T05:00Z"), isAllDay: true };
  const two = ["a", "b"].map((id) => ({ ...meeting(id, "10:00", "11:00"), ...wholeDay }));
  const parts = two.flatMap(({ id }) =>
    (["speaks", "notes"] as const).map((part) => ({ memberId: `${id} ${part}`, itemId: id, part })),
  );
  expect(checkWhoGoes([], two, parts).inOrder).toContain("Two meetings overlap, but");
  const items = two.map((one) => ({ ...one, day: DAY, takesPlace: true }));
  expect(hoursOfVisit(items)).toBeNull();
  const timed = { ...meeting("c", "09:00", "10:00"), day: DAY, takesPlace: true };
  expect(hoursOfVisit([...items, timed])).toEqual({ startsAt: at("09:00"), endsAt: at("10:00") });
  expect(startOfItem(wholeDay)).toBe("All day");
  expect(startOfItem(timed)).toBe("09:00");
});

test("a programme and its briefs are counted, and nothing else of a visit is", () => {
  const kinds = ["programme", "briefs", "names"] as Parameters<typeof isCounted>[0][];
  expect(kinds.map(isCounted)).toEqual([true, true, false]);
});

test("what a programme says of clearance counts the papers of what takes place and needs one", () => {
  const paper = (isPaperCleared: boolean | null, takesPlace = true) => ({ isPaperCleared, takesPlace });
  expect(papersInWords([paper(true), paper(false), paper(null), paper(false, false)]).words).toBe(
    "NOT ALL PAPERS CLEARED: 1 of 2 cleared",
  );
  expect(papersInWords([paper(true), paper(null)])).toEqual({ words: "All papers cleared", isCleared: true });
  expect(papersInWords([paper(null)]).isCleared).toBe(false);
});
