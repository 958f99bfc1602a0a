import fc from "fast-check";
import { expect, test } from "vitest";
import { digestDayAt, isReminderDue } from "#app/campaign/due-mail/compose-digest.ts";
import { dayOfWorkBefore, isDayOfWork, workingCountryOf } from "#app/campaign/mail/working-country.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, instantOf, WASHINGTON, type WallTime, type Zone } from "#app/time/wall-time.ts";

const home = { homeZone: "Europe/Prague", homeCountry: "CZ" } as const;
const washington = { zone: WASHINGTON, country: "US" } as const;
const prague = { zone: "Europe/Prague", country: "CZ" } as const;

function at(wall: WallTime, zone: Zone): Date {
  const found = instantOf(wall, zone, "first");
  if (!found.ok) throw new Error(wall);
  return found.instant;
}

test("the working days are those of the person's zone: of the United States, of the home country, or Monday to Friday", () => {
  expect(workingCountryOf(WASHINGTON, home)).toBe("US");
  expect(workingCountryOf("Europe/Prague", home)).toBe("CZ");
  expect(workingCountryOf("Asia/Tokyo", home)).toBeNull();
  expect(isDayOfWork("2026-11-17", "CZ")).toBe(false);
  expect(isDayOfWork("2026-11-17", "US")).toBe(true);
  expect(isDayOfWork("2026-11-26", "US")).toBe(false);
  expect(isDayOfWork("2026-11-26", null)).toBe(true);
  expect(isDayOfWork("2026-11-28", null)).toBe(false);
  expect(dayOfWorkBefore("2026-11-27", "US")).toBe("2026-11-25");
  expect(dayOfWorkBefore("2026-11-30", null)).toBe("2026-11-27");
});

test("the digest is due from 07:30 to noon on the person's own clock", () => {
  expect(digestDayAt(at("2026-11-10T07:29", WASHINGTON), washington)).toBeNull();
  expect(digestDayAt(at("2026-11-10T07:30", WASHINGTON), washington)).toBe("2026-11-10");
  expect(digestDayAt(at("2026-11-10T11:59", WASHINGTON), washington)).toBe("2026-11-10");
  expect(digestDayAt(at("2026-11-10T12:00", WASHINGTON), washington)).toBeNull();
  expect(digestDayAt(at("2026-11-10T07:30", "Europe/Prague"), prague)).toBe("2026-11-10");
});

test.each([washington, prague])(
  "over two years each working day in $zone has one digest day, and no other day has one",
  (person) => {
    const days: string[] = [];
    const start = at("2026-01-01T00:00", person.zone).getTime();
    for (let minute = 0; minute < 730 * 24 * 60; minute += 5) {
      const day = digestDayAt(new Date(start + minute * 60_000), person);
      if (day !== null && days.at(-1) !== day) days.push(day);
    }
    const expected: string[] = [];
    for (let day: CalendarDate = "2026-01-01"; day < "2028-01-01"; day = addDays(day, 1))
      if (isDayOfWork(day, person.country)) expected.push(day);
    expect(days).toEqual(expected);
  },
);

test("however often and whenever it is asked, the days it answers with are the days on the person's clock", () => {
  const anyPerson = fc.constantFrom(washington, prague, { zone: "Pacific/Auckland" as const, country: null });
  const anyInstant = fc.date({
    min: new Date("2026-01-01"),
    max: new Date("2028-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anyPerson, anyInstant, (person, now) => {
      const day = digestDayAt(now, person);
      if (day === null) return;
      expect(isDayOfWork(day, person.country)).toBe(true);
      expect(now.getTime()).toBeGreaterThanOrEqual(at(`${day}T07:30`, person.zone).getTime());
      expect(now.getTime()).toBeLessThan(at(`${day}T12:00`, person.zone).getTime());
    }),
  );
});

test("a clearance due on the day after a holiday is called to mind on the last working day before it", () => {
  const when = {
    dueAt: at("2026-11-27T12:00", WASHINGTON),
    askedAt: at("2026-11-20T12:00", WASHINGTON),
  };
  expect(isReminderDue(when, at("2026-11-24T12:00", WASHINGTON), washington)).toBe(false);
  expect(isReminderDue(when, at("2026-11-25T07:29", WASHINGTON), washington)).toBe(false);
  expect(isReminderDue(when, at("2026-11-25T07:30", WASHINGTON), washington)).toBe(true);
  expect(isReminderDue(when, at("2026-11-26T06:00", WASHINGTON), washington)).toBe(true);
  expect(isReminderDue(when, when.dueAt, washington)).toBe(false);
});

test("what is asked for tomorrow needs no reminder", () => {
  const when = {
    dueAt: at("2026-11-11T12:00", "Europe/Prague"),
    askedAt: at("2026-11-10T09:00", "Europe/Prague"),
  };
  expect(isReminderDue(when, at("2026-11-10T10:00", "Europe/Prague"), prague)).toBe(false);
  expect(isReminderDue(when, at("2026-11-11T08:00", "Europe/Prague"), prague)).toBe(false);
});
