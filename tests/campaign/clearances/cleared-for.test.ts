import fc from "fast-check";
import { expect, test } from "vitest";
import { clearedFor, isOpenTo, widestClearance } from "#app/campaign/clearances/clearance-status.ts";
import { mayStillBeCleared, messageStatus } from "#app/campaign/messages/message-status.ts";
import { statusInWords } from "#app/campaign/messages/message-words.ts";

const side = fc.constantFrom("embassy" as const, "ministry" as const);

test("a wording is cleared for both sides once the ministry has cleared it, in whatever order", () => {
  fc.assert(
    fc.property(fc.array(side), (sides) => {
      const reach = clearedFor(widestClearance(sides.map((authority) => ({ authority }))));
      const expected = sides.includes("ministry") ? "both sides" : sides.length > 0 ? "embassy" : "nobody";
      expect(reach).toBe(expected);
    }),
  );
});

test("the ministry may still clear what the embassy alone has, and nobody what counts for both sides", () => {
  expect(isOpenTo("embassy", "nobody")).toBe(true);
  expect(isOpenTo("ministry", "nobody")).toBe(true);
  expect(isOpenTo("embassy", "embassy")).toBe(false);
  expect(isOpenTo("ministry", "embassy")).toBe(true);
  expect(isOpenTo("embassy", "both sides")).toBe(false);
  expect(isOpenTo("ministry", "both sides")).toBe(false);
});

test("a message that only the embassy has cleared says so, and waits for the ministry", () => {
  const newest = { id: "revision", textHash: "hash" };
  const state = { newest, sentForReviewAt: null, retiredAt: null };
  const at = "2026-11-10T15:00:00.000Z";
  const given = (authority: "embassy" | "ministry", clearedBy: string) => {
    const manner = "by a person" as const;
    return { revisionId: "revision", textHash: "hash", manner, authority, clearedBy, at };
  };
  const embassy = messageStatus(state, [given("embassy", "Petr")]);
  expect(statusInWords(embassy, "2027-01-04")).toEqual({
    kind: "warn",
    words: "Cleared for the embassy only, by Petr, Tue 10 Nov 2026",
  });
  expect(mayStillBeCleared(embassy, "ministry")).toBe(true);
  expect(mayStillBeCleared(embassy, "embassy")).toBe(false);
  const both = messageStatus(state, [given("embassy", "Petr"), given("ministry", "Tomas")]);
  expect(statusInWords(both, "2026-11-10")).toEqual({ kind: "ok", words: "Cleared by Tomas, Tue 10 Nov" });
  expect(mayStillBeCleared(both, "ministry")).toBe(false);
});
