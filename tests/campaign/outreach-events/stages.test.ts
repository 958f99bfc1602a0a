import { expect, test } from "vitest";
import { currentStage, logDueAt, type StageFacts, stagesOf } from "#app/campaign/outreach-events/stages.ts";
import type { Zone } from "#app/time/wall-time.ts";

const NOW = new Date("2026-11-10T15:40:00Z");
const PRAGUE: Zone = "Europe/Prague";
const AROUND = { now: NOW, homeZone: PRAGUE };
const facts: StageFacts = {
  schedule: "confirmed",
  result: "planned",
  startsAt: new Date("2026-11-10T19:00:00Z"),
  endsAt: new Date("2026-11-10T19:45:00Z"),
  isAllDay: false,
  outcomes: 0,
  plannedAt: new Date("2026-10-27T14:00:00Z"),
  briefDueAt: new Date("2026-11-06T17:00:00Z"),
  talkingPoints: { words: "Cleared by Tomáš Beran", isCleared: true },
  openFollowUps: 1,
};
const words = (change: Partial<StageFacts>, now = NOW) =>
  stagesOf({ ...facts, ...change }, { now, homeZone: PRAGUE }).map((stage) => stage.words);

test("an event says of each stage where it stands", () => {
  expect(stagesOf(facts, AROUND).map(({ name, is, words: said }) => [name, is, said])).toEqual([
    ["Plan", "done", "Done Tue 27 Oct"],
    ["Brief", "current", "Cleared by Tomáš Beran"],
    ["Deliver", "next", "Today, 14:00 (20:00 in Prague)"],
    ["Log", "next", "Due Thu 12 Nov, 14:45 (20:45 in Prague)"],
    ["Follow up", "next", "1 open"],
  ]);
});

test("the stage follows the clock and what has been done", () => {
  expect(currentStage({ ...facts, schedule: "tentative" }, NOW)).toBe("Plan");
  expect(currentStage(facts, facts.startsAt)).toBe("Deliver");
  expect(currentStage(facts, facts.endsAt)).toBe("Log");
  expect(currentStage({ ...facts, outcomes: 1 }, facts.endsAt)).toBe("Follow up");
});

test("a brief that is begun is marked until it is cleared, and is bad once it is due", () => {
  const tone = (talkingPoints: StageFacts["talkingPoints"], at: string) =>
    stagesOf({ ...facts, talkingPoints }, { ...AROUND, now: new Date(at) })[1]?.tone;
  const draft = { words: "Draft", isCleared: false };
  expect(tone(draft, "2026-11-06T16:59:59Z")).toBe("warn");
  expect(tone(null, "2026-11-06T16:59:59Z")).toBeNull();
  expect(tone(draft, "2026-11-06T17:00:00Z")).toBe("bad");
  expect(tone(facts.talkingPoints, "2026-11-10T15:40:00Z")).toBe("ok");
  expect(tone(draft, "2026-11-10T19:00:00Z")).toBe("off");
});

test("a brief that is overdue says since when", () => {
  expect(words({ talkingPoints: null })[1]).toBe("Not begun, was due Fri 6 Nov, 12:00 (18:00 in Prague)");
  expect(words({ talkingPoints: null }, new Date("2026-11-06T16:00:00Z"))[1]).toBe(
    "Not begun, due Fri 6 Nov, 12:00 (18:00 in Prague)",
  );
});

test("a brief for a meeting planned after the brief was due is needed by its start, and not late", () => {
  const late = { talkingPoints: null, plannedAt: new Date("2026-11-09T15:00:00Z") };
  expect(words(late)[1]).toBe("Not begun, needed by today, 14:00 (20:00 in Prague)");
  expect(words(late, new Date("2026-11-09T16:00:00Z"))[1]).toBe(
    "Not begun, needed by Tue 10 Nov, 14:00 (20:00 in Prague)",
  );
});

test("an outcome is due two days after the end, and overdue after that", () => {
  expect(logDueAt(facts.endsAt)).toEqual(new Date("2026-11-12T19:45:00Z"));
  expect(words({}, new Date("2026-11-12T19:45:00Z"))[3]).toBe(
    "Not logged, was due Thu 12 Nov, 14:45 (20:45 in Prague)",
  );
  expect(words({ outcomes: 2, result: "held" }, new Date("2026-11-12T20:00:00Z"))[3]).toBe("2 logged");
});

test("no log and no brief is due of an event that was cancelled or not held; what was promised stays open", () => {
  const cancelled = stagesOf({ ...facts, schedule: "cancelled" }, AROUND);
  expect(cancelled.map((stage) => stage.words).slice(2)).toEqual(["Cancelled", "Nothing due", "1 open"]);
  expect(words({ result: "not held" })[2]).toBe("Not held");
  const brief = (talkingPoints: StageFacts["talkingPoints"]) =>
    stagesOf({ ...facts, schedule: "cancelled", talkingPoints }, AROUND)[1];
  expect(brief(null)).toMatchObject({ tone: "off", words: "No talking points" });
  expect(brief({ words: "Draft", isCleared: false })).toMatchObject({ tone: "off", words: "Draft" });
});

test("what takes whole days has days and no hours", () => {
  const days = { startsAt: new Date("2026-12-11T05:00:00Z"), endsAt: new Date("2026-12-13T05:00:00Z") };
  expect(words({ ...days, isAllDay: true }).slice(2, 4)).toEqual(["Fri 11 Dec", "Due Mon 14 Dec"]);
  expect(words({ ...days, isAllDay: true }, new Date("2026-12-11T15:00:00Z"))[2]).toBe("Today");
});
