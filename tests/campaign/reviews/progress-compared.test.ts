import { expect, test } from "vitest";
import type { GapWorthClosing } from "#app/campaign/gaps/gap-worth-closing.ts";
import {
  activityCompared,
  changesCompared,
  gapsCompared,
  missesCompared,
  objectivesCompared,
  parametersCompared,
  recordsCompared,
} from "#app/campaign/reviews/compare-progress.ts";
import { countMisses } from "#app/campaign/reviews/misses.ts";
import { changedSinceInWords, type LaterChange } from "#app/campaign/reviews/review-standing.ts";
import {
  audience,
  change,
  message,
  NO_MISSES,
  objection,
  objective,
  type Reception,
  review,
  stance,
} from "../../support/builders/review-in-words.ts";

test("what was touched since is told kind by kind; what came and went says nothing", () => {
  const later = (kind: LaterChange["kind"], wasThere: boolean, isThere: boolean) => ({
    kind,
    wasThere,
    isThere,
  });
  expect(changedSinceInWords([])).toBeNull();
  expect(changedSinceInWords([later("outcome", false, false)])).toBeNull();
  expect(
    changedSinceInWords([
      ...[later("reaction", true, false), later("outcome", true, true), later("outcome", true, true)],
      ...[later("outcome", false, true), later("objective reading", false, true)],
    ]),
  ).toBe(
    "The record up to that day has changed since: 2 outcomes corrected, 1 outcome entered later, 1 reaction removed, 1 objective reading entered later.",
  );
});

test("of two reviews it is told what came, went, was renamed, reworded, retired or set otherwise", () => {
  const rowsOf = (...audiences: ReturnType<typeof audience>[]) =>
    audiences.map((one) => ({ audience: one, figures: [] }));
  const text = (number: number, statement: string) => ({ number, title: "", statement, isRetired: false });
  const before = review(
    { texts: [text(1, "Old"), text(2, "Same")] },
    {
      messages: [message(1, "One"), message(2, "Two"), message(3, "Three", true), message(4, "Four")],
      rows: rowsOf(audience("Pentagon", 1), audience("State", 2)),
    },
  );
  const after = review(
    { texts: [text(1, "New"), text(2, "Same"), text(5, "First")] },
    {
      messages: [message(1, "Uno"), message(2, "Two", true), message(3, "Three"), message(5, "Five")],
      rows: rowsOf(audience("Pentagon", 3), audience("Press", 1)),
    },
  );
  expect(recordsCompared(before, after)).toEqual([
    "Message 5, “Five”: new",
    "Message 4, “Four”: ended",
    "Message 1: “Uno”, was “One”",
    "Message 2: retired",
    "Message 3: in use again",
    "Message 1: its statement was reworded",
    "Press: new",
    "State: ended",
    "Pentagon: priority 3, was 1",
  ]);
  expect(recordsCompared(before, before)).toEqual([]);
});

test("an objective has both words and readings, and what was set otherwise", () => {
  const before = [objective("A"), objective("B"), objective("C")];
  const moved = { word: "Met", figure: "3", target: 4, baseline: 1, dueOn: "2027-01-31" } as const;
  expect(
    objectivesCompared(before, [objective("A"), objective("B", moved), objective("D")], "2026-11-10"),
  ).toEqual([
    "A: Behind; 1",
    "B: Met, was behind; 3, was 1; target 4, was 3; baseline 1, was 0; due Sun 31 Jan 2027, was Thu 31 Dec",
    "D: new; Behind, 1",
    "C: ended; it was behind, 1",
  ]);
});

test("gaps, changes, counts and parameters are compared one by one", () => {
  expect(gapsCompared([objection, stance("State")], [objection, stance("Press")], "2026-11-10")).toEqual([
    "New: The stance of Press was last read 120 days ago.",
    "Still: “Duplication” keeps coming up, most recently with Pentagon.",
    "No longer among the top gaps: The stance of State was last read 120 days ago.",
  ]);
  const proof = (code: string): GapWorthClosing => ({
    kind: "proof point out of date",
    proofPoint: { id: code, code, reviewBy: "2026-03-31" },
    message: 2,
    event: { id: "e", kind: "briefing", day: "2026-11-30" },
    audience: audience("Pentagon"),
    days: 5,
  });
  const unheard = (id: string): GapWorthClosing => ({
    ...{ kind: "never heard", audience: audience("Pentagon"), messages: [{ id, number: 2 }] },
    ...{ heardOf: [], ratings: 0, isAnyTooLittle: false },
  });
  const starts = (then: GapWorthClosing, now: GapWorthClosing) =>
    gapsCompared([then], [now], "2026-11-10").map((line) => line.split(":")[0]);
  expect(starts(proof("P1"), proof("P2"))).toEqual(["New", "No longer among the top gaps"]);
  expect(starts(unheard("m1"), unheard("m2"))).toEqual(["New", "No longer among the top gaps"]);
  expect(starts(unheard("m1"), unheard("m1"))).toEqual(["Still"]);
  const then = review({}, { changes: [change(), change({ messageId: "m3" })] }).reception;
  const now = review({}, { changes: [change({ notes: 14 }), change({ direction: "rise" })] }).reception;
  expect(changesCompared(then, now).map((line) => line.slice(0, 60))).toEqual([
    "New: Message 2 is better received by Pentagon; the level cha",
    "No longer found, or since looked at: Message 0 is less well ",
  ]);
  const counts = { meetingsLogged: 9, ratings: 24, raters: 3 };
  expect(activityCompared(review(), review({ counts })).map((one) => Object.values(one))).toEqual([
    ["Events held", 3, 3],
    ["Events planned", 4, 4],
    ["Meetings logged", 8, 9],
    ["Ratings", 20, 24],
    ["Meetings logged within 48 h", 2, 2],
    ["Papers cleared", 5, 5],
    ["Our promises kept on time", 6, 6],
    ["Our promises overdue", 1, 1],
  ]);
  const late = { id: "a", text: "Promise", day: "2026-10-01" } as const;
  const missed = countMisses({ ...NO_MISSES, "follow-ups overdue": [late] });
  expect(missesCompared(missed, missed)).toEqual(["1 follow-up overdue, 1 before"]);
  const other = { inUse: { parameters: { tau: 1, sigma: 3 } } } as unknown as Partial<Reception>;
  expect(parametersCompared(then, now)).toBeNull();
  expect(parametersCompared(then, review({}, other).reception)).toContain("with different settings");
});
