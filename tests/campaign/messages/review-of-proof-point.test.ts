import { expect, test } from "vitest";
import { staleReadMe } from "#app/campaign/messages/library/format-library.ts";
import { nextReviewBy, reviewState } from "#app/campaign/messages/proof-points/stale-evidence.ts";
import { isWebAddress } from "#app/text/text-limits.ts";
import { staleSince } from "#app/time/as-of.ts";
import {
  library,
  libraryMessage,
  libraryObjection,
  libraryProofPoint,
} from "../../support/builders/library.ts";

test("a proof point is stale from the day after its review date", () => {
  expect(reviewState("2026-11-24", "2026-11-24")).toEqual({ state: "due soon", days: 0 });
  expect(reviewState("2026-11-24", "2026-11-25")).toEqual({ state: "stale", days: 1 });
  expect(reviewState("2026-03-31", "2026-11-10")).toEqual({ state: "stale", days: 224 });
  const today = ["2026-11-24", "2026-11-25", "2026-11-30"] as const;
  const said = today.map((day) => staleSince("2026-11-24", day));
  expect(said).toEqual(["", "stale since Wed 25 Nov", "stale since Wed 25 Nov"]);
});

test("a review is due soon in the sixty days before it", () => {
  expect(reviewState("2027-01-23", "2026-11-24")).toEqual({ state: "due soon", days: 60 });
  expect(reviewState("2027-01-24", "2026-11-24")).toEqual({ state: "current", days: 61 });
  expect(reviewState(null, "2026-11-24")).toEqual({ state: "no review needed" });
});

test("the next review is offered as far off as the last one was, from a month to two years", () => {
  expect(nextReviewBy("2026-03-31", "2025-03-31", "2026-11-24")).toBe("2027-11-24");
  expect(nextReviewBy("2026-03-31", "2026-03-30", "2026-11-24")).toBe("2026-12-24");
  expect(nextReviewBy("2029-06-30", "2022", "2026-11-24")).toBe("2028-11-23");
  expect(nextReviewBy(null, "2022", "2026-11-24")).toBeNull();
});

test("only an address of the web is one that a page may link to", () => {
  expect(["https://nato.int/a?b=c", "http://eeas.europa.eu/csdp/"].every(isWebAddress)).toBe(true);
  const refused = [
    "",
    "nato.int",
    "javascript:alert(1)",
    "https:nato.int",
    "https://",
    "https://a b.int/",
    "ftp://a.int/",
  ];
  expect(refused.filter(isWebAddress)).toEqual([]);
});

test("beside the files stands what is stale, and what leans on it", () => {
  const given = library({
    proofPoints: [libraryProofPoint({ reviewBy: "2026-03-31" })],
    messages: [libraryMessage({ proofPoints: ["P1"] })],
    objections: [libraryObjection({ proofPoints: ["P1"] })],
  });
  expect(staleReadMe(given, "2026-03-31")).toBeNull();
  const text = staleReadMe(given, "2026-04-01") ?? "";
  expect(text.split("\n")).toEqual([
    "# Stale evidence",
    "",
    expect.stringMatching(/^- .*P1.*: .* Used by: message 1, the reply to O1\.$/),
    "",
    "Review these before anyone uses them. An import ignores this file.",
    "",
  ]);
  const alone = { ...given, messages: [], objections: [] };
  expect(staleReadMe(alone, "2026-04-01")).not.toContain("Leaning");
});
