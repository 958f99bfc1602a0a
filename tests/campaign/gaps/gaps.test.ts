import fc from "fast-check";
import { expect, test } from "vitest";
import { gapInWords } from "#app/campaign/gaps/gap-in-words.ts";
import { GAP_KINDS, type GapWorthClosing, gapsToClose } from "#app/campaign/gaps/gap-worth-closing.ts";

const audience = (name: string, priority: number) => ({ id: name, name, priority });

const unheard = (name: string, priority: number, ratings: number): GapWorthClosing => ({
  kind: "never heard",
  audience: audience(name, priority),
  messages: [{ id: "m2", number: 2 }],
  heardOf: [1, 3],
  ratings,
  isAnyTooLittle: true,
});
const silent = (name: string, priority: number, days: number | null): GapWorthClosing => ({
  kind: "silent",
  audience: audience(name, priority),
  lastContactOn: days === null ? null : "2026-09-01",
  days,
});
const objection = (name: string, priority: number, heard: number, hasReply = true): GapWorthClosing => ({
  kind: "objection without a cleared reply",
  objection: { id: name, code: "O1", name: "Duplication", hasReply },
  audience: audience(name, priority),
  heard,
  lastOn: "2026-11-03",
});
const outdated = (name: string, priority: number, days: number): GapWorthClosing => ({
  kind: "proof point out of date",
  proofPoint: { id: "p", code: "P17", reviewBy: "2026-03-31" },
  message: 2,
  event: { id: "e", kind: "briefing", day: "2026-11-30" },
  audience: audience(name, priority),
  days,
});
const oldStance = (name: string, priority: number, days: number): GapWorthClosing => ({
  kind: "stance reading",
  audience: audience(name, priority),
  readOn: "2026-07-29",
  days,
});

const make = { "never heard": unheard, silent, objection, outdated, oldStance };
const anyGap = fc
  .record({
    kind: fc.constantFrom(...Object.keys(make)),
    name: fc.constantFrom("A", "B", "C", "D", "E"),
    priority: fc.integer({ min: 1, max: 3 }),
    size: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ kind, name, priority, size }) => make[kind as keyof typeof make](name, priority, size));

test("there are three at most, two of a kind at most, each of another audience, by priority", () => {
  fc.assert(
    fc.property(fc.array(anyGap, { maxLength: 20 }), (found) => {
      const chosen = gapsToClose(found);
      expect(chosen.length).toBeLessThanOrEqual(3);
      const priorities = chosen.map(({ audience: { priority } }) => priority);
      expect(priorities).toEqual(priorities.toSorted((a, b) => a - b));
      expect(new Set(chosen.map(({ audience: { id } }) => id)).size).toBe(chosen.length);
      for (const kind of GAP_KINDS)
        expect(chosen.filter((gap) => gap.kind === kind).length).toBeLessThanOrEqual(2);
      expect(chosen[0]?.audience.priority).toBe(
        found.length === 0 ? undefined : Math.min(...found.map((gap) => gap.audience.priority)),
      );
      expect(gapsToClose(found.toReversed()).map(({ kind }) => kind)).toEqual(chosen.map(({ kind }) => kind));
    }),
  );
});

