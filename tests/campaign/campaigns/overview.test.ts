import { expect, test } from "vitest";
import { needInWords } from "#app/campaign/campaigns/need-in-words.ts";
import { type Need, orderByTimeLeft } from "#app/campaign/campaigns/needs-you.ts";

test("what needs you is ordered by the time left, the most overdue first and what has no hour last", () => {
  const needs: Need[] = [
    { need: "stale proof points", points: [{ code: "P17", since: "2026-03-31" }] },
    {
      need: "clash",
      title: "Pentagon",
      place: "/",
      withTitle: "Roundtable",
      startsAt: new Date("2026-11-12T16:00:00Z"),
    },
    { need: "clearance", title: "No hour", place: "/", dueAt: null, desk: "Embassy", isYours: true },
    { need: "follow-ups overdue", count: 4, oldest: "Extract", dueOn: "2026-11-05" },
    {
      need: "meetings not logged",
      count: 2,
      oldest: "HASC",
      oldestEndedAt: new Date("2026-11-09T20:00:00Z"),
    },
    {
      need: "clearance",
      title: "State",
      place: "/",
      dueAt: new Date("2026-11-09T17:00:00Z"),
      desk: "Ministry desk",
      isYours: false,
    },
  ];
  expect(orderByTimeLeft(needs).map((need) => ("title" in need ? need.title : need.need))).toEqual([
    "follow-ups overdue",
    "State",
    "meetings not logged",
    "Pentagon",
    "No hour",
    "stale proof points",
  ]);
});

const NOW = new Date("2026-11-10T15:00:00Z");
const said = (need: Need) => {
  const words = needInWords(need, { campaignId: "esa", homeZone: "Europe/Prague", now: NOW });
  return [`${words.state}: ${words.head} | ${words.detail}`, words.isQuoting, `${words.go} ${words.place}`];
};

test("a clearance says by when on both clocks, and a returned paper that it is returned", () => {
  const asked = { need: "clearance", title: "State", place: "/p", desk: "Embassy", isYours: true } as const;
  const at = (dueAt: Date | null, isYours = true) => said({ ...asked, dueAt, isYours });
  expect(at(null)).toEqual(["warn: Clearance requested | State, for the Embassy", true, "Open /p"]);
  expect(at(NOW, false)[0]).toBe(
    "warn: Clearance due Tue 10 Nov, 10:00 (16:00 in Prague) | State, with the Embassy",
  );
  expect(at(new Date(NOW.getTime() - 1))[0]).toBe(
    "bad: Clearance overdue since Tue 10 Nov, 09:59 (15:59 in Prague) | State, for the Embassy",
  );
  expect(said({ need: "returned", what: "Cable", title: "State", place: "/p" })).toEqual([
    "warn: Cable returned | State",
    true,
    "Open /p",
  ]);
});

test("of several meetings or promises the oldest is named, with its day", () => {
  const meetings = (count: number) =>
    said({
      need: "meetings not logged",
      count,
      oldest: "HASC",
      oldestEndedAt: new Date("2026-11-09T20:00:00Z"),
    });
  expect(meetings(1)).toEqual(["bad: 1 meeting not logged | HASC, yesterday", true, "Log /c/esa/log"]);
  expect(meetings(2)[0]).toBe("bad: 2 meetings not logged | Oldest: HASC, yesterday");
  const promises = (count: number) =>
    said({ need: "follow-ups overdue", count, oldest: "Extract", dueOn: "2026-11-05" });
  expect(promises(1)).toEqual([
    "bad: 1 follow-up overdue | Extract, due Thu 5 Nov",
    true,
    "See it /c/esa/follow-ups",
  ]);
  expect(promises(4)).toEqual([
    "bad: 4 follow-ups overdue | Oldest: Extract, due Thu 5 Nov",
    true,
    "See 4 /c/esa/follow-ups",
  ]);
});

test("a clash, a hold, a stopped post and stale proof points each say what is to be done where", () => {
  const startsAt = new Date("2026-11-12T16:00:00Z");
  expect(said({ need: "clash", title: "Pentagon", withTitle: "Roundtable", place: "/p", startsAt })).toEqual([
    "bad: Clash on Thu 12 Nov | Pentagon, with Roundtable",
    true,
    "Solve /p",
  ]);
  expect(said({ need: "hold to decide", messageNumber: 3, place: "/p", expiredAt: NOW })).toEqual([
    "bad: Hold on message 3: its holding line has expired | Lift the hold, or extend the line",
    false,
    "Decide /p",
  ]);
  expect(said({ need: "post stopped", title: "Op-ed", place: "/p", startsAt })).toEqual([
    "bad: A stopped post needs a new time | Op-ed",
    true,
    "Choose a new time /p",
  ]);
  const points = [
    { code: "P17", since: "2026-03-31" },
    { code: "P2", since: "2025-12-01" },
  ] as const;
  expect(said({ need: "stale proof points", points })).toEqual([
    "bad: 2 proof points are stale | P17 since Tue 31 Mar, P2 since Mon 1 Dec 2025",
    false,
    "Review /c/esa/proof-points",
  ]);
  expect(said({ need: "stale proof points", points: points.slice(0, 1) })[0]).toBe(
    "bad: 1 proof point is stale | P17 since Tue 31 Mar",
  );
});

test("the deadlines of a visit are overdue from their minute on", () => {
  const visit = { need: "visit deadlines", title: "Names", visit: "Minister", place: "/p" } as const;
  expect(said({ ...visit, count: 1, dueAt: NOW })).toEqual([
    "bad: 1 visit deadline, overdue since Tue 10 Nov, 10:00 (16:00 in Prague) | Names, Minister",
    true,
    "Open /p",
  ]);
  expect(said({ ...visit, count: 2, dueAt: new Date(NOW.getTime() + 60_000) })[0]).toBe(
    "warn: 2 visit deadlines, Tue 10 Nov, 10:01 (16:01 in Prague) | First: Names, Minister",
  );
});
