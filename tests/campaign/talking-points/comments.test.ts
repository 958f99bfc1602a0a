import { expect, test } from "vitest";
import {
  type Comment,
  countOpen,
  placeOfComment,
  quoteOf,
  threadsOf,
} from "#app/campaign/talking-points/clearing/comments.ts";
import { block, paper } from "../../support/builders/paper.ts";

const point = block("Most allies meet the guideline.", { id: "point" });
const avoid = block("Never say exit.", { id: "avoid", section: "avoid" });
const text = paper([block("First.", { id: "first" }), point, avoid]);

function comment(id: string, given: Partial<Comment> = {}): Comment {
  return {
    id,
    blockId: "point",
    answersId: null,
    quote: point.text,
    text: "Needs a figure and a date.",
    side: "embassy",
    madeById: "petr",
    madeBy: "Tomáš Beran",
    madeAt: new Date("2026-11-06T21:05:00.000Z"),
    resolvedBy: null,
    resolvedAt: null,
    ...given,
  };
}

test("a comment is on a point by its number, on a section, or on the paper", () => {
  expect(placeOfComment(comment("a"), text)).toEqual({ words: "on point 2", isChanged: false });
  expect(placeOfComment(comment("a", { blockId: "avoid", quote: avoid.text }), text).words).toBe(
    "on “Avoid”",
  );
  expect(placeOfComment(comment("a", { blockId: null, quote: "" }), text).words).toBe("on the paper");
});

test("a comment outlives what it was on: the words as they were are kept", () => {
  const changed = paper([{ ...point, text: "All allies meet it." }]);
  expect(placeOfComment(comment("a"), changed)).toEqual({ words: "on point 1", isChanged: true });
  expect(placeOfComment(comment("a"), paper([]))).toEqual({
    words: "on a point that was removed",
    isChanged: true,
  });
  expect(quoteOf("x".repeat(500))).toHaveLength(400);
});

test("open comments come first and are counted; replies go with their comment", () => {
  const resolved = comment("done", { resolvedAt: new Date(), resolvedBy: "Jana" });
  const all = [resolved, comment("open"), comment("reply", { answersId: "open" })];
  expect(threadsOf(all).map((thread) => [thread.comment.id, thread.replies.length])).toEqual([
    ["open", 1],
    ["done", 0],
  ]);
  expect(countOpen(all)).toBe(1);
});
