import { expect, test } from "vitest";
import { committeeChanges } from "#app/campaign/new-congress/committee-changes.ts";
import { handOnsOf, mattersOf } from "#app/campaign/new-congress/hand-on.ts";
import { nextCongressDay } from "#app/campaign/new-congress/next-congress.ts";
import {
  type ComparedSeat,
  changesInWords,
  changesOfSeat,
  gavelOf,
  type SeatState,
  successorIn,
} from "#app/campaign/new-congress/seat-changes.ts";
import { timeOf } from "../../support/builders/outreach-event.ts";

const sfrc = { id: "sfrc", name: "Senate Committee on Foreign Relations", kind: "committee" };
const senate = { id: "senate", name: "Senate", kind: "chamber" };

function seat(
  name: string,
  before: SeatState | null,
  after: SeatState | null,
  organisation = sfrc,
): ComparedSeat {
  return { contact: { id: name.toLowerCase(), name }, organisation, before, after };
}

const chair = { title: "Chairman", side: "majority" } as const;
const ranking = { title: "Ranking Member", side: "minority" } as const;
const plain = { title: "", side: "majority" } as const;
const senator = { title: "Senator from Maine", side: null };

function kindsOf(one: ComparedSeat): string[] {
  return changesOfSeat(one).map(({ kind }) => kind);
}

function successorOf(one: ComparedSeat, all: readonly ComparedSeat[]): string | null {
  const [change] = changesOfSeat(one);
  return change === undefined ? null : (successorIn(change, [one, ...all])?.name ?? null);
}

test("chair and ranking member who swap lose and take gavels and change sides, each succeeding the other", () => {
  const was = seat("Old", chair, ranking);
  const is = seat("New", ranking, chair);
  expect(kindsOf(was)).toEqual(["lost the gavel", "took the gavel", "changed sides"]);
  expect(changesOfSeat(was).map(({ words }) => words)).toEqual([
    "No longer Chairman of Senate Foreign Relations",
    "Now Ranking Member of Senate Foreign Relations",
    "From the majority to the minority on Senate Foreign Relations",
  ]);
  expect(successorOf(was, [is])).toBe("New");
  expect(successorOf(is, [was])).toBe("Old");
});

test("another word for the same gavel, and another rank, is no change", () => {
  expect(changesOfSeat(seat("One", chair, { ...chair, title: "Chairwoman" }))).toEqual([]);
  expect(changesOfSeat(seat("One", plain, { ...plain }))).toEqual([]);
  expect([gavelOf("Ex Officio"), gavelOf("Cochairman"), gavelOf("Vice Chair")]).toEqual([
    null,
    null,
    "vice chair",
  ]);
});

test("a seat in a chamber has a successor only where the list names one new holder of the same office", () => {
  const left = seat("Left", senator, null, senate);
  const came = seat("Came", null, senator, senate);
  const also = seat("Also", senator, null, senate);
  const second = seat("Second", null, senator, senate);
  const elsewhere = seat("Ohio", null, { title: "Senator from Ohio", side: null }, senate);
  expect(successorOf(left, [came, elsewhere])).toBe("Came");
  expect(successorOf(left, [elsewhere])).toBe(null);
  expect(successorOf(left, [also, came, second])).toBe(null);
  expect(successorOf(left, [also, came])).toBe(null);
});

test("a plain seat in a committee has no successor, and a gavel none while nobody took it", () => {
  expect(successorOf(seat("Left", plain, null), [seat("Came", null, plain)])).toBe(null);
  expect(successorOf(seat("Left", chair, null), [seat("Came", null, plain)])).toBe(null);
  expect(kindsOf(seat("Left", chair, null))).toEqual(["lost the gavel", "left the committee"]);
});

test("sides have changed places where most who stay sit on the other one", () => {
  const flipped = (name: string) => seat(name, { title: "", side: "minority" }, plain);
  const seats = [flipped("A"), flipped("B"), seat("New", null, plain)];
  const swapped = (held: number) =>
    committeeChanges(seats, new Map([["sfrc", held]])).map(({ hasSwappedSides }) => hasSwappedSides);
  expect(swapped(4)).toEqual([true]);
  expect(swapped(5)).toEqual([]);
  expect(committeeChanges([seat("Old", chair, plain)], new Map([["sfrc", 9]]))).toMatchObject([
    { words: ["Old: no longer Chairman of Senate Foreign Relations"], hasSwappedSides: false },
  ]);
});

test("the next Congress begins on 3 January of an odd year", () => {
  expect(
    (["2026-11-26", "2027-01-02", "2027-01-03", "2027-01-04", "2028-12-31"] as const).map((day) =>
      nextCongressDay(day),
    ),
  ).toEqual(["2027-01-03", "2027-01-03", "2027-01-03", "2029-01-03", "2029-01-03"]);
});

test("what is ticked is handed on; to nobody only what can be left", () => {
  const hanging: Parameters<typeof mattersOf>[0] = {
    audiences: [{ id: "a", name: "A" }],
    events: [{ id: "e:1", title: "E", time: timeOf("4 Jan 2027", "9:00", "9:30"), day: "2027-01-04" }],
    followUps: [
      { id: "f", text: "", dueOn: "2027-01-05", promisedBy: "us", owner: null, isTheirs: true },
      { id: "g", text: "", dueOn: "2027-01-05", promisedBy: "us", owner: null, isTheirs: false },
    ],
    owner: { id: "jana", name: "Jana" },
  };
  const matters = mattersOf(hanging);
  expect(matters).toEqual(["event:e:1", "audience:a", "follow-up:f", "owner"]);
  expect(handOnsOf(matters, "old", "new")).toMatchObject({
    ok: true,
    acts: [
      { eventId: "e:1", from: "old", to: "new" },
      { audienceId: "a" },
      { followUpId: "f" },
      { what: "owner" },
    ],
  });
  expect(handOnsOf(matters, "old", null)).toEqual({ ok: false, reason: "nobody-cannot-take-it" });
  expect(handOnsOf(matters.slice(0, 2), "old", null).ok).toBe(true);
  expect(handOnsOf([], "old", "new")).toEqual({ ok: false, reason: "nothing-to-hand-on" });
});

test("the changes of a member go the weightiest first, and plain seats of one kind share a line", () => {
  const banking = { id: "b", name: "Senate Committee on Banking", kind: "committee" };
  const changes = [
    ...[seat("A", plain, null), seat("A", plain, null, banking), seat("A", senator, null, senate)],
    ...[seat("A", null, plain, { ...banking, name: "Senate Committee on Energy" })],
    ...[seat("A", chair, plain, { ...banking, name: "Senate Committee on Rules" })],
  ].flatMap(changesOfSeat);
  expect(changesInWords(changes)).toEqual([
    "No longer Senator from Maine",
    "No longer Chairman of Senate Rules",
    "No longer on Senate Foreign Relations; Senate Banking",
    "Now on Senate Energy, majority",
  ]);
});

test("committees that somebody has joined share a line, and a gavel stands by itself", () => {
  const other = { id: "b", name: "Senate Committee on Banking", kind: "committee" };
  const joined = [seat("A", null, plain), seat("A", null, plain, other)].flatMap(changesOfSeat);
  expect(changesInWords(joined)).toEqual([
    "Now on Senate Foreign Relations, majority; Senate Banking, majority",
  ]);
  const gavels = [seat("A", null, chair), seat("A", null, chair, other)].flatMap(changesOfSeat);
  expect(changesInWords(gavels).slice(0, 2)).toEqual([
    "Now Chairman of Senate Foreign Relations",
    "Now Chairman of Senate Banking",
  ]);
});
