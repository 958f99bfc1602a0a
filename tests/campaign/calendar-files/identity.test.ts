import fc from "fast-check";
import { expect, test } from "vitest";
import {
  ownIdOf,
  recurrenceIdOf,
  sequenceOf,
  slotOfRecurrenceId,
  uidOfEvent,
  uidOfSeries,
} from "#app/campaign/calendar-files/identity.ts";

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

test("a slot comes back from its RECURRENCE-ID, all day at midnight", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1970-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
      (date) => {
        const slot = date.toISOString().slice(0, 16);
        expect(slotOfRecurrenceId(recurrenceIdOf(slot, false))).toBe(slot);
        expect(slotOfRecurrenceId(recurrenceIdOf(slot, true))).toBe(`${slot.slice(0, 10)}T00:00`);
      },
    ),
  );
  expect(slotOfRecurrenceId("20261110T140000Z")).toBeNull();
  expect(slotOfRecurrenceId("tomorrow")).toBeNull();
});
