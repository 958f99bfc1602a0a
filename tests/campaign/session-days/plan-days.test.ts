import { expect, test } from "vitest";
import { readDaysFile } from "#app/campaign/session-days/days-file.ts";
import {
  isNothing,
  nameOfPlan,
  planClearing,
  planDays,
  planInWords,
  sessionsEnded,
  touchesKnown,
} from "#app/campaign/session-days/plan-days.ts";
import { shippedDays } from "#app/campaign/session-days/read-days-upload.server.ts";
import { wantedDays } from "#app/campaign/session-days/record.ts";
import { type SessionDay, standingOn } from "#app/campaign/session-days/session-day.ts";
import { daysOfRange, inSpans, sourcesOf, spansOf } from "#app/campaign/session-days/spans.ts";
import { countNotKnown, monthsOfDays } from "#app/campaign/session-days/year-of-days.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

function day(date: CalendarDate, given: Partial<SessionDay> = {}): SessionDay {
  return {
    chamber: "House",
    day: date,
    standing: "in session",
    source: "CQ",
    asOf: "2025-11-18",
    ...given,
  };
}

test("a file's days are new, changed, older than what is known, the same, or not named", () => {
  const known = [
    day("2026-03-02"),
    day("2026-03-03"),
    day("2026-03-04", { asOf: "2026-02-01", standing: "away" }),
    day("2026-03-05", { standing: "away" }),
    day("2026-03-05", { chamber: "Senate" }),
    day("2026-03-20"),
  ];
  const given = [
    day("2026-03-02"),
    day("2026-03-04"),
    day("2026-03-03", { standing: "away", asOf: "2026-01-12" }),
    day("2026-03-06"),
  ];
  const plan = planDays(known, given);
  expect(plan.added).toEqual([given[3]]);
  expect(plan.changed).toEqual([{ from: known[1], to: given[2] }]);
  expect(plan.older).toEqual([{ from: known[2], to: given[1] }]);
  expect(plan.left).toEqual([known[3]]);
  expect(plan.same).toBe(1);
  expect(planInWords(plan, false)).toBe("1 day added, 1 day changed");
  expect(planInWords(plan, true)).toBe("1 day added, 2 days changed");
  expect(touchesKnown(plan)).toBe(true);
});

test("a second time the same changes nothing, and an older word alone is nothing unless it is asked for", () => {
  const given = [day("2026-03-02"), day("2026-03-03")];
  const again = planDays(given, given);
  expect([isNothing(again, true), touchesKnown(again), again.same]).toEqual([true, false, 2]);
  const older = planDays([day("2026-03-02", { asOf: "2026-09-02" })], given.slice(0, 1));
  expect([isNothing(older, false), isNothing(older, true)]).toEqual([true, false]);
});

test("clearing takes what is known of the chamber on these days, and no more", () => {
  const known = [day("2026-03-02"), day("2026-03-02", { chamber: "Senate" }), day("2026-03-04")];
  const plan = planClearing(known, "House", ["2026-03-02", "2026-03-03"]);
  expect(plan.cleared).toEqual([known[0]]);
  expect(planInWords(plan, false)).toBe("1 day no longer known");
});

test("a plan has another name as soon as anything of it is another", () => {
  const one = planDays([], [day("2026-03-02")]);
  const other = planDays([], [day("2026-03-02", { standing: "away" })]);
  const changed = planDays([day("2026-03-02", { standing: "away" })], [day("2026-03-02")]);
  expect(new Set([one, other, changed].map(nameOfPlan)).size).toBe(3);
  expect(nameOfPlan(planDays([], [day("2026-03-02")]))).toBe(nameOfPlan(one));
});

test("a range names working days; refused are the wrong way round, too long, and a weekend", () => {
  expect(daysOfRange("2026-11-10", "2026-11-12", "working days")).toEqual({
    ok: true,
    days: ["2026-11-10", "2026-11-12"],
  });
  expect(daysOfRange("2026-11-11", "2026-11-11", "working days")).toEqual({ ok: true, days: ["2026-11-11"] });
  expect(daysOfRange("2026-11-14", "2026-11-15", "every day")).toMatchObject({ ok: true });
  const refused = (first: CalendarDate, last: CalendarDate) => daysOfRange(first, last, "working days");
  expect(refused("2026-11-14", "2026-11-15")).toEqual({ ok: false, reason: "no-working-day" });
  expect(refused("2026-11-14", "2026-11-13")).toEqual({ ok: false, reason: "last-before-first" });
  expect(refused("2026-01-01", "2028-01-03")).toEqual({ ok: false, reason: "range-too-long" });
  expect(refused("2026-01-01", "2028-01-02").ok).toBe(true);
});

