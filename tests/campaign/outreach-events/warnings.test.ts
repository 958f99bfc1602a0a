import { expect, test } from "vitest";
import type {
  JudgedEvent,
  OtherEvent,
  Surroundings,
} from "#app/campaign/outreach-events/warnings/judged-event.ts";
import { warningsOf } from "#app/campaign/outreach-events/warnings/warnings.ts";
import type { Office } from "#app/campaign/past-statements/office.ts";

const NOW = new Date("2026-11-02T15:00:00Z");
const hours = (start: string, minutes: number) =>
  ({
    startsAt: new Date(start),
    endsAt: new Date(Date.parse(start) + minutes * 60_000),
    zone: "America/New_York",
    isAllDay: false,
  }) as const;
/** Thursday 12 November 2026, 10:00 to 10:45 in Washington, 16:00 in Prague. */
const THURSDAY = hours("2026-11-12T15:00:00Z", 45);
const sfrc: Office = {
  kind: "organisation",
  id: "sfrc",
  side: "majority",
  name: "Senate Foreign Relations, majority",
};

function event(given: Partial<JudgedEvent> = {}): JudgedEvent {
  return {
    id: "own",
    seriesId: null,
    ...THURSDAY,
    plannedAt: new Date("2026-10-01T00:00:00Z"),
    takesPlace: true,
    where: "dirksen",
    visitsOffices: true,
    visitId: null,
    officers: [{ id: "petr", name: "Petr Dvořák" }],
    participants: [],
    audiences: [],
    messages: [],
    chambers: [],
    clearers: [],
    ...given,
  };
}

function other(given: Partial<OtherEvent> = {}): OtherEvent {
  return {
    id: "other",
    campaignId: "cyber",
    seriesId: null,
    title: "Pentagon, NATO policy",
    seenTitle: "Pentagon, NATO policy",
    ...THURSDAY,
    officers: [],
    participants: [],
    audiences: [],
    offices: [],
    where: "pentagon",
    visitsOffices: true,
    visitId: null,
    travelMinutes: 30,
    ...given,
  };
}

function words(judged: JudgedEvent, around: Partial<Surroundings> = {}, now = NOW): string[] {
  const nothing: Surroundings = {
    others: [],
    saidBefore: [],
    sessionDays: [],
    home: { homeZone: "Europe/Prague", homeCountry: "CZ" },
    clashDays: 14,
    travelMinutes: 30,
  };
  return warningsOf(judged, { ...nothing, ...around }, now).map((warning) => warning.words);
}

const desks = [
  { desk: "Embassy", side: "embassy" as const, country: "US", paper: "none" as const },
  { desk: "Ministry desk", side: "ministry" as const, country: "CZ", paper: "none" as const },
] as const;

test("somebody who is elsewhere is named with where and when; of another campaign only with when", () => {
  const at = { officers: ["petr"], ...hours("2026-11-12T14:30:00Z", 60) } as const;
  expect(words(event(), { others: [other(at)] })).toEqual([
    "Petr Dvořák is at Pentagon, NATO policy, 09:30 to 10:30 in Washington.",
  ]);
  expect(words(event(), { others: [other({ ...at, seenTitle: null })] })).toEqual([
    "Petr Dvořák is at an event of another campaign, 09:30 to 10:30 in Washington.",
  ]);
});

test("of an event of several days it is said on which of them somebody is elsewhere", () => {
  const at = { officers: ["petr"], ...hours("2026-11-12T14:30:00Z", 60) } as const;
  const days = { startsAt: new Date("2026-11-11T14:00:00Z"), endsAt: new Date("2026-11-13T20:00:00Z") };
  expect(words(event(days), { others: [other(at)] })[0]).toBe(
    "Petr Dvořák is at Pentagon, NATO policy, Thu 12 Nov, 09:30 to 10:30 in Washington.",
  );
});

