import fc from "fast-check";
import ICAL from "ical.js";
import rrule from "rrule";
import { expect, test } from "vitest";
import { expandRule } from "#app/campaign/outreach-events/series/expand-rule.ts";
import { parseRule } from "#app/campaign/outreach-events/series/parse-rule.ts";
import { printRule, type Rule, WEEKDAY_LETTERS } from "#app/campaign/outreach-events/series/rule.ts";
import { addDays } from "#app/time/calendar-date.ts";
import { type CalendarDate, dayOf, WASHINGTON, type WallTime } from "#app/time/wall-time.ts";

const START = "2026-11-03T09:00";
const read = (text: string): Rule => {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`);
  return parsed.rule;
};
const expand = (
  text: string,
  { start, lastDay, most }: { start?: WallTime; lastDay?: CalendarDate; most?: number } = {},
) =>
  expandRule(read(text), start ?? START, {
    zone: WASHINGTON,
    lastDay: lastDay ?? "2030-12-31",
    most: most ?? 60,
  });
const days = (text: string, most = 4) => expand(text, { most }).slots.map((slot) => slot.slice(0, 10));

test("every second Tuesday", () => {
  expect(expand("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3")).toMatchObject({
    slots: ["2026-11-03T09:00", "2026-11-17T09:00", "2026-12-01T09:00"],
    end: "by rule",
  });
});

test("the second Tuesday, the last Friday and the last working day of each month", () => {
  expect(days("FREQ=MONTHLY;BYDAY=2TU", 3)).toEqual(["2026-11-10", "2026-12-08", "2027-01-12"]);
  expect(days("FREQ=MONTHLY;BYDAY=-1FR", 3)).toEqual(["2026-11-27", "2026-12-25", "2027-01-29"]);
  expect(days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 3)).toEqual([
    "2026-11-30",
    "2026-12-31",
    "2027-01-29",
  ]);
});

test("the 31st is left out in months that have none, and 29 February in years that have none", () => {
  expect(days("FREQ=MONTHLY;BYMONTHDAY=31", 3)).toEqual(["2026-12-31", "2027-01-31", "2027-03-31"]);
  expect(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", 3)).toEqual(["2028-02-29"]);
});

test("UNTIL includes its own time, and in UTC it is read on the clock of the zone", () => {
  expect(expand("FREQ=DAILY;UNTIL=20261105T140000Z").slots).toHaveLength(3);
  expect(expand("FREQ=DAILY;UNTIL=20261105T135900Z").slots).toHaveLength(2);
  expect(expand("FREQ=DAILY;UNTIL=20261105").slots).toHaveLength(3);
});

test("how it ended is said: by its rule, at the last day, at the most times, given up", () => {
  expect(expand("FREQ=DAILY;COUNT=60").end).toBe("by rule");
  expect(expand("FREQ=DAILY;COUNT=61").end).toBe("at most");
  expect(expand("FREQ=DAILY", { lastDay: "2026-11-30" }).end).toBe("at last day");
  expect(expand("FREQ=DAILY;UNTIL=20301231", { lastDay: "2026-11-30" }).end).toBe("at last day");
  expect(expand("FREQ=MINUTELY;INTERVAL=1440;BYHOUR=5", { lastDay: "9999-12-31" }).end).toBe("at last day");
  expect(expand("FREQ=MINUTELY;BYHOUR=5;BYMINUTE=3;INTERVAL=2", { lastDay: "9999-12-31" }).end).toBe(
    "given up",
  );
});

test.for([
  "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
  "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
  "FREQ=MONTHLY;BYDAY=6MO",
  "FREQ=HOURLY;BYYEARDAY=366;BYMONTH=1",
  "FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSETPOS=366",
])("a rule that hardly ever matches ends at once: %s", (text) => {
  const { slots, end } = expand(text, { lastDay: "9999-12-31", most: 500 });
  expect(slots.length).toBeLessThan(150);
  expect(["given up", "at last day"]).toContain(end);
});

const some = (least: number, most: number, length: number) =>
  fc
    .uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: length })
    .map((numbers) => numbers.sort((a, b) => a - b));
const part = (name: string, values: fc.Arbitrary<readonly (string | number)[]>) =>
  fc.option(
    values.map((list) => `${name}=${list.join(",")}`),
    { nil: null },
  );
const weekdays = fc.subarray([...WEEKDAY_LETTERS], { minLength: 1, maxLength: 4 });
const ordinals = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), weekdays)
  .map(([ordinal, letters]) => letters.map((letter) => `${ordinal}${letter}`));
const arbitraryRule = fc
  .oneof(
    fc.tuple(fc.constant("FREQ=DAILY"), part("BYDAY", weekdays), part("BYMONTH", some(1, 12, 3))),
    fc.tuple(fc.constant("FREQ=DAILY"), part("BYMONTHDAY", some(1, 31, 4)), part("BYMONTH", some(1, 12, 3))),
    fc.tuple(
      fc.constant("FREQ=WEEKLY"),
      part("BYDAY", weekdays),
      part("WKST", fc.constantFrom(["SU"], ["MO"])),
    ),
    fc.tuple(fc.constant("FREQ=MONTHLY"), part("BYDAY", ordinals), part("BYMONTH", some(1, 12, 3))),
    fc.tuple(fc.constant("FREQ=MONTHLY"), part("BYMONTHDAY", some(1, 28, 4))),
    fc.tuple(
      fc.constant("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR"),
      part("BYSETPOS", fc.constantFrom([-1], [1], [3])),
    ),
    fc.tuple(fc.constant("FREQ=YEARLY;BYMONTH=2,11"), part("BYMONTHDAY", some(1, 28, 3))),
    fc.tuple(fc.constant("FREQ=YEARLY"), part("BYMONTH", some(1, 12, 3))),
    fc.tuple(fc.constant("FREQ=YEARLY;BYMONTH=11"), part("BYDAY", ordinals)),
  )
  .chain((parts) =>
    fc.tuple(fc.constant(parts), fc.integer({ min: 1, max: 4 }), fc.option(fc.integer({ min: 1, max: 40 }))),
  )
  .map(([parts, interval, count]) =>
    [...parts, `INTERVAL=${interval}`, count === null ? null : `COUNT=${count}`]
      .filter((one) => one !== null)
      .join(";"),
  );

const LAST_DAY = "2034-12-31";

function byIcal(text: string, start: string): string[] {
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString(`${start}:00`));
  const found: string[] = [];
  for (let next = iterator.next(); next && found.length < 60; next = iterator.next()) {
    const slot = next.toString().slice(0, 16);
    if (slot > `${LAST_DAY}T23:59`) break;
    found.push(slot);
  }
  return found;
}

function byRrule(text: string, start: string): string[] {
  const rule = rrule.rrulestr(`DTSTART:${start.replace(/[-:]/g, "")}00Z\nRRULE:${text}`);
  return rule
    .between(new Date(`${start}:00Z`), new Date(`${LAST_DAY}T23:59:00Z`), true, (_, index) => index < 60)
    .map((at) => at.toISOString().slice(0, 16));
}

test("four hundred random rules give the same times as ical.js and as the rrule package", () => {
  const limits = { zone: "UTC", lastDay: LAST_DAY, most: 60 } as const;
  fc.assert(
    fc.property(arbitraryRule, (text) => {
      const rule = read(text);
      expect({ text, slots: expandRule(rule, START, limits).slots }).toEqual({
        text,
        slots: byRrule(text, START),
      });
      // ical.js 2.2.1 gives the start in any case (so it is one that the rule allows), and loses times of these.
      if (/FREQ=MONTHLY.*BYMONTH=/.test(text)) return;
      const [start] = expandRule(rule, START, limits).slots;
      if (start === undefined) return;
      const { slots } = expandRule(rule, start, limits);
      expect({ text, start, slots }).toEqual({ text, start, slots: byIcal(text, start) });
    }),
    { numRuns: 400 },
  );
});

test("begun on a later day, any rule without a count gives the times that it has from there on", () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((more) => addDays(dayOf(START), more));
  fc.assert(
    fc.property(arbitraryRule, day, (text, firstDay) => {
      const rule = { ...read(text), count: null };
      const limits = { zone: "UTC", lastDay: LAST_DAY, most: 100_000 } as const;
      const whole = expandRule(rule, START, limits);
      fc.pre(whole.end !== "given up");
      expect({ text, ...expandRule(rule, START, { ...limits, firstDay }) }).toMatchObject({
        text,
        slots: whole.slots.filter((slot) => slot >= firstDay),
        end: whole.end,
      });
    }),
    { numRuns: 400 },
  );
});

test("an endless rule of long ago is worked out for one year without the decades before it", () => {
  const limits = { zone: WASHINGTON, firstDay: "2027-01-01", lastDay: "2027-12-31", most: 400 } as const;
  expect(expandRule(read("FREQ=DAILY"), "1970-01-01T09:00", limits).slots).toHaveLength(365);
  expect(expandRule(read("FREQ=WEEKLY;COUNT=3"), "1970-01-01T09:00", limits).slots[0]).toBe(
    "1970-01-01T09:00",
  );
});

test("a rule is printed as it was read", () => {
  fc.assert(
    fc.property(arbitraryRule, (text) => {
      expect(read(printRule(read(text)))).toEqual(read(text));
    }),
  );
});

test.for([
  ["", "rule-not-understood"],
  ["FREQ=SOMETIMES", "rule-not-understood"],
  ["FREQ=DAILY;FREQ=WEEKLY", "rule-not-understood"],
  ["FREQ=DAILY;INTERVAL=0", "rule-not-understood"],
  ["FREQ=MONTHLY;BYMONTHDAY=0", "rule-not-understood"],
  ["FREQ=DAILY;UNTIL=20260230", "rule-not-understood"],
  ["FREQ=SECONDLY", "repeats-by-seconds"],
  ["FREQ=DAILY;COUNT=2;UNTIL=20270101", "rule-ends-twice"],
  ["RSCALE=GREGORIAN;FREQ=DAILY", "rule-part-unknown"],
  ["FREQ=WEEKLY;BYDAY=2TU", "rule-part-does-not-fit"],
  ["FREQ=DAILY;BYSETPOS=1", "rule-part-does-not-fit"],
] as const)("%s is refused: %s", ([text, reason]) => {
  expect(parseRule(text)).toEqual({ ok: false, reason });
});

test("times end by their rule, at the last day, or at the most; hours and minutes narrow or widen a day", () => {
  const end = (text: string, limits = {}) => expand(text, limits).end;
  expect(end("FREQ=DAILY;COUNT=2")).toBe("by rule");
  expect(end("FREQ=DAILY;UNTIL=20261110T235900")).toBe("by rule");
  expect(end("FREQ=DAILY;UNTIL=20261110T235900", { lastDay: "2026-11-10" })).toBe("by rule");
  expect(end("FREQ=YEARLY;UNTIL=20261110T235900")).toBe("by rule");
  expect(end("FREQ=DAILY", { lastDay: "2026-11-10" })).toBe("at last day");
  expect(end("FREQ=DAILY;UNTIL=20301231T235900", { lastDay: "2026-11-10" })).toBe("at last day");
  const times = (text: string) => expand(text, { most: 3 }).slots.map((slot) => slot.slice(5));
  expect(times("FREQ=HOURLY;BYHOUR=10,12")).toEqual(["11-03T10:00", "11-03T12:00", "11-04T10:00"]);
  expect(times("FREQ=HOURLY")).toEqual(["11-03T09:00", "11-03T10:00", "11-03T11:00"]);
  expect(times("FREQ=HOURLY;BYMINUTE=15,45")).toEqual(["11-03T09:15", "11-03T09:45", "11-03T10:15"]);
  expect(times("FREQ=MINUTELY;BYMINUTE=15,45")).toEqual(["11-03T09:15", "11-03T09:45", "11-03T10:15"]);
  expect(times("FREQ=MINUTELY;INTERVAL=30")).toEqual(["11-03T09:00", "11-03T09:30", "11-03T10:00"]);
});
