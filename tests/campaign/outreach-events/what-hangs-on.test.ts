import { expect, test } from "vitest";
import { type Hanging, whatHangsOn } from "#app/campaign/outreach-events/moving/what-hangs-on.ts";

const at = (start: string) =>
  ({
    startsAt: new Date(start),
    endsAt: new Date(Date.parse(start) + 3_600_000),
    zone: "America/New_York",
    isAllDay: false,
  }) as const;
const thursday = at("2026-11-19T19:00:00Z");
const friday13 = at("2026-11-13T19:00:00Z");
const around = { homeZone: "Europe/Prague", now: new Date("2026-11-02T15:00:00Z") } as const;
const desks = [
  { desk: "Embassy", side: "embassy" as const, country: "US", paper: "none" as const },
  { desk: "Ministry desk", side: "ministry" as const, country: "CZ", paper: "none" as const },
];

function hanging(given: Partial<Hanging> = {}): Hanging {
  return { hasPapers: true, clearers: desks, requests: [], openFollowUps: 0, ...given };
}

test("brief and clearance move with the event, each on both clocks", () => {
  expect(whatHangsOn(thursday, friday13, hanging(), around)).toBe(
    "Brief now due Tue 10 Nov, 12:00 (18:00 in Prague); clearance Mon 9 Nov, 12:00 (18:00 in Prague).",
  );
});

test("desks of countries with other holidays are named apart", () => {
  expect(whatHangsOn(friday13, at("2026-11-20T19:00:00Z"), hanging(), around)).toBe(
    "Brief now due Wed 18 Nov, 12:00 (18:00 in Prague); clearance (Ministry desk) Mon 16 Nov, 12:00 (18:00 in Prague); clearance (Embassy) Tue 17 Nov, 12:00 (18:00 in Prague).",
  );
});

test("a time that a desk was given stays, and is said with whether it is too late", () => {
  const requests = [{ desk: "Ministry desk", dueAt: new Date("2026-11-16T17:00:00Z") }];
  expect(whatHangsOn(thursday, friday13, hanging({ requests }), around)).toContain(
    "The request to the Ministry desk still asks for an answer by Mon 16 Nov, 12:00 (18:00 in Prague); the event will have begun by then, so ask again.",
  );
  const early = [{ desk: "Ministry desk", dueAt: new Date("2026-11-06T17:00:00Z") }];
  expect(whatHangsOn(thursday, friday13, hanging({ requests: early }), around)).toContain(
    "The request to the Ministry desk still asks for an answer by Fri 6 Nov, 12:00 (18:00 in Prague).",
  );
});

test("what is due in the past after a move says so", () => {
  const late = { ...around, now: new Date("2026-11-10T16:00:00Z") } as const;
  expect(whatHangsOn(thursday, friday13, hanging(), late)).toBe(
    "Brief now due Tue 10 Nov, 12:00 (18:00 in Prague); clearance Mon 9 Nov, 12:00 (18:00 in Prague), past.",
  );
});

test("promises keep their days, and something internal has no papers", () => {
  expect(whatHangsOn(thursday, friday13, hanging({ hasPapers: false, openFollowUps: 1 }), around)).toBe(
    "Its open follow-up keeps its due date.",
  );
});

test("a move within the day moves nothing", () => {
  expect(whatHangsOn(friday13, at("2026-11-13T21:00:00Z"), hanging(), around)).toBe("");
});