test("a way that is too short is said with the minutes there are and the minutes it takes", () => {
  const before = other({ officers: ["petr"], ...hours("2026-11-12T14:00:00Z", 45) });
  expect(words(event(), { others: [before] })).toEqual([
    "Petr Dvořák is at Pentagon, NATO policy, 09:00 to 09:45 in Washington: that leaves 15 min to get from one to the other, and 30 are needed.",
  ]);
  expect(words(event({ where: null }), { others: [before] })).toEqual([]);
});

test("an office that any campaign visits within the days is named with the day", () => {
  const visited = event({ audiences: [{ id: "majority", name: "SFRC majority", offices: [sfrc] }] });
  const monday = { ...hours("2026-11-16T15:00:00Z", 30), offices: [sfrc], seenTitle: null } as const;
  expect(words(visited, { others: [other(monday)] })).toEqual([
    "Senate Foreign Relations, majority: also visited on Mon 16 Nov by another campaign.",
  ]);
  expect(words(visited, { others: [other(monday)], clashDays: 3 })).toEqual([]);
  expect(words(visited, { others: [other({ ...monday, visitsOffices: false })] })).toEqual([]);
});

test("a chamber that is away is said with who says so; one of which nothing is known, too", () => {
  const away = {
    chamber: "Senate",
    day: "2026-11-12",
    standing: "away",
    source: "CQ Roll Call",
    asOf: "2025-11-20",
  } as const;
  expect(words(event({ chambers: ["House", "Senate"] }), { sessionDays: [away] })).toEqual([
    "It is not known whether the House is in session on Thu 12 Nov.",
    "The Senate is away on Thu 12 Nov (CQ Roll Call, as of Thu 20 Nov 2025).",
  ]);
});

test("holidays count in both countries, at home by the clock there as well", () => {
  expect(words(event(hours("2026-11-11T15:00:00Z", 30)))).toEqual([
    "Wed 11 Nov is a holiday: Veterans Day (US).",
  ]);
  expect(words(event(hours("2026-11-17T01:00:00Z", 60)))[0]).toMatch(
    /^Tue 17 Nov is a holiday: .+ \(CZ\)\.$/,
  );
});

test("the ministry's hours count by its clock, so that an hour is open in the weeks of five hours", () => {
  const asked = { clearers: desks } as const;
  const closedWeek = words(event({ ...asked, ...hours("2026-11-12T16:00:00Z", 30) }));
  expect(closedWeek).toEqual([
    "The ministry in Prague is closed when the event begins: it is 17:00 there, and the ministry works from 09:00 to 17:00 (03:00 to 11:00 in Washington). Anything still to be cleared must be cleared before then.",
  ]);
  const early = new Date("2026-10-01T00:00:00Z");
  // 11:00 in Washington is 16:00 in Prague from 25 October to 1 November 2026.
  expect(words(event({ ...asked, ...hours("2026-10-29T15:00:00Z", 30) }), {}, early)).toEqual([]);
  expect(words(event({ ...asked, ...hours("2026-10-29T16:00:00Z", 30) }), {}, early)[0]).toContain(
    "04:00 to 12:00 in Washington",
  );
  expect(words(event(hours("2026-11-12T16:00:00Z", 30)))).toEqual([]);
});

test("for Friday 13 November the brief is late from Tuesday noon on and clearance from Monday noon on", () => {
  const friday = event({ clearers: desks, ...hours("2026-11-13T14:00:00Z", 30) });
  expect(words(friday, {}, new Date("2026-11-09T16:59:00Z"))).toEqual([]);
  expect(words(friday, {}, new Date("2026-11-09T17:00:00Z"))).toEqual([
    "Clearance (Embassy and Ministry desk) was due Mon 9 Nov, 12:00 (18:00 in Prague).",
  ]);
  expect(words(friday, {}, new Date("2026-11-10T17:00:00Z"))).toEqual([
    "The brief was due Tue 10 Nov, 12:00 (18:00 in Prague).",
    "Clearance (Embassy and Ministry desk) was due Mon 9 Nov, 12:00 (18:00 in Prague).",
  ]);
});

