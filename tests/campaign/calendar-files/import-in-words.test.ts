import { expect, test } from "vitest";
import {
  countSteps,
  fateInWords,
  stepInWords,
  timesEnded,
} from "#app/campaign/calendar-files/import-in-words.ts";

import type { ImportStep } from "#app/campaign/calendar-files/plan-import.ts";
import { collectRemarks, linesInWords } from "#app/campaign/calendar-files/reading/calendar-reading.ts";

test("what happens to an event has its words", () => {
  const kinds: ImportStep["kind"][] = [
    ...(["new event", "new series", "new time", "changed", "both", "ours", "older"] as const),
    ...(["done", "no longer", "rule", "same", "refused"] as const),
  ];
  expect(kinds.map(fateInWords)).toEqual([
    ...[
      "New",
      "New",
      "New time",
      "Changed in the file",
      "Changed here and in the file",
      "Changed here; kept",
    ],
    ...[
      "Older in the file; kept as it is here",
      "Already recorded here; kept",
      "No longer in the file: cancelled",
    ],
    ...["Repeats differently", "The same", "Not imported"],
  ]);
});

test("one line tells what changes, what repeats and why something stays out", () => {
  const said = (step: object) => stepInWords({ title: "Staff briefing", ...step } as ImportStep);
  expect(said({ kind: "same", times: 1 })).toBe("The same, Staff briefing: 1 time");
  expect(said({ kind: "same", times: 3 })).toBe("The same, Staff briefing: 3 times");
  expect(said({ kind: "refused", reason: "It has no end" })).toBe(
    "Not imported, Staff briefing: It has no end",
  );
  expect(said({ kind: "rule", here: { rule: "DAILY" }, series: { rule: null } })).toBe(
    "Repeats differently, Staff briefing: DAILY becomes nothing",
  );
  expect(said({ kind: "new series", series: { times: [] } })).toBe("New, Staff briefing: 0 times");
  const differences = [
    { field: "Title", here: "A", inFile: "B" },
    { field: "Place", here: "", inFile: "Dirksen" },
    { field: "Link", here: "x", inFile: "" },
  ];
  expect(said({ kind: "changed", differences })).toBe(
    "Changed in the file, Staff briefing: Title: A becomes B; Place: nothing becomes Dirksen; Link: x becomes nothing",
  );
  const beside =
    "Title: here A, in the file B; Place: here nothing, in the file Dirksen; Link: here x, in the file nothing";
  const kinds = ["both", "ours", "older", "done"] as const;
  expect(kinds.map((kind) => said({ kind, differences }))).toEqual(
    kinds.map((kind) => `${fateInWords(kind)}, Staff briefing: ${beside}`),
  );
});

test("the same remark about many lines is one, with the first five lines and how many more", () => {
  const remarks = collectRemarks();
  for (const line of [12, 12, 40, 66, 80, 91, 95, 99]) remarks.add("Left out", line);
  remarks.add("Of the whole file", null);
  remarks.add("Of the whole file", null);
  const [first, whole] = remarks.list();
  expect(first).toEqual({ sentence: "Left out", lines: [12, 40, 66, 80, 91], times: 7 });
  expect(whole).toEqual({ sentence: "Of the whole file", lines: [], times: 2 });
  const lines = (...named: number[]) => ({ sentence: "", lines: named, times: named.length });
  expect([lines(), lines(12), lines(12, 40), lines(12, 40, 66)].map(linesInWords)).toEqual([
    ...["", "Line 12", "Lines 12 and 40", "Lines 12, 40 and 66"],
  ]);
  expect(linesInWords({ ...lines(12), times: 2 })).toBe("Lines 12 and 1 more");
  expect(first === undefined ? "" : linesInWords(first)).toBe("Lines 12, 40, 66, 80, 91 and 2 more");
});

test("after 300 sentences the rest is counted only, and a known one is still known", () => {
  const remarks = collectRemarks();
  for (let at = 0; at < 300; at += 1) remarks.add(`S${at}`, at);
  remarks.add("S0", 900);
  remarks.add("S300", 901);
  remarks.add("S301", 902);
  const list = remarks.list();
  expect(list).toHaveLength(301);
  expect(list[0]).toEqual({ sentence: "S0", lines: [0, 900], times: 2 });
  expect(list.at(-1)).toEqual({
    sentence: "There are further remarks that are not listed",
    lines: [901, 902],
    times: 2,
  });
});

test("each step counts once where it belongs, a series by its times, and what stays writes nothing", () => {
  const step = (kind: ImportStep["kind"], more: object = {}) => ({ kind, title: "", ...more }) as ImportStep;
  const counts = countSteps([
    ...[step("new event"), step("new time"), step("new series", { series: { times: [1, 2, 3] } })],
    ...[step("changed"), step("both"), step("no longer"), step("no longer"), step("rule")],
    ...[step("same", { times: 4 }), step("ours"), step("older"), step("done"), step("refused")],
  ]);
  expect(counts).toEqual({
    ...{ added: 5, changed: 1, cancelled: 2, both: 1, same: 4, kept: 3, refused: 1 },
    toWrite: 8,
  });
  expect(timesEnded(counts)).toEqual({ ended: 2, standing: 11 });
});
