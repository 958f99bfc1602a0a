import fc from "fast-check";
import type { Library } from "#app/campaign/messages/library/library.ts";
import { tidyLine, tidyText } from "#app/campaign/messages/library/library-file.ts";
import { libraryMessage, libraryObjection, libraryProofPoint, librarySource } from "./library.ts";

const word = fc.constantFrom(
  "roads",
  "mosty",
  "Černý",
  "3.19 %",
  "a:b",
  "- not a list",
  "# no title",
  "\\",
  "NATO’s",
  "“so”",
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => tidyLine(`x ${words.join(" ")}`));
const text = fc
  .array(fc.oneof(line, word, fc.constant("")), { minLength: 1, maxLength: 5 })
  .map((lines) => tidyText(lines.join("\n")))
  .filter((words) => words !== "");
const figure = fc.record({
  what: fc.constantFrom("US share of GDP, 2024", "Allies at 2 %"),
  value: fc.constantFrom("3.38 %", "3.19 %", "22"),
  edition: fc.constantFrom("NATO, mid-2024", "NATO, April 2025"),
});

/** The audiences that the framings of such a library are for. */
export const AUDIENCES = ["State, European bureau", "House Armed Services, majority", "Český spolek (Praha)"];

/** A library of two messages with framings, two proof points, an objection and a source, in whatever words. */
export const arbitraryLibrary: fc.Arbitrary<Library> = fc
  .record({
    texts: fc.array(text, { minLength: 10, maxLength: 10 }),
    lines: fc.array(line, { minLength: 3, maxLength: 3 }),
    figures: fc.array(figure, { maxLength: 3 }),
    framed: fc.subarray(AUDIENCES),
  })
  .map(({ texts, lines, figures, framed }) => {
    const [a = "x", b = "x", c = "x", d = "x", e = "x", f = "x", g = "x", h = "x", i = "x"] = texts;
    const [title = "x", name = "x", source = "x"] = lines;
    return {
      messages: [
        libraryMessage({
          title,
          statement: a,
          talkingPoint: b,
          avoid: c,
          note: d,
          effectiveFrom: "2026-02-02",
        }),
        libraryMessage({ number: 2, statement: e, objections: [], proofPoints: ["P2", "P1"] }),
      ],
      framings: framed.map((audience, at) => ({ message: (at % 2) + 1, audience, text: f })),
      objections: [libraryObjection({ name, says: g, wordsToSay: h, noteToSpeaker: a })],
      proofPoints: [
        libraryProofPoint({ claim: i, figures }),
        libraryProofPoint({ code: "P2", caveat: a, reviewBy: null, disclosure: "internal" }),
      ],
      sources: [librarySource({ title: source })],
    };
  });
