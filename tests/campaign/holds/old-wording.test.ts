import { expect, test } from "vitest";
import {
  holdersByEvent,
  type MessageUse,
  oldWordingHolders,
  type TakenCopy,
} from "#app/campaign/holds/old-wording.ts";
import { wholeDays } from "#app/campaign/outreach-events/planned-time.ts";
import { WASHINGTON } from "#app/time/wall-time.ts";
import { timeOf } from "../../support/builders/outreach-event.ts";

const eleven = { id: "pentagon", ...timeOf("12 Nov 2026", "11:00", "11:45") };

function copy(given: Partial<TakenCopy> = {}): TakenCopy {
  return {
    accountId: "petr",
    name: "Petr Dvořák",
    manner: "printed brief",
    isForOutsiders: false,
    takenAt: new Date("2026-11-12T13:05:00.000Z"),
    event: eleven,
    wordingId: "r4",
    ...given,
  };
}

function use(given: Partial<MessageUse> = {}): MessageUse {
  return {
    contactId: "marcus",
    name: "Marcus Bell",
    audience: "Senate Foreign Relations, minority",
    eventId: "sfrc",
    eventTitle: "Staff briefing",
    startsAt: new Date("2026-11-10T19:00:00.000Z"),
    groundRule: "on the record",
    wording: "as written",
    wordingId: "r4",
    ...given,
  };
}

const AROUND = { homeZone: "Europe/Prague", today: "2026-11-12" } as const;

const how = (copies: readonly TakenCopy[], uses: readonly MessageUse[]) =>
  oldWordingHolders(copies, uses, AROUND).map((holder) => holder.how);

test("who printed the brief holds it for the event, on both clocks", () => {
  expect(how([copy()], [])).toEqual([
    "Printed the brief for the event on Thu 12 Nov, 11:00 (17:00 in Prague)",
  ]);
  expect(how([copy({ manner: "Word", event: null })], [])).toEqual([
    "Downloaded the Word file, Thu 12 Nov, 08:05 (14:05 in Prague)",
  ]);
});

test("who was told holds it in the ground rule and the wording that were logged", () => {
  expect(how([], [use()])).toEqual(["Told, Tue 10 Nov"]);
  expect(how([], [use({ groundRule: "background", wording: "in other words" })])).toEqual([
    "Told on background, Tue 10 Nov. Said in other words",
  ]);
});

test("a copy for whole days is told with them, and with no time", () => {
  const event = { id: "visit", ...wholeDays("2026-11-12", "2026-11-13", WASHINGTON) };
  expect(how([copy({ event })], [])).toEqual([
    "Printed the brief for the event on Thu 12 Nov to Fri 13 Nov, all day",
  ]);
});

test("a copy for outsiders for the same event was left on paper", () => {
  const taken = copy({ isForOutsiders: true, event: { ...eleven, id: "sfrc" } });
  expect(how([taken], [use()])[1]).toBe("Told and given on paper, Tue 10 Nov");
});

test("each person stands once, with the latest way and how many more; ours come first", () => {
  const earlier = copy({ takenAt: new Date("2026-11-09T13:05:00.000Z"), manner: "PDF", wordingId: "r3" });
  const later = use({ startsAt: new Date("2026-11-11T19:00:00.000Z"), wordingId: "r4" });
  const holders = oldWordingHolders(
    [earlier, copy()],
    [use({ wordingId: "r3" }), later, use({ contactId: "nina", name: "Nina Calder" })],
    AROUND,
  );
  expect(holders.map(({ id, more, wordingId }) => [id, more, wordingId])).toEqual([
    ["petr", 1, "r4"],
    ["marcus", 1, "r4"],
    ["nina", 0, "r4"],
  ]);
});

test("nobody holds what nobody took or was told", () => {
  expect(oldWordingHolders([], [], AROUND)).toEqual([]);
});

test("holders stand by the event at which they were told, ours first, with how many people stand before them", () => {
  const at = (eventId: string, day: number, people: number) =>
    Array.from({ length: people }, (_, n) =>
      use({
        ...{ eventId, eventTitle: eventId, contactId: `${eventId}-${n}` },
        startsAt: new Date(Date.UTC(2026, 10, day, 19)),
      }),
    );
  const uses = [...at("latest", 11, 6), ...at("before", 10, 7), ...at("first", 9, 1)];
  const groups = holdersByEvent(oldWordingHolders([copy()], uses, AROUND));
  expect(groups.map(({ event, holders, before }) => [event?.title, holders.length, before])).toEqual([
    [undefined, 1, 0],
    ["latest", 6, 1],
    ["before", 7, 7],
    ["first", 1, 14],
  ]);
});
