import { expect, test } from "vitest";
import { type BriefReply, type BriefText, fitToOnePage } from "#app/domain/outreach-events/brief.ts";

const words = (count: number) => "word ".repeat(count).trim();
const reply = (objection: string, timesHeard: number, length = 30): BriefReply => ({
  objection,
  reply: words(length),
  footnotes: [],
  isDifficultQuestion: false,
  timesHeard,
  stale: [],
});
const brief: BriefText = {
  told: [],
  asked: [],
  owed: [],
  points: [1, 2, 3].map((messageNumber) => ({ text: words(30), footnotes: [], messageNumber })),
  ifRaised: [reply("Duplication", 9), reply("Protectionism", 2), reply("Look at your own budget", 5)],
  avoid: ["The bare word."],
  sources: [],
  head: ["Dirksen Building", "Jana Malá", "Claire Hadley", ""],
};

test("a brief that fits is shown whole", () => {
  expect(fitToOnePage(brief)).toEqual({ text: brief, leftOut: [], isTooLong: false });
});

test("when it does not fit, the objection heard least is left out first, and named", () => {
  const longer = (count: number) => ({
    ...brief,
    points: brief.points.map((point) => ({ ...point, text: words(count) })),
  });
  const fitted = Array.from({ length: 300 }, (_, count) => fitToOnePage(longer(count))).find(
    (one) => one.leftOut.length > 0,
  );
  if (!fitted) throw new Error("Nothing was left out.");
  expect(fitted.leftOut).toEqual(["“Protectionism” (heard least)"]);
  expect(fitted.text.ifRaised.map((one) => one.objection)).toEqual([
    "Duplication",
    "Look at your own budget",
  ]);
  expect(fitted.isTooLong).toBe(false);
});

test("objections go before questions, questions before promises, and points stay", () => {
  const day = "2026-09-24";
  const asked = Array.from({ length: 6 }, () => ({ who: "Marcus Bell", words: words(30), code: "O1", day }));
  const owed = Array.from({ length: 6 }, () => ({
    what: words(30),
    toWhom: "Marcus Bell",
    dueOn: day,
    owner: null,
  }));
  const points = Array.from({ length: 6 }, () => ({ text: words(80), footnotes: [], messageNumber: 1 }));
  const fitted = fitToOnePage({ ...brief, asked, owed, points });
  expect(fitted.text.ifRaised).toEqual([]);
  expect(fitted.text.points).toHaveLength(6);
  expect(fitted.leftOut.slice(0, 3).every((what) => what.endsWith("(heard least)"))).toBe(true);
});

test("a paper whose points alone are longer than a page says so", () => {
  const points = Array.from({ length: 6 }, () => ({ text: words(400), footnotes: [], messageNumber: null }));
  const fitted = fitToOnePage({ ...brief, points });
  expect(fitted.isTooLong).toBe(true);
  expect(fitted.text.points).toHaveLength(6);
});
