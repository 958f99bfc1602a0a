import { expect, test } from "vitest";
import { congressThisWeek, congressWeekInWords, sessionWeek } from "#app/campaign/calendar/session-week.ts";
import type { SessionDay } from "#app/campaign/session-days/session-day.ts";
import { sessionRuns, sessionSentence, standingsOf } from "#app/campaign/session-days/session-runs.ts";
import { addDays } from "#app/time/calendar-date.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const MONDAY = "2026-11-09";
const WEEK = [0, 1, 2, 3, 4].map((days) => addDays(MONDAY, days));
const NONE: ReadonlySet<CalendarDate> = new Set();

/** One letter a day from Monday: s in session, a away, anything else not known. */
function chamber(name: "House" | "Senate", letters: string): SessionDay[] {
  const source = { source: "CQ Roll Call", asOf: "2025-11-20" } as const;
  return [...letters].flatMap((letter, index): SessionDay[] => {
    const day = { chamber: name, day: addDays(MONDAY, index), ...source } as const;
    if (letter === "s") return [{ ...day, standing: "in session" }];
    return letter === "a" ? [{ ...day, standing: "away" }] : [];
  });
}

const bands = (letters: string) =>
  sessionRuns(standingsOf(chamber("Senate", letters)), "Senate", WEEK).map(({ from, to, words }) => [
    from,
    to,
    words,
  ]);

test("a chamber's band says on which days it meets, and where it is away", () => {
  expect(bands("sssss")).toEqual([[0, 4, "In session Mon to Fri"]]);
  expect(bands("ssaaa")).toEqual([
    [0, 1, "In session Mon, Tue"],
    [2, 4, "Away from Washington"],
  ]);
  expect(bands("sasaa")).toEqual([
    [0, 0, "In session Mon"],
    [1, 1, "Away"],
    [2, 2, "In session Wed"],
    [3, 4, "Away from Washington"],
  ]);
});

test("days that no source names are not known, whatever stands around them", () => {
  expect(bands("s...s")).toEqual([
    [0, 0, "In session Mon"],
    [1, 3, "Not known"],
    [4, 4, "In session Fri"],
  ]);
  expect(bands("")).toEqual([[0, 4, "Not known"]]);
});

test("a weekend of which no source says anything is left open, one that a source names is not", () => {
  const nine = [...WEEK, addDays(MONDAY, 5), addDays(MONDAY, 6), addDays(MONDAY, 7)];
  const runs = (letters: string) =>
    sessionRuns(standingsOf(chamber("House", letters)), "House", nine).map(({ from, to }) => [from, to]);
  expect(runs("sssss..s")).toEqual([
    [0, 4],
    [7, 7],
  ]);
  expect(runs("ssssssss")).toEqual([[0, 7]]);
});

test("each day says how both chambers stand", () => {
  const standings = standingsOf([...chamber("House", "sss.a"), ...chamber("Senate", "sa..a")]);
  expect(WEEK.map((day) => sessionSentence(standings, day))).toEqual([
    "House and Senate in session",
    "House in session, Senate away",
    "House in session, Senate not known",
    "Congress: not known",
    "House and Senate away",
  ]);
});

const week = (letters: string, holidays = NONE) =>
  sessionWeek(standingsOf(chamber("House", letters)), "House", MONDAY, holidays);

test("a week is in session when the chamber meets on every working day, else in part", () => {
  expect(week("sssss")).toEqual({ standing: "in session", words: "in session" });
  expect(week("ssaaa")).toEqual({ standing: "part", words: "in session Mon, Tue only" });
  expect(week("s.s.s")).toEqual({ standing: "part", words: "in session Mon, Wed, Fri (Tue, Thu not known)" });
});

test("a week is away only when a source says so of every working day", () => {
  expect(week("aaaaa").standing).toBe("away");
  expect(week("aaa.a").standing).toBe("not known");
  expect(week("").standing).toBe("not known");
});

test("a federal holiday that no source names leaves the week as its other days are", () => {
  const veterans = new Set<CalendarDate>(["2026-11-11"]);
  expect(week("ss.ss", veterans).standing).toBe("in session");
  expect(week("aa.aa", veterans).standing).toBe("away");
  expect(week("..a..", veterans).standing).toBe("not known");
});

test("both chambers' week is said in one phrase", () => {
  const words = (house: string, senate: string) => {
    const standings = standingsOf([...chamber("House", house), ...chamber("Senate", senate)]);
    return congressWeekInWords(
      sessionWeek(standings, "House", MONDAY, NONE),
      sessionWeek(standings, "Senate", MONDAY, NONE),
    );
  };
  expect(words("sssss", "sssss")).toBe("Both chambers in session");
  expect(words("sssss", "ssaaa")).toBe("House in session, Senate in session Mon, Tue only");
  expect(words("ss", "aaaaa")).toBe("House in session Mon, Tue (Wed to Fri not known), Senate away");
  expect(words("aaaaa", "")).toBe("House away, Senate not known");
  expect(words("", "")).toBe("Congress: not known");
});

test("an empty week still says what Congress does", () => {
  const away = week("aaaaa");
  expect(congressThisWeek(week("sssss"), away)).toBe(
    "The House is in session all week. The Senate is away all week.",
  );
  expect(congressThisWeek(away, week("ssaaa"))).toBe(
    "The House is away all week. The Senate is in session Mon, Tue only.",
  );
  expect(congressThisWeek(week("sa"), away)).toBe(
    "The House is in session Mon (Wed to Fri not known). The Senate is away all week.",
  );
  expect(congressThisWeek(away, away)).toBe("The House and the Senate are away all week.");
  expect(congressThisWeek(week(""), week(""))).toBe("Congress’s calendar is not known.");
});
