import { expect, test } from "vitest";
import type { DeskAnswer } from "#app/campaign/clearances/clearance-status.ts";
import { statusLine } from "#app/campaign/clearances/stage.ts";
import { block, clearanceOf, paper, statusOfText } from "../../support/builders/paper.ts";

const text = paper([block("European capacity is built to plug into NATO.")]);
const at = new Date("2026-11-06T21:05:00.000Z");
const WHEN = "Fri 6 Nov, 16:05 in Washington, 22:05 in Prague";

function answer(desk: string, by: string | null, given: Partial<DeskAnswer> = {}): DeskAnswer {
  const manner = by === null ? "by silence" : "by a person";
  return { desk, by, inPlaceOf: null, isOwnDraft: false, at, manner, ...given };
}

function line(given: Parameters<typeof clearanceOf>[1]) {
  return statusLine(statusOfText(text, [clearanceOf(text, given)]), "Europe/Prague", "2026-11-10");
}

test("every desk that agreed is named with its person", () => {
  expect(line({ answers: [answer("Embassy", "Jana Malá"), answer("Ministry desk", "Tomáš Beran")] })).toBe(
    `Cleared by Jana Malá for the Embassy and Tomáš Beran for the Ministry desk, ${WHEN}.`,
  );
});

test("a deputy is named with the holder in whose place the deputy answered", () => {
  const answers = [answer("Mission to the EU", "Hana Bílá", { inPlaceOf: "Marek Vlk" })];
  expect(line({ answers })).toBe(
    `Cleared by Hana Bílá for the Mission to the EU in place of Marek Vlk, ${WHEN}.`,
  );
});

test("silence is said first, with the desk whose silence it was", () => {
  const answers = [answer("Embassy", "Jana Malá"), answer("Mission to NATO", null)];
  expect(line({ answers, manner: "by silence" })).toBe(
    `Cleared by silence of the Mission to NATO and Jana Malá for the Embassy, ${WHEN}.`,
  );
});

test("a release says that it is one, and whether it was reported", () => {
  const released = { manner: "released by the head of mission", clearedBy: "Karel Novák" } as const;
  expect(line(released)).toBe(
    `Released by Karel Novák, head of mission, ${WHEN}. To be reported afterwards.`,
  );
  const report = { on: "2026-11-07", to: "Tomáš Beran" } as const;
  expect(line({ ...released, report })).toBe(
    `Released by Karel Novák, head of mission, ${WHEN}. Reported to Tomáš Beran on Sat 7 Nov.`,
  );
});

test("in another year the line says of which year it is", () => {
  const status = statusOfText(text, [clearanceOf(text, {})]);
  expect(statusLine(status, "Europe/Prague", "2027-01-04")).toContain("Fri 6 Nov 2026, 16:05 in Washington");
});

test("whoever cleared an own draft is named", () => {
  const answers = [
    answer("Embassy", "Jana Malá", { isOwnDraft: true }),
    answer("Ministry desk", "Tomáš Beran"),
  ];
  expect(line({ answers, isOwnDraft: true })).toContain(" Jana Malá wrote part of the text.");
});

test("a clearance of one clearer without desks names the side", () => {
  expect(line({})).toBe(`Cleared by Tomáš Beran for the ministry, ${WHEN}.`);
});
