import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText, textHash } from "#app/text/text-hash.ts";

test("the hash is the SHA-256 of the canonical text in UTF-8", () => {
  const text = ["talking points", "Dvořák", null, 6, ["a"]];
  const expected = createHash("sha256").update(canonicalText(text), "utf8").digest("hex");
  expect(textHash(text)).toBe(expected);
});

test("texts cut differently are different texts", () => {
  expect(textHash(["ab", "c"])).not.toBe(textHash(["a", "bc"]));
  expect(textHash(["a", ["b"]])).not.toBe(textHash([["a"], "b"]));
  expect(textHash(["a", ""])).not.toBe(textHash(["a"]));
  expect(textHash(["null"])).not.toBe(textHash([null]));
});

test("quotation marks and half a surrogate pair cannot imitate another text", () => {
  expect(textHash(['a","b'])).not.toBe(textHash(["a", "b"]));
  expect(textHash(["\ud800"])).not.toBe(textHash(["\\ud800"]));
  expect(textHash(["\ud800"])).not.toBe(textHash(["\ufffd"]));
});

test("CRLF is LF wherever it stands, and nothing else is normalised", () => {
  expect(textHash(["a\r\nb\r\n"])).toBe(textHash(["a\nb\n"]));
  expect(textHash(["é"])).not.toBe(textHash(["e\u0301"]));
  expect(textHash(["a "])).not.toBe(textHash(["a"]));
});

test("two texts have one hash exactly when they are one but for CRLF", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "a", "a\r\nb", "a\nb", "a\rb"));
  fc.assert(
    fc.property(fc.array(text), fc.array(text), (one, other) => {
      const withLf = (texts: string[]) => JSON.stringify(texts.map((each) => each.replaceAll("\r\n", "\n")));
      expect(textHash(one) === textHash(other)).toBe(withLf(one) === withLf(other));
    }),
  );
});
