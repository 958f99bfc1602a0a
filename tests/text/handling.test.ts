import { expect, test } from "vitest";
import { roleLabel } from "#app/campaign/contacts/contact.ts";
import { hangsOnCongress } from "#app/campaign/new-congress/next-congress.ts";
import {
  explainHandling,
  explainWidened,
  HANDLINGS,
  isAtLeastAsStrict,
  narrowestHandling,
  widenedSince,
} from "#app/text/handling.ts";

test("of two marks the narrower is at least as strict, and none only as none", () => {
  for (const [at, cleared] of HANDLINGS.entries())
    for (const [now, present] of HANDLINGS.entries())
      expect(isAtLeastAsStrict(present, cleared)).toBe(now <= at);
  expect(isAtLeastAsStrict("", "")).toBe(true);
  expect(isAtLeastAsStrict("", "TLP:CLEAR")).toBe(false);
  expect(isAtLeastAsStrict("TLP:RED", "")).toBe(false);
});

test("what is made of several travels as the narrowest of them", () => {
  expect(narrowestHandling(["TLP:GREEN", "TLP:AMBER", "TLP:CLEAR"])).toBe("TLP:AMBER");
  expect(narrowestHandling(["TLP:CLEAR"])).toBe("TLP:CLEAR");
});

test("a text that travels further than it was cleared for says from what to what", () => {
  expect(widenedSince("TLP:AMBER", "TLP:RED")).toBeNull();
  expect(widenedSince("TLP:AMBER", "TLP:GREEN")).toEqual({ from: "TLP:AMBER", to: "TLP:GREEN" });
  expect(explainWidened({ from: "TLP:AMBER", to: "TLP:GREEN" })).toBe(
    "It was cleared as TLP:AMBER and is now TLP:GREEN.",
  );
  expect(explainWidened({ from: "", to: "TLP:AMBER" })).toBe(
    "It was cleared without a handling mark and is now TLP:AMBER.",
  );
});

test("each mark has its meaning, and no mark none", () => {
  expect([...HANDLINGS, "" as const].map(explainHandling)).toEqual([
    "For named people only",
    "Within the service only, need-to-know",
    "Need to know only",
    "For partners, not for publication",
    "May be passed on to anyone",
    "",
  ]);
});

test("a role stands with a capital, and an audience of Congress hangs on its Congress", () => {
  expect([roleLabel("opens doors"), roleLabel(null)]).toEqual(["Opens doors", ""]);
  expect(["congressional committee", "press"].map(hangsOnCongress)).toEqual([true, false]);
});
