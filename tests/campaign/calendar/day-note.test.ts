import { expect, test } from "vitest";
import { dayHead, dayNote } from "#app/campaign/calendar/pages/day-head.ts";

test("a weekend that no source names says nothing of Congress, a working day says that it is not known", () => {
  const note = (date: "2026-12-04" | "2026-12-05") =>
    dayNote(dayHead(date, [], { today: "2026-12-01", standings: new Map() }));
  expect([note("2026-12-04"), note("2026-12-05")]).toEqual(["Congress: not known", ""]);
});
