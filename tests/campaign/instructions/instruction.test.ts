import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkDays,
  instructionState,
  isBinding,
  redLinesOf,
} from "#app/campaign/instructions/instruction.ts";

const today = "2026-11-12";

test("an instruction is open until it is answered or its last day is over", () => {
  const open = { answeredAt: null, expiresOn: "2026-11-12" } as const;
  expect(instructionState(open, today)).toBe("open");
  expect(instructionState(open, "2026-11-13")).toBe("expired");
  expect(instructionState({ ...open, expiresOn: null }, "2027-11-13")).toBe("open");
  expect(instructionState({ ...open, answeredAt: new Date() }, "2026-11-13")).toBe("answered");
});

test("its red lines bind until its last day, answered or not", () => {
  expect(isBinding({ expiresOn: "2026-11-12" }, today)).toBe(true);
  expect(isBinding({ expiresOn: "2026-11-11" }, today)).toBe(false);
  expect(isBinding({ expiresOn: null }, today)).toBe(true);
});

test("red lines are one a line, without dashes and empty lines, and read again they are the same", () => {
  expect(redLinesOf("No figure - no date\n-1 %")).toEqual(["No figure - no date", "-1 %"]);
  expect(redLinesOf("- No figure\n\n  • no date  \nžádná čísla\n")).toEqual([
    "No figure",
    "no date",
    "žádná čísla",
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const lines = redLinesOf(text);
      expect(lines.every((line) => line !== "" && line === line.trim())).toBe(true);
    }),
  );
});

test("an instruction was received today or before, and expires no earlier", () => {
  expect(checkDays({ receivedOn: today, expiresOn: today }, today)).toEqual({ ok: true });
  expect(checkDays({ receivedOn: "2026-11-13", expiresOn: null }, today)).toEqual({
    ok: false,
    reason: "received-in-the-future",
  });
  expect(checkDays({ receivedOn: today, expiresOn: "2026-11-11" }, today)).toEqual({
    ok: false,
    reason: "expires-before-received",
  });
});
