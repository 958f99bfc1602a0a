import fc from "fast-check";
import { expect, test } from "vitest";
import { contentLine, textValue } from "#app/campaign/calendar-files/writing/icalendar-line.ts";

const encoder = new TextEncoder();

/** Anything that somebody may have typed or pasted, signs that break files first. */
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        "\r",
        "\n",
        "\r\n",
        ";",
        ",",
        "\\",
        "\\n",
        ":",
        '"',
        "\t",
        " ",
        "ž",
        "Ř",
        "👩‍👩‍👧",
        "\u2028",
        "\u0000",
        "\u0085",
        "\ud83d",
        "BEGIN:VEVENT",
        "a",
      ),
      { maxLength: 120 },
    )
    .map((parts) => parts.join("")),
);

/** What a reader makes of it, by the words of RFC 5545, section 3.1. */
function unfolded(text: string): string {
  return text.replaceAll("\r\n ", "");
}

test("every line has 75 octets at most, and unfolds to what was written", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = contentLine("SUMMARY", textValue(text));
      expect(written.endsWith("\r\n")).toBe(true);
      for (const line of written.slice(0, -2).split("\r\n")) {
        expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
      }
      expect(unfolded(written)).toBe(`SUMMARY:${textValue(text)}\r\n`);
    }),
    { numRuns: 2_000 },
  );
});

test("a text stays in its own property, whatever is in it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(textValue(text)).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029]/u);
      expect(textValue(text).replaceAll(/\\[\\;,n]/g, "")).not.toMatch(/[\\;,]/);
    }),
    { numRuns: 2_000 },
  );
});

test("a text of letters comes back as it was", () => {
  const back = (value: string) =>
    value.replaceAll(/\\([\\;,n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign));
  fc.assert(
    fc.property(anyText, (text) => {
      const plain = text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, (sign) => (sign === "\n" ? sign : ""));
      expect(back(textValue(plain))).toBe(plain);
    }),
  );
});

test("Czech letters are cut between, never through them", () => {
  const written = contentLine("SUMMARY", "Příliš žluťoučký kůň úpěl ďábelské ódy ".repeat(5));
  expect(written.split("\r\n")[0]).toBe("SUMMARY:Příliš žluťoučký kůň úpěl ďábelské ódy Příliš žl");
});

test("commas, semicolons, backslashes and line ends are escaped", () => {
  expect(textValue("SFRC; staff, room 419\\A\r\nbring ID")).toBe("SFRC\\; staff\\, room 419\\\\A\\nbring ID");
});
