import { expect, test } from "vitest";
import { wholeDays } from "#app/domain/outreach-events/planned-time.ts";
import { whenOfEvent } from "#app/domain/outreach-events/when-in-words.ts";
import { WASHINGTON } from "#app/domain/time/wall-time.ts";
import { timeOf } from "../../support/builders/outreach-event.ts";

test("whole days are said as days, hours as hours on both clocks", () => {
  const say = (time: Parameters<typeof whenOfEvent>[0]) => whenOfEvent(time, "Europe/Prague");
  expect(say(timeOf("12 Nov 2026", "14:00", "14:45"))).toEqual({
    washington: "Thu 12 Nov, 14:00 to 14:45",
    home: "20:00 to 20:45 in Prague",
  });
  expect(say(wholeDays("2026-11-19", "2026-11-19", WASHINGTON)).washington).toBe("Thu 19 Nov, the whole day");
  expect(say(wholeDays("2026-11-19", "2026-11-20", WASHINGTON)).washington).toBe(
    "Thu 19 Nov, until Fri 20 Nov, whole days",
  );
});
