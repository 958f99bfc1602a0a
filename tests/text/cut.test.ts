import fc from "fast-check";
import { expect, test } from "vitest";
import { atWord } from "#app/text/cut.ts";

test("a title that is too long is cut at a word, with an ellipsis, and one that fits stays", () => {
  expect(atWord("Staff briefing", 14)).toBe("Staff briefing");
  expect(atWord("Staff briefing, Foreign Relations", 17)).toBe("Staff briefing…");
  expect(atWord("Staff briefing with Jana", 15)).toBe("Staff briefing…");
  expect(atWord("Staff briefing with Jana", 14)).toBe("Staff…");
  expect(atWord("Verteidigungsausschuss", 10)).toBe("Verteidig…");
  expect(atWord("🗞🗞🗞🗞", 3)).toBe("🗞🗞…");
});

test("what is cut is never longer than allowed, and begins as the text does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 60 }), (text, most) => {
      const cut = atWord(text, most);
      expect([...cut].length).toBeLessThanOrEqual(most);
      if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
});