test("of one priority the kinds go in their order, and of one kind the longest or the most often", () => {
  const names = (found: GapWorthClosing[]) => gapsToClose(found).map((gap) => gap.audience.name);
  expect(names([oldStance("A", 1, 400), silent("B", 1, 61), unheard("C", 1, 1)])).toEqual(["C", "B", "A"]);
  expect(names([silent("A", 1, 70), silent("B", 1, 90), silent("C", 1, null)])).toEqual(["C", "B"]);
  expect(names([unheard("A", 2, 9), unheard("B", 1, 1)])).toEqual(["B", "A"]);
  expect(names([outdated("A", 1, 5), objection("B", 1, 3), objection("C", 1, 7)])).toEqual(["C", "B", "A"]);
  expect(names([unheard("B", 1, 2), unheard("A", 1, 2)])).toEqual(["A", "B"]);
  expect(names([])).toEqual([]);
  const equal = (code: string, of: string): GapWorthClosing => {
    const gap = outdated(of, 1, 5);
    return { ...gap, proofPoint: { id: code, code, reviewBy: "2026-03-31" } } as GapWorthClosing;
  };
  expect(names([equal("P2", "A"), equal("P1", "B")])).toEqual(["B", "A"]);
  const named = (name: string, of: string) =>
    ({
      ...objection(of, 1, 4),
      objection: { id: name, code: "O1", name, hasReply: true },
    }) as GapWorthClosing;
  expect(names([named("Waste", "A"), named("Costs", "B")])).toEqual(["B", "A"]);
});

test("an audience with two gaps is named once, with the first of them", () => {
  const found = [oldStance("A", 1, 100), unheard("A", 1, 2), oldStance("B", 2, 100)];
  expect(gapsToClose(found).map(({ kind }) => kind)).toEqual(["never heard", "stance reading"]);
});

const said = (gap: GapWorthClosing) => {
  const { lead, evidence, act } = gapInWords(gap, "2026-11-10");
  return [`${lead} ${evidence}`, `${act.label} ${act.path}`];
};

test("each gap says what is missing, the evidence, and one act", () => {
  expect(said(unheard("Defence reporters", 1, 3))).toEqual([
    "Message 2 has not been heard by Defence reporters. Three ratings on messages 1 and 3, too few to judge each message by.",
    "Plan a briefing /events/new?kind=briefing&audience=Defence+reporters&message=m2",
  ]);
  const more = {
    ...unheard("Pentagon", 1, 1),
    messages: [2, 4, 5].map((number) => ({ id: `m${number}`, number })),
    heardOf: [3],
    isAnyTooLittle: false,
  } as GapWorthClosing;
  expect(said(more)).toEqual([
    "Messages 2, 4 and 5 have not been heard by Pentagon. One rating on message 3.",
    "Plan a briefing /events/new?kind=briefing&audience=Pentagon&message=m2&message=m4&message=m5",
  ]);
  expect(said(unheard("Pentagon", 1, 0))[0]).toBe(
    "Message 2 has not been heard by Pentagon. We have met them, but no message was rated.",
  );
  expect(said(objection("Pentagon", 1, 4, false))).toEqual([
    "“Duplication” keeps coming up, most recently with Pentagon. Heard 4 times, last on Tue 3 Nov; no reply has been written yet.",
    "Write a reply /objections/O1",
  ]);
  expect(said(objection("Pentagon", 1, 4))).toEqual([
    "“Duplication” keeps coming up, most recently with Pentagon. Heard 4 times, last on Tue 3 Nov; its reply is not cleared.",
    "See the reply /objections/O1",
  ]);
  expect(said(silent("Pentagon", 1, 86))).toEqual([
    "We have had no contact with Pentagon for 86 days. Priority 1, last contact on Tue 1 Sep; nothing is planned.",
    "Plan a meeting /events/new?audience=Pentagon",
  ]);
  expect(said(silent("Pentagon", 2, null))[0]).toBe(
    "We have had no contact with Pentagon yet. Priority 2; nothing is planned.",
  );
  expect(said(outdated("Pentagon", 1, 5))).toEqual([
    "A proof point for message 2 must be reviewed before the briefing with Pentagon on Mon 30 Nov. Its review date is Tue 31 Mar; the message is planned for the event.",
    "Check it /proof-points/P17",
  ]);
  expect(said(oldStance("Pentagon", 1, 120))).toEqual([
    "The stance of Pentagon was last read 120 days ago. That was on Wed 29 Jul; a reading lapses after 90 days.",
    "Add a reading /audiences/Pentagon/stance",
  ]);
});
