import fc from "fast-check";
import { expect, test } from "vitest";
import { campaignSlug, freeSlug } from "#app/campaign/campaigns/store.server.ts";

test("a name becomes lower-case words without accents, cut between words", () => {
  expect(campaignSlug("Černé moře: Black Sea security")).toBe("cerne-more-black-sea-security");
  expect(campaignSlug("European strategic autonomy in Washington")).toBe("european-strategic-autonomy-in");
});

test("a name without letters of the alphabet is a campaign, and one long word is cut", () => {
  expect(campaignSlug("防衛")).toBe("campaign");
  expect(campaignSlug("a".repeat(60))).toBe("a".repeat(40));
});

test("a slug is always safe in an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      expect(campaignSlug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(campaignSlug(name).length).toBeLessThanOrEqual(40);
    }),
  );
});

test("a slug that is taken gets the first free number", () => {
  expect(freeSlug("Cyber", [])).toBe("cyber");
  expect(freeSlug("Cyber", ["cyber", "cyber-2"])).toBe("cyber-3");
});
