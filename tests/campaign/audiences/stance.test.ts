import { expect, test } from "vitest";
import {
  daysToLapse,
  isStance,
  knownStance,
  type StanceReading,
  stanceLabel,
  stanceOn,
  stanceSentence,
} from "#app/campaign/audiences/stances/stance.ts";

const today = "2026-11-10";

test("the latest reading stands, whatever order the readings come in", () => {
  const readings: StanceReading[] = [
    { readOn: "2026-09-24", stance: 3 },
    { readOn: "2026-02-10", stance: 2 },
  ];
  expect(stanceOn(readings, today)).toEqual({
    state: "known",
    stance: 3,
    readOn: "2026-09-24",
    lapsesOn: "2026-12-23",
  });
});

test("a reading stands through its 90th day and is lapsed on the 91st", () => {
  const readings: StanceReading[] = [{ readOn: "2026-09-24", stance: 3 }];
  expect(stanceOn(readings, "2026-12-23").state).toBe("known");
  expect(stanceOn(readings, "2026-12-24")).toEqual({
    state: "lapsed",
    last: 3,
    readOn: "2026-09-24",
    lapsedOn: "2026-12-23",
  });
});

test("a lapsed reading is no number any more", () => {
  const standing = stanceOn([{ readOn: "2026-05-14", stance: 4 }], today);
  expect(knownStance(standing)).toBeNull();
  expect(daysToLapse(standing, today)).toBeNull();
});

test("days to the lapse are counted to the last day on which the reading stands", () => {
  expect(daysToLapse(stanceOn([{ readOn: "2026-09-24", stance: 3 }], today), today)).toBe(43);
});

test("a later reading of not known overrides an earlier stance", () => {
  const readings: StanceReading[] = [
    { readOn: "2026-09-24", stance: 3 },
    { readOn: "2026-10-01", stance: null },
  ];
  expect(stanceOn(readings, today)).toEqual({ state: "not known", readOn: "2026-10-01" });
});

test("a reading of tomorrow does not count today, and none at all is no reading", () => {
  expect(stanceOn([{ readOn: "2026-11-11", stance: 5 }], today).state).toBe("no reading");
  expect(stanceOn([], today).state).toBe("no reading");
});

test("of two readings on one day the later one in the list stands", () => {
  const day = "2026-11-01";
  const readings: StanceReading[] = [
    { readOn: day, stance: 2 },
    { readOn: day, stance: 3 },
  ];
  expect(knownStance(stanceOn(readings, today))).toBe(3);
});

test("stances go from 1 to 5 and each has its word", () => {
  expect([0, 1, 5, 6, 2.5].map(isStance)).toEqual([false, true, true, false, false]);
  expect([1, 2, 3, 4, 5, null].map(stanceLabel)).toEqual([
    "Opposed",
    "Sceptical",
    "Undecided",
    "Supportive",
    "Speaks for it",
    "Not known",
  ]);
});

test("the finding over the chart names the last two stretches", () => {
  const readings: StanceReading[] = [
    { readOn: "2026-02-10", stance: 2 },
    { readOn: "2026-06-04", stance: 3 },
    { readOn: "2026-09-24", stance: 3 },
  ];
  expect(stanceSentence(readings, today)).toBe("Sceptical in February, undecided since June");
  expect(stanceSentence(readings, "2027-01-10")).toBe(
    "Sceptical in February 2026, undecided since June 2026, now lapsed",
  );
  expect(stanceSentence([], today)).toBe("No reading yet");
});

test("a stretch of several readings is told from its first", () => {
  const readings: StanceReading[] = [
    { readOn: "2026-02-10", stance: 2 },
    { readOn: "2026-04-02", stance: 2 },
    { readOn: "2026-10-04", stance: 4 },
  ];
  expect(stanceSentence(readings, today)).toBe("Sceptical from February, supportive since October");
});
