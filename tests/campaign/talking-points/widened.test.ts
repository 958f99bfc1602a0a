import fc from "fast-check";
import { expect, test } from "vitest";
import { statusLine } from "#app/campaign/clearances/stage.ts";
import { HANDLINGS } from "#app/text/handling.ts";
import { block, clearanceOf, paper, statusOfText } from "../../support/builders/paper.ts";

const anyHandling = fc.constantFrom(...HANDLINGS);

test("a cleared text stays cleared while it travels no further, and says from what to what it was widened", () => {
  const text = paper([block("One.")]);
  fc.assert(
    fc.property(anyHandling, anyHandling, (then, handling) => {
      const status = statusOfText(text, [clearanceOf(text, { handling: then })], handling);
      const isWider = HANDLINGS.indexOf(handling) > HANDLINGS.indexOf(then);
      expect(status.status).toBe(isWider ? "changed since clearance" : "cleared");
      if (status.status !== "changed since clearance") return;
      expect(status).toMatchObject({ changes: [], widened: { from: then, to: handling } });
      expect(statusLine(status, "Europe/Prague", "2026-11-10")).toMatch(
        `CHANGED SINCE CLEARANCE. It was cleared as ${then} and is now ${handling}. Cleared by Tomáš Beran`,
      );
    }),
  );
});

test("a text that was cleared anew for a wider circle is cleared there, and is told against its own clearance", () => {
  const text = paper([block("One.")]);
  const other = paper([block("Two.")]);
  const day = (day: number) => ({ clearedAt: new Date(`2026-11-0${day}T10:00:00.000Z`) });
  const strict = clearanceOf(text, { ...day(1), id: "strict", handling: "TLP:RED" });
  const wide = clearanceOf(text, { ...day(2), id: "wide", handling: "TLP:GREEN" });
  const later = clearanceOf(other, { ...day(3), id: "later", handling: "TLP:CLEAR" });
  expect(statusOfText(text, [strict, wide, later], "TLP:AMBER")).toMatchObject({ clearance: { id: "wide" } });
  expect(statusOfText(text, [strict, later], "TLP:AMBER")).toMatchObject({
    status: "changed since clearance",
    clearance: { id: "strict" },
    widened: { from: "TLP:RED", to: "TLP:AMBER" },
  });
  expect(statusOfText(text, [clearanceOf(text, { handling: "" })], "TLP:RED").status).not.toBe("cleared");
});