test("days on end stand together over a weekend and a holiday; a working day without a word parts them", () => {
  const days = (["2026-11-06", "2026-11-09", "2026-11-10", "2026-11-12", "2026-11-16"] as const).map((date) =>
    day(date),
  );
  expect(
    inSpans(
      days.map((one) => ({ day: one.day, said: one.standing })),
      String,
    ),
  ).toEqual([
    { first: "2026-11-06", last: "2026-11-12", days: 4, said: "in session" },
    { first: "2026-11-16", last: "2026-11-16", days: 1, said: "in session" },
  ]);
  expect(spansOf(days, "House", "2026-11-12", "2026-11-16").map(({ said }) => said.standing)).toEqual([
    "in session",
    "not known",
    "in session",
  ]);
});

test("a month ends with its last day: what is said of the next one is the next one's", () => {
  const days = (["2026-01-30", "2026-02-02", "2026-12-31"] as const).map((date) => day(date));
  const months = monthsOfDays(days, 2026).map(({ first, chambers }) => {
    const house = chambers.find(({ chamber }) => chamber === "House")?.spans ?? [];
    const said = house.filter((span) => span.said.standing === "in session");
    return [first, said.map((span) => `${span.first} ${span.last}`)];
  });
  expect(months[0]).toEqual(["2026-01-01", ["2026-01-30 2026-01-30"]]);
  expect(months[1]).toEqual(["2026-02-01", ["2026-02-02 2026-02-02"]]);
  expect(months[11]).toEqual(["2026-12-01", ["2026-12-31 2026-12-31"]]);
});

test("a file takes days in session away only where it says away, of older ones where these are taken", () => {
  const away = { standing: "away" } as const;
  const known = [
    day("2026-01-05"),
    day("2026-01-06"),
    day("2026-01-07", away),
    day("2026-01-08"),
    day("2026-01-09"),
  ];
  const plan = planDays(known, [
    ...[day("2026-01-05", away), day("2026-01-06", { source: "Other" }), day("2026-01-07")],
    ...[day("2026-01-08", { ...away, asOf: "2025-01-01" }), day("2026-01-12")],
  ]);
  expect(sessionsEnded(plan, false)).toEqual({ ended: 1, standing: 5 });
  expect(sessionsEnded(plan, true)).toEqual({ ended: 2, standing: 5 });
});

test("what a file leaves out is told from its first day to its last, both included, chamber by chamber", () => {
  const known = (["2026-01-05", "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09"] as const).map(
    (date) => day(date),
  );
  const given = [day("2026-01-06"), day("2026-01-08")];
  const left = (of: Parameters<typeof planDays>[1]) => planDays(known, of).left.map((one) => one.day);
  expect(left(given)).toEqual(["2026-01-07"]);
  expect(left(given.toReversed())).toEqual(["2026-01-07"]);
  expect(left([])).toEqual([]);
});

test("the sample counts as many days in session in the Senate as Arnold & Porter, and leaves differences unknown", () => {
  const read = readDaysFile(shippedDays(), "2026-11-24");
  if (!read.ok) throw new Error("The sample's days have a fault");
  const { days } = read;
  const inSession = (chamber: string) =>
    days.filter((one) => one.chamber === chamber && one.standing === "in session").length;
  expect(inSession("Senate")).toBe(150);
  expect(inSession("House")).toBe(115 - 6);
  expect(countNotKnown(monthsOfDays(days, 2026))).toEqual({ House: 13, Senate: 0 });
  expect(standingOn(days, "House", "2026-11-11")).toBe("in session");
  expect(standingOn(days, "Senate", "2026-11-12")).toBe("away");
  expect(standingOn(days, "House", "2026-11-13")).toBe("not known");
  expect(sourcesOf(days).every(({ source, asOf }) => source !== "" && asOf <= "2026-09-02")).toBe(true);
});

test("a last day before the first and a missing source are said at once", () => {
  const days = { chamber: "House", first: "2027-01-12", last: "2027-01-11", which: "working days" } as const;
  const read = wantedDays({ ...days, standing: "away", source: "", asOf: null }, "2026-11-10");
  expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(["asOf", "last", "source"]);
});
