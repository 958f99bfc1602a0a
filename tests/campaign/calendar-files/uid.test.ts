import { expect, test } from "vitest";
import {
  ownIdOf,
  recurrenceIdOf,
  sequenceOf,
  uidOfEvent,
  uidOfSeries,
} from "#app/campaign/calendar-files/uid.ts";

test("an event made here is known by its id, also when the file comes back", () => {
  const uid = uidOfEvent({ id: "event-1", importedUid: null });
  expect(uid).toBe("event-1@demarche");
  expect(ownIdOf(uid)).toBe("event-1");
  expect(ownIdOf(uidOfSeries({ id: "series-1", importedUid: null }))).toBe("series-1");
});

test("what was imported leaves under the UID that it came with", () => {
  expect(uidOfEvent({ id: "event-1", importedUid: "040000008200E00074C5" })).toBe("040000008200E00074C5");
  expect(uidOfSeries({ id: "series-1", importedUid: "abc@google.com" })).toBe("abc@google.com");
});

test.each(["abc@google.com", "@demarche", "a b@demarche", "event-1@demarche.example", ""])(
  "%j is not a UID of ours",
  (uid) => {
    expect(ownIdOf(uid)).toBeNull();
  },
);

test("the sequence counts changes from 0", () => {
  expect([1, 2, 7].map((version) => sequenceOf({ version, lead: 0 }))).toEqual([0, 1, 6]);
});

test("a slot is written as RFC 5545 wants it, all day as its day", () => {
  expect(recurrenceIdOf("2026-11-10T14:05", false)).toBe("20261110T140500");
  expect(recurrenceIdOf("2026-11-10T00:00", true)).toBe("20261110");
});
