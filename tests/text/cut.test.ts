import fc from "fast-check";
import { expect, test } from "vitest";
import { atWord } from "#app/text/cut.ts";
import { inWords } from "#app/text/in-words.ts";

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

test("names that have a comma themselves are kept apart by semicolons, two by a comma where the first has one", () => {
  expect(inWords(["Petr", "Jana", "Eva"])).toBe("Petr, Jana and Eva");
  expect(inWords(["House Armed Services, majority staff", "Pentagon, NATO policy"])).toBe(
    "House Armed Services, majority staff, and Pentagon, NATO policy",
  );
  expect(inWords(["Petr", "State, European bureau", "Eva"])).toBe("Petr; State, European bureau; and Eva");
  expect(inWords(["Pentagon, NATO policy"])).toBe("Pentagon, NATO policy");
});
