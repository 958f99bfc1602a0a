import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type MarkableEvent,
  type MarkablePaper,
  messagesThatMark,
  messagesThatMarkEvent,
} from "#app/campaign/holds/what-a-hold-marks.ts";

const held = new Set(["m2"]);
const now = new Date("2026-11-12T14:10:00.000Z");

function paper(given: Partial<MarkablePaper> = {}): MarkablePaper {
  return { stage: "drafting", isRetired: false, messageIds: [], replies: [], ...given };
}

function event(given: Partial<MarkableEvent> = {}): MarkableEvent {
  return {
    kind: "office call",
    schedule: "confirmed",
    result: "planned",
    endsAt: new Date("2026-11-12T17:00:00.000Z"),
    plannedMessageIds: ["m2"],
    paperMarkedBy: [],
    ...given,
  };
}

test("a block from a held message marks its paper, whatever else is in it", () => {
  expect(messagesThatMark(paper({ messageIds: ["m1", "m2", "m3"] }), held)).toEqual(["m2"]);
  expect(messagesThatMark(paper({ messageIds: ["m1", "m3"] }), held)).toEqual([]);
});

test("a reply marks a paper only where its objection is made against held messages alone", () => {
  const alone = paper({ messageIds: ["m1"], replies: [{ against: ["m2"] }] });
  const shared = paper({ messageIds: ["m1"], replies: [{ against: ["m2", "m3"] }] });
  const against = paper({ messageIds: ["m1"], replies: [{ against: [] }] });
  expect(messagesThatMark(alone, held)).toEqual(["m2"]);
  expect(messagesThatMark(shared, held)).toEqual([]);
  expect(messagesThatMark(against, held)).toEqual([]);
  expect(messagesThatMark(shared, new Set(["m2", "m3"]))).toEqual(["m2", "m3"]);
});

test("a paper that was used stays as it was said, and a retired one goes nowhere", () => {
  expect(messagesThatMark(paper({ stage: "used", messageIds: ["m2"] }), held)).toEqual([]);
  expect(messagesThatMark(paper({ isRetired: true, messageIds: ["m2"] }), held)).toEqual([]);
});

test("an event to come is marked by what it plans and by what marks its paper", () => {
  expect(messagesThatMarkEvent(event(), held, now)).toEqual(["m2"]);
  expect(messagesThatMarkEvent(event({ plannedMessageIds: [], paperMarkedBy: ["m2"] }), held, now)).toEqual([
    "m2",
  ]);
  expect(messagesThatMarkEvent(event({ plannedMessageIds: ["m1"] }), held, now)).toEqual([]);
});

test("what was held, cancelled or is over is not marked; a letter or post that has not gone out is", () => {
  const over = { endsAt: new Date("2026-11-12T14:00:00.000Z") };
  expect(messagesThatMarkEvent(event({ result: "held" }), held, now)).toEqual([]);
  expect(messagesThatMarkEvent(event({ schedule: "cancelled" }), held, now)).toEqual([]);
  expect(messagesThatMarkEvent(event(over), held, now)).toEqual([]);
  expect(messagesThatMarkEvent(event({ ...over, kind: "social post" }), held, now)).toEqual(["m2"]);
  expect(messagesThatMarkEvent(event({ ...over, kind: "letter or e-mail" }), held, now)).toEqual(["m2"]);
  expect(
    messagesThatMarkEvent(event({ ...over, kind: "letter or e-mail", result: "held" }), held, now),
  ).toEqual([]);
});

test("no hold marks nothing, and a mark names only held messages, each once", () => {
  const ids = fc.array(fc.constantFrom<string>("m1", "m2", "m3", "m4"), { maxLength: 6 });
  const papers = fc.record({
    stage: fc.constantFrom(
      "drafting" as const,
      "sent for clearance" as const,
      "returned" as const,
      "used" as const,
    ),
    isRetired: fc.boolean(),
    messageIds: ids,
    replies: fc.array(fc.record({ against: ids }), { maxLength: 4 }),
  });
  fc.assert(
    fc.property(papers, ids, (made, holds) => {
      const marks = messagesThatMark(made, new Set(holds));
      expect(marks.every((id) => holds.includes(id))).toBe(true);
      expect(new Set(marks).size).toBe(marks.length);
      expect(messagesThatMark(made, new Set())).toEqual([]);
    }),
  );
});
