import { expect, test } from "vitest";
import { type MessageRating, type Room, spreadReception } from "#app/campaign/outcomes/spread-reception.ts";
import type { Rating } from "#app/method/reception-scale.ts";

const room: Room = {
  audienceIds: ["majority", "minority"],
  people: [
    { contactId: "claire", audienceIds: ["majority"] },
    { contactId: "marcus", audienceIds: ["minority"] },
    { contactId: "both", audienceIds: ["majority", "minority"] },
    { contactId: "stranger", audienceIds: [] },
  ],
};

function rating(given: Partial<MessageRating>): MessageRating {
  return {
    messageId: "m3",
    revisionId: "m3-r4",
    wording: "as written",
    isPlanned: true,
    isSplit: false,
    room: null,
    byAudience: new Map(),
    byPerson: new Map(),
    ...given,
  };
}

const split = (audiences: Record<string, Rating>, people: Record<string, Rating> = {}) =>
  rating({
    isSplit: true,
    byAudience: new Map(Object.entries(audiences)),
    byPerson: new Map(Object.entries(people)),
  });

function shortly(given: MessageRating): unknown {
  const spread = spreadReception(given, room);
  if (!spread.ok) return spread;
  return spread.receptions.map(({ audienceId, contactId, scope, score }) => [
    audienceId,
    contactId,
    scope,
    score,
  ]);
}

test("a reception for the room counts for each audience in it", () => {
  expect(shortly(rating({ room: 1 }))).toEqual([
    ["majority", null, "room", 1],
    ["minority", null, "room", 1],
  ]);
});

test("a reception is tied to the wording and to the revision that was current", () => {
  const spread = spreadReception(rating({ room: 2, wording: "in other words" }), room);
  expect(spread.ok && spread.receptions[0]).toMatchObject({ wording: "in other words", revisionId: "m3-r4" });
});

test("a message that was not raised has neither score nor wording nor revision", () => {
  const spread = spreadReception(rating({ room: "not raised" }), room);
  expect(spread.ok && spread.receptions).toHaveLength(2);
  expect(spread.ok && spread.receptions[0]).toMatchObject({ score: null, wording: null, revisionId: null });
});

test("a planned message must be rated, another one need not", () => {
  expect(shortly(rating({}))).toEqual({ ok: false, reason: "message-not-rated" });
  expect(shortly(rating({ isPlanned: false }))).toEqual([]);
  expect(shortly(rating({ isPlanned: false, room: -2 }))).toHaveLength(2);
});

test("a split room has a reception for each audience", () => {
  expect(shortly(split({ majority: -1, minority: 0 }))).toEqual([
    ["majority", null, "audience", -1],
    ["minority", null, "audience", 0],
  ]);
});

test("a split that leaves an audience out names it", () => {
  expect(shortly(split({ majority: -1 }))).toEqual({
    ok: false,
    reason: "audience-not-rated",
    audienceId: "minority",
  });
});

test("a person's reception counts for that person's audience, which then need not be rated itself", () => {
  expect(shortly(split({ majority: 1 }, { marcus: -2 }))).toEqual([
    ["majority", null, "audience", 1],
    ["minority", "marcus", "contact", -2],
  ]);
});

test("a person of both audiences counts for both, a person of neither for none", () => {
  expect(shortly(split({}, { both: 2, stranger: -2 }))).toEqual([
    ["majority", "both", "contact", 2],
    ["minority", "both", "contact", 2],
  ]);
});

test("an audience may be rated beside its people", () => {
  expect(shortly(split({ majority: 0, minority: "not raised" }, { claire: 2 }))).toEqual([
    ["majority", null, "audience", 0],
    ["majority", "claire", "contact", 2],
    ["minority", null, "audience", null],
  ]);
});