test("of a meeting planned after its own deadlines it is said what to do now, not what was due", () => {
  const now = new Date("2026-11-10T17:00:00Z");
  const friday = { clearers: desks, ...hours("2026-11-13T14:00:00Z", 30) };
  const instead =
    "There is less time than usual for clearance (Embassy and Ministry desk): write the paper now.";
  expect(words(event({ ...friday, plannedAt: null }), {}, now)).toEqual([instead]);
  expect(words(event({ ...friday, plannedAt: now }), {}, now)).toEqual([instead]);
  const between = new Date("2026-11-10T12:00:00Z");
  expect(words(event({ ...friday, plannedAt: between }), {}, now)).toEqual([
    "The brief was due Tue 10 Nov, 12:00 (18:00 in Prague).",
    instead,
  ]);
  const less = (paper: "written" | "sent") => {
    const clearers = desks.map((desk) => ({ ...desk, paper }));
    return words(event({ ...friday, clearers, plannedAt: now }), {}, now);
  };
  expect(less("written")).toEqual([
    "There is less time than usual for clearance (Embassy and Ministry desk): send the paper now.",
  ]);
  expect(less("sent")).toEqual(["There is less time than usual for clearance (Embassy and Ministry desk)."]);
});

test("a message that somebody heard or is to hear within 90 days is said with whom, when and where", () => {
  const planned = event({
    messages: [{ id: "m3", number: 3 }],
    participants: [{ id: "hadley", name: "Claire Hadley", offices: [] }],
  });
  const said = {
    ...{ eventId: "past", campaignId: "esa", seriesId: null, title: "Call" },
    ...{ messageId: "m3", heardBy: ["hadley"] },
  };
  const october = { ...said, isLogged: true, ...hours("2026-10-23T15:00:00Z", 30) } as const;
  const december = { ...said, isLogged: false, ...hours("2026-12-03T15:00:00Z", 30) } as const;
  expect(words(planned, { saidBefore: [october, december] })).toEqual([
    "Message 3 was put to Claire Hadley on Fri 23 Oct (Call).",
    "Message 3 is planned with Claire Hadley on Thu 3 Dec (Call).",
  ]);
});

test("the times of one series do not warn of each other's offices and messages; those of another series do", () => {
  const weekly = event({
    seriesId: "weekly coffee",
    participants: [{ id: "hadley", name: "Claire Hadley", offices: [sfrc] }],
    messages: [{ id: "m3", number: 3 }],
  });
  const inAWeek = hours("2026-11-19T15:00:00Z", 30);
  const around = (seriesId: string | null) =>
    ({
      others: [other({ ...inAWeek, seriesId, participants: ["hadley"], offices: [sfrc] })],
      saidBefore: [
        {
          ...{ eventId: "other", campaignId: "esa", seriesId, title: "Coffee", messageId: "m3" },
          ...{ isLogged: false, heardBy: ["hadley"], ...inAWeek },
        },
      ],
    }) as const;
  expect(words(weekly, around("weekly coffee"))).toEqual([]);
  expect(words(weekly, around("another"))).toHaveLength(2);
  expect(words(weekly, around(null))).toHaveLength(2);
  expect(words({ ...weekly, seriesId: null }, around(null))).toHaveLength(2);
  const meanwhile = other({ seriesId: "weekly coffee", officers: ["petr"] });
  expect(words(weekly, { others: [meanwhile] })).toHaveLength(1);
});

test("of an event that is over, cancelled or not held nothing is said", () => {
  const busy = { others: [other({ officers: ["petr"] })] };
  expect(words(event({ takesPlace: false }), busy)).toEqual([]);
  expect(words(event(), busy, THURSDAY.endsAt)).toEqual([]);
  expect(words(event(), busy, THURSDAY.startsAt)).toHaveLength(1);
});
