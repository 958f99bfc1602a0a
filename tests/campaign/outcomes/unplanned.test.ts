import { expect, test } from "vitest";
import {
  MANNERS,
  type Manner,
  minutesOfUnplanned,
  titleOfUnplanned,
  usualStart,
} from "#app/campaign/outcomes/unplanned/unplanned.ts";

function by(value: Manner["value"]): Manner {
  const manner = MANNERS.find((each) => each.value === value);
  if (manner === undefined) throw new Error(value);
  return manner;
}

const nobody = { called: "", people: [], audiences: [] };

test("what was in no calendar is named after how and with whom it was, unless the officer names it", () => {
  const call = by("call");
  expect(titleOfUnplanned(call, { ...nobody, people: ["Claire Hadley"], audiences: ["SFRC"] })).toBe(
    "Phone call: Claire Hadley",
  );
  expect(titleOfUnplanned(call, { ...nobody, audiences: ["SFRC"] })).toBe("Phone call: SFRC");
  expect(titleOfUnplanned(by("in passing"), { ...nobody, people: ["A", "B", "C", "D", "E"] })).toBe(
    "In passing: A, B, C and 2 more",
  );
  expect(titleOfUnplanned(call, { ...nobody, called: "German reception", people: ["A"] })).toBe(
    "German reception",
  );
  expect(titleOfUnplanned(call, { ...nobody, people: ["Ž".repeat(300)] })).toHaveLength(200);
});

test("it took what such an event takes, but ended by now, and five minutes at least", () => {
  const now = new Date("2026-11-10T20:00:00.000Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  expect(minutesOfUnplanned(by("reception"), ago(600), now)).toBe(120);
  expect(minutesOfUnplanned(by("reception"), ago(40), now)).toBe(40);
  expect(minutesOfUnplanned(by("call"), ago(0), now)).toBe(5);
});

test("it was half an hour ago, on the clock of Washington", () => {
  expect(usualStart(new Date("2026-11-10T20:03:59.000Z"))).toEqual({ date: "2026-11-10", time: "14:30" });
  expect(usualStart(new Date("2026-11-11T05:10:00.000Z"))).toEqual({ date: "2026-11-10", time: "23:40" });
});
