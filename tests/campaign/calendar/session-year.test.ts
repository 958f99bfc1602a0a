import { expect, test } from "vitest";
import { byMonth, mondaysOf, newCongressAfter } from "#app/campaign/calendar/pages/year-model.ts";
import type { WeekStanding } from "#app/campaign/calendar/session-week.ts";
import { timesToPlan, type WeekFacts } from "#app/campaign/calendar/weeks-to-plan.ts";
import { addDays } from "#app/time/calendar-date.ts";

test("a year has 52 Mondays, or 53, each in its own year", () => {
  const weeks = mondaysOf(2026);
  expect([weeks.length, weeks[0], weeks.at(-1)]).toEqual([52, "2026-01-05", "2026-12-28"]);
  expect([mondaysOf(2024).length, mondaysOf(2024)[0], mondaysOf(2024).at(-1)]).toEqual([
    53,
    "2024-01-01",
    "2024-12-30",
  ]);
  for (let year = 2020; year < 2040; year += 1)
    expect(mondaysOf(year).every((monday) => monday.startsWith(String(year)))).toBe(true);
});

test("weeks are named by the month of their Monday", () => {
  const months = byMonth(mondaysOf(2026).map((monday) => ({ monday })));
  expect(months.map(({ weeks }) => weeks.length)).toEqual([4, 4, 5, 4, 4, 5, 4, 5, 4, 4, 5, 4]);
  expect(months[0]).toMatchObject({ name: "January", first: "2026-01-01" });
});

test("a new Congress begins on 3 January of an odd year only", () => {
  expect(newCongressAfter(2026)).toBe("2027-01-03");
  expect(newCongressAfter(2027)).toBeNull();
});

const LETTERS: Record<string, WeekStanding> = { s: "in session", p: "part", a: "away", n: "not known" };
const FIRST = "2026-10-05";

/** Weeks from 5 October 2026 on, one letter for each chamber: s in session, p in part, a away, n not known. */
function weeks(house: string, senate: string, given: Record<number, Partial<WeekFacts>> = {}): WeekFacts[] {
  return [...house].map((letter, index) => {
    const week = (one: string) => ({
      standing: LETTERS[one] ?? "not known",
      words: one === "p" ? "in session Mon, Tue only" : (LETTERS[one] ?? "not known"),
    });
    const facts = { closedAtHome: [], events: 0, visits: [] };
    return {
      ...{ monday: addDays(FIRST, 7 * index), house: week(letter), senate: week(senate[index] ?? "n") },
      ...{ ...facts, ...given[index] },
    };
  });
}

const around = { today: "2026-11-10", city: "Prague", newCongress: null } as const;
const reasons = (facts: WeekFacts[], change = {}) =>
  timesToPlan(facts, { ...around, ...change }).map(({ first, sentences }) => [first, sentences.join(" ")]);

test("this week is always there, with what Congress does and how much we have", () => {
  expect(reasons(weeks("nnnnnnn", "nnnnnnn", { 5: { events: 9 } }))).toEqual([
    ["2026-11-09", "Congress: not known. Nine events."],
  ]);
});

test("a chamber that is back alone is named alone", () => {
  expect(reasons(weeks("aaaaasn", "sssssss"))[0]?.[1]).toMatch(/^The House returns after five weeks away\. /);
  expect(reasons(weeks("sssssss", "nnnaasn"))[0]?.[1]).toMatch(/^The Senate returns after two weeks away\. /);
  expect(reasons(weeks("sssssss", "nnnnasn"))[0]?.[1]).not.toContain("returns after");
});

test("a chamber that is back after two known weeks away or more is named, not one back after weeks unknown", () => {
  const [thisWeek] = reasons(weeks("aaaaasn", "aaaaapn"));
  expect(thisWeek?.[1]).toBe(
    "Both chambers return after five weeks away. House in session, Senate in session Mon, Tue only.",
  );
  expect(reasons(weeks("aannnsn", "aaaaasn"))[0]?.[1]).toBe(
    "The Senate returns after five weeks away. Both chambers in session.",
  );
  expect(reasons(weeks("sssssas", "sssssss")).map(([first]) => first)).toEqual(["2026-11-09"]);
});

test("a visit, and a closed ministry in a busy week, make a week to plan for", () => {
  const visit = { id: "v1", campaignId: "esa", title: "Minister’s visit", day: "2026-11-19" } as const;
  const given = {
    6: { visits: [visit], closedAtHome: ["2026-11-17"] as const },
    7: { closedAtHome: ["2026-11-24"] as const },
    8: { closedAtHome: ["2026-12-01", "2026-12-02", "2026-12-03"] as const, events: 1 },
  } as const;
  const planned = timesToPlan(weeks("nnnnnnnnn", "nnnnnnnnn", given), around);
  expect(planned.map(({ first, sentences }) => [first, sentences.join(" ")])).toEqual([
    ["2026-11-09", "Congress: not known."],
    [
      "2026-11-16",
      "Minister’s visit on Thu 19 Nov. The ministry in Prague is closed on Tue 17 Nov. Congress: not known.",
    ],
    [
      "2026-11-30",
      "The ministry in Prague is closed on Tue 1 Dec, Wed 2 Dec and Thu 3 Dec. Congress: not known. One event.",
    ],
  ]);
  expect(planned[1]?.leads).toEqual({ to: "visit", id: "v1", campaignId: "esa" });
});

test("before a Congress ends the last weeks in which a chamber meets are the last chance", () => {
  const end = { day: "2027-01-03", audiences: 4, followUps: 9 } as const;
  const planned = timesToPlan(weeks("ssssssnnssspa", "ssssspnnnnnsa"), { ...around, newCongress: end });
  expect(planned.map(({ first, last, sentences }) => [first, last, ...sentences])).toEqual([
    ["2026-11-09", null, "House in session, Senate in session Mon, Tue only."],
    [
      "2026-11-30",
      "2026-12-25",
      "The House sits for four weeks; the Senate sits for one week (three not known).",
      "These are the last known session weeks before the new Congress.",
    ],
    [
      "2027-01-03",
      null,
      "The new Congress begins.",
      "Four audiences and nine open follow-ups depend on seats that may change.",
    ],
  ]);
});

test("of a year that is over there is nothing to plan for", () => {
  const end = { day: "2027-01-03", audiences: 4, followUps: 9 } as const;
  expect(timesToPlan(weeks("sss", "sss"), { ...around, today: "2027-03-01", newCongress: end })).toEqual([]);
});
