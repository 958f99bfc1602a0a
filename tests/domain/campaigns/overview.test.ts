import { expect, test } from "vitest";
import { type Need, orderByTimeLeft } from "#app/domain/campaigns/needs-you.ts";

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
