import { expect, test } from "vitest";
import { isCounted } from "#app/campaign/visits/deadlines/deadlines.ts";
import { checkWhoGoes } from "#app/campaign/visits/members/who-goes.ts";
import { programmeDays } from "#app/campaign/visits/programme.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const DAY: CalendarDate = "2026-11-19";
const at = (time: string) => new Date(`2026-11-19T${time}:00-05:00`);
const meeting = (id: string, from: string, to: string) => ({
  ...{ id, title: `Meeting ${id}`, startsAt: at(from), endsAt: at(to) },
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

test("a programme and its briefs are counted, and nothing else of a visit is", () => {
  const kinds = ["programme", "briefs", "names"] as Parameters<typeof isCounted>[0][];
  expect(kinds.map(isCounted)).toEqual([true, true, false]);
});
