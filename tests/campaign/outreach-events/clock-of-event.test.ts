import { expect, test } from "vitest";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { clockOfEvent } from "#app/campaign/outreach-events/when-in-words.ts";
import { WASHINGTON, type Zone } from "#app/time/wall-time.ts";

const PRAGUE: Zone = "Europe/Prague";

test("an event stands on Washington's clock, the ministry's beside it, and its own where that is a third", () => {
  const at = {
    startsAt: new Date("2026-11-12T15:00:00Z"),
    endsAt: new Date("2026-11-12T16:00:00Z"),
    isAllDay: false,
  };
  const first = "Thu 12 Nov, 10:00 to 11:00 in Washington";
  const home = "16:00 to 17:00 in Prague";
  for (const zone of [WASHINGTON, PRAGUE])
    expect(clockOfEvent({ ...at, zone }, PRAGUE, "2026-11-10")).toEqual({ first, beside: home });
  expect(clockOfEvent({ ...at, zone: "America/Chicago" }, PRAGUE, "2026-11-10")).toEqual({
    first,
    beside: `${home} · 09:00 to 10:00 in Chicago`,
  });
});

test("whole days are days, not midnights, on the clock for which they were planned", () => {
  expect(
    clockOfEvent(wholeDays("2026-12-07", "2026-12-07", "America/New_York"), PRAGUE, "2026-11-10"),
  ).toEqual({
    first: "Mon 7 Dec, all day in Washington",
    beside: "06:00 to Tue 8 Dec, 06:00 in Prague",
  });
  expect(clockOfEvent(wholeDays("2026-12-07", "2026-12-09", PRAGUE), PRAGUE, "2026-11-10")).toEqual({
    first: "Mon 7 Dec to Wed 9 Dec, all day in Prague",
    beside: "Sun 6 Dec, 18:00 to Wed 9 Dec, 18:00 in Washington",
  });
});
