import { expect, test } from "vitest";
import { MAY_UNDO, type Undoer } from "#app/campaign/undo/undo-permission.server.ts";
import type { Role } from "#app/http/permission.ts";
import type { RecordedTable } from "#db/change.server.ts";
import type { Row } from "#db/sqlite3-connection.server.ts";
import { desk } from "../../support/builders/clearance-round.ts";

const somebody = (given: Partial<Undoer> = {}): Undoer => ({
  accountId: "jana",
  isAdministrator: false,
  role: null,
  isHeadOfMission: false,
  deskAsAsked: (_, side) => desk({ side, clearersOfSide: [] }),
  ...given,
});
const officer = somebody({ role: "officer" });
const mayUndoRow = (table: RecordedTable, by: Undoer, from: Row | null, to: Row | null, rowId = "row") =>
  MAY_UNDO[table](by, { rowId, from, to });

test("of a campaign an officer takes back what they may write there, never that it came or went", () => {
  const campaign = (from: Row | null, to: Row | null) => mayUndoRow("campaign", officer, from, to);
  expect(campaign({ name: "New", version: 2 }, { name: "Old", version: 1 })).toBe(true);
  expect(
    campaign({ clash_days: 3, silence_is_agreement: 1 }, { clash_days: 5, silence_is_agreement: 1 }),
  ).toBe(true);
  expect(campaign({ silence_is_agreement: 1 }, { silence_is_agreement: 0 })).toBe(false);
  expect([campaign(null, {}), campaign({}, null), campaign(null, null)]).toEqual([false, false, false]);
  const reader = somebody({ role: "reader" });
  expect(mayUndoRow("campaign", reader, { name: "New" }, { name: "Old" })).toBe(false);
  const closing = mayUndoRow("account", somebody(), null, { name: "Jana" }, "jana");
  expect(closing).toBe(false);
});

test("a desk's word once given is final, and what it sent back is asked again by who may answer for it", () => {
  const asked: [id: string, side: string][] = [];
  const answering = (clearers: string[], role: Role = "officer") =>
    somebody({
      role,
      deskAsAsked: (id, side) => {
        asked.push([id, side]);
        const clearersOfSide = clearers.map((accountId) => ({ accountId, name: accountId, mayClear: true }));
        return desk({ side, clearersOfSide });
      },
    });
  const request = (by: Undoer, from: Row | null, to: Row | null) =>
    mayUndoRow("clearance_request", by, from, to);
  const row = (answer: string | null, authority = "embassy"): Row => ({
    clearance_desk_id: "d",
    authority,
    answer,
  });
  const clearer = answering(["jana"]);
  for (const [from, to] of [
    [row("cleared"), row(null)],
    [row("withdrawn"), row("cleared")],
    [row("cleared"), null],
    [null, row("cleared")],
  ] as const)
    expect(request(clearer, from, to)).toBe(false);
  expect(asked).toEqual([]);
  for (const [from, to] of [
    [row("withdrawn"), row(null)],
    [row(null), null],
    [null, row(null)],
  ] as const) {
    expect(request(officer, from, to)).toBe(true);
    expect(request(somebody({ role: "reader" }), from, to)).toBe(false);
  }
  for (const [from, to] of [
    [row("returned", "ministry"), row(null, "ministry")],
    [row(null), row("returned")],
    [null, row("returned")],
    [row("returned"), null],
  ] as const) {
    expect(request(clearer, from, to)).toBe(true);
    expect(request(answering([]), from, to)).toBe(false);
    expect(request(somebody({ role: "officer", deskAsAsked: () => null }), from, to)).toBe(false);
  }
  expect(asked.filter((_, at) => at % 2 === 0)).toEqual([
    ["d", "ministry"],
    ["d", "embassy"],
    ["d", "embassy"],
    ["d", "embassy"],
  ]);
});

test("desks are undone by who sets the desks of the sides that they had and have", () => {
  const row = (side: string): Row => ({ side });
  const may = (role: Role, from: Row | null, to: Row | null, isAdministrator = false) =>
    mayUndoRow("clearance_desk", somebody({ role, isAdministrator }), from, to);
  expect(may("embassy clearer", row("embassy"), row("embassy"))).toBe(true);
  expect(may("embassy clearer", null, row("embassy"))).toBe(true);
  expect(may("embassy clearer", row("embassy"), null)).toBe(true);
  expect(may("embassy clearer", row("ministry"), row("embassy"))).toBe(false);
  expect(may("embassy clearer", row("embassy"), row("ministry"))).toBe(false);
  expect(may("ministry clearer", row("ministry"), row("ministry"))).toBe(true);
  expect(may("ministry clearer", row("embassy"), null)).toBe(false);
  expect(may("officer", row("embassy"), row("embassy"))).toBe(false);
  expect(may("reader", row("embassy"), row("ministry"), true)).toBe(true);
});

test("undoing a hold is lifting it, and undoing that it was lifted is placing it", () => {
  const lying = { lifted_at: null };
  const lifted = { lifted_at: "then" };
  const may = (given: Partial<Undoer>, from: Row | null, to: Row | null) =>
    mayUndoRow("message_hold", somebody(given), from, to);
  expect(may({ role: "ministry clearer" }, lifted, lying)).toBe(true);
  expect(may({ role: "ministry clearer" }, lying, null)).toBe(false);
  expect(may({ role: "ministry clearer" }, lying, lifted)).toBe(false);
  expect(may({ role: "embassy clearer" }, lying, null)).toBe(true);
  expect(may({ role: "reader", isHeadOfMission: true }, lifted, lying)).toBe(true);
  expect(may({ role: "reader", isHeadOfMission: true }, lying, null)).toBe(true);
  expect(may({ role: "officer" }, lifted, lying)).toBe(false);
  expect(may({ role: null, isHeadOfMission: true }, lying, null)).toBe(false);
});
