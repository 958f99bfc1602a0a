import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMarks, plainWords } from "#app/text/marks.ts";
import { type MarkToPut, putMark } from "#app/ui/enhance/put-mark.ts";

/** The text with its selection between bars. */
function put(typed: string, mark: MarkToPut): string {
  const start = typed.indexOf("|");
  const end = typed.lastIndexOf("|") - 1;
  const { text, start: from, end: to } = putMark({ text: typed.replaceAll("|", ""), start, end }, mark);
  return `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;
}
const STRONG = { mark: "**" } as const;

test("stars go around the selected words and off again, blanks stay outside", () => {
  expect(put("a |word| b", STRONG)).toBe("a **|word|** b");
  expect(put("a **|word|** b", STRONG)).toBe("a |word| b");
  expect(put("a| word |b", STRONG)).toBe("a **|word|** b");
  expect(put("a ||b", STRONG)).toBe("a **||**b");
});

test("emphasis and strong go on and off without one another", () => {
  expect(put("**|word|**", { mark: "*" })).toBe("***|word|***");
  expect(put("***|word|***", { mark: "*" })).toBe("**|word|**");
  expect(put("***|word|***", STRONG)).toBe("*|word|*");
  expect(put("*|word|*", STRONG)).toBe("***|word|***");
});

test("several lines get their stars line by line", () => {
  expect(put("|one\n\n two|", STRONG)).toBe("|**one**\n\n **two**|");
});

test("a link waits for its address, a footnote stands after the words", () => {
  expect(put("see |NATO|.", { mark: "link" })).toBe("see [NATO](|https://|).");
  expect(put("It is |3 %|.", { mark: "footnote", code: "P3" })).toBe("It is 3 %[^P3]||.");
});

test("the words stay what they were, whatever is marked in plain text", () => {
  const plain = fc.stringMatching(/^[a-zšč .,]{1,30}$/).filter((text) => text.trim() === text);
  fc.assert(
    fc.property(
      plain,
      fc.nat(),
      fc.nat(),
      fc.constantFrom("**" as const, "*" as const),
      (text, a, b, mark) => {
        const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y);
        const marked = putMark({ text, start: start ?? 0, end: end ?? 0 }, { mark });
        if (text.slice(start, end).trim() === "") return;
        expect(plainWords(marked.text)).toBe(text);
        expect(
          parseMarks(marked.text).some((run) => run.kind === "words" && (run.isStrong || run.isEmphasis)),
        ).toBe(true);
        expect(putMark(marked, { mark }).text).toBe(text);
      },
    ),
  );
});
