import { expect, test } from "vitest";
import { dueGroup, lastDayOfWeek, promiseName, savedSentence } from "#app/campaign/follow-ups/follow-up.ts";

const home = { country: "CZ", city: "Prague" };
const tuesday = "2026-11-10";

test("a promise is overdue from the day after it was due", () => {
  expect(dueGroup({ dueOn: "2026-11-09", isDone: false }, tuesday)).toBe("overdue");
  expect(dueGroup({ dueOn: tuesday, isDone: false }, tuesday)).toBe("this week");
});

test("this week ends with Sunday", () => {
  expect(lastDayOfWeek(tuesday)).toBe("2026-11-15");
  expect(dueGroup({ dueOn: "2026-11-15", isDone: false }, tuesday)).toBe("this week");
  expect(dueGroup({ dueOn: "2026-11-16", isDone: false }, tuesday)).toBe("later");
});

test("a promise that was kept is done, however late", () => {
  expect(dueGroup({ dueOn: "2026-01-01", isDone: true }, tuesday)).toBe("done");
});

test("what is said after saving names the next promise and points out a holiday", () => {
  expect(savedSentence("Saved", [], home)).toBe("Saved");
  expect(savedSentence("Saved", ["2026-11-18"], home)).toBe("Saved. Follow-up due Wed 18 Nov 2026");
  expect(savedSentence("Saved", ["2026-11-17"], home)).toBe(
    "Saved. Follow-up due Tue 17 Nov 2026, a holiday in Prague",
  );
  expect(savedSentence("Changed the log", ["2026-11-20", "2026-11-18"], home)).toBe(
    "Changed the log. 2 follow-ups, the first due Wed 18 Nov 2026",
  );
});

test("a promise is ours or theirs", () => {
  expect([promiseName("us"), promiseName("them")]).toEqual(["Our promise", "Their promise"]);
});
