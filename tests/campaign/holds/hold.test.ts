import { expect, test } from "vitest";
import { explainHoldRefusal, type Holder, liftHold, placeHold } from "#app/campaign/holds/hold.ts";

const clearer: Holder = { role: "embassy clearer", isHeadOfMission: false };
const ministry: Holder = { role: "ministry clearer", isHeadOfMission: false };
const officer: Holder = { role: "officer", isHeadOfMission: false };
const ambassador: Holder = { role: "reader", isHeadOfMission: true };

const free = { isRetired: false, isOnHold: false };
const place = (by: Holder, message = free, reason = "A remark at 09:00") =>
  placeHold({ by, reason, message });
const lift = (by: Holder, isLifted = false, reason = "Corrected at noon") =>
  liftHold({ by, reason, isLifted });

test("clearers of either side and the head of mission place a hold; officers and readers do not", () => {
  for (const by of [clearer, ministry, ambassador]) expect(place(by)).toEqual({ ok: true });
  expect(place(officer)).toEqual({ ok: false, reason: "not-a-clearer" });
  expect(place({ role: "reader", isHeadOfMission: false })).toEqual({ ok: false, reason: "not-a-clearer" });
});

test("a message has one hold at a time, with a reason, and only while it is in use", () => {
  expect(place(clearer, { ...free, isOnHold: true })).toEqual({ ok: false, reason: "on-hold-already" });
  expect(place(clearer, { ...free, isRetired: true })).toEqual({ ok: false, reason: "message-retired" });
  expect(place(clearer, free, " \n\t")).toEqual({ ok: false, reason: "no-reason" });
});

test("the embassy's clearers and the head of mission lift a hold, once, with a reason", () => {
  for (const by of [clearer, ambassador]) expect(lift(by)).toEqual({ ok: true });
  for (const by of [ministry, officer])
    expect(lift(by)).toEqual({ ok: false, reason: "not-for-the-embassy" });
  expect(lift(clearer, true)).toEqual({ ok: false, reason: "lifted-already" });
  expect(lift(clearer, false, "")).toEqual({ ok: false, reason: "no-reason" });
});

test("each refusal has one wording", () => {
  const reasons = [
    "not-a-clearer",
    "not-for-the-embassy",
    "no-reason",
    "message-retired",
    "on-hold-already",
  ] as const;
  expect(new Set([...reasons, "lifted-already" as const].map(explainHoldRefusal)).size).toBe(
    reasons.length + 1,
  );
});
