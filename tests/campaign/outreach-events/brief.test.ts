import fc from "fast-check";
import { expect, test } from "vitest";
import { fitToOnePage, insteadOfRows, leftOutSentence } from "#app/campaign/brief/one-page.ts";
import {
  askedInWords,
  type BriefReply,
  type BriefText,
  citedSources,
  type LastTold,
  owedInWords,
  sameWordsToday,
  wordsLead,
} from "#app/campaign/outreach-events/brief.ts";
import type { CalendarDate } from "#app/time/wall-time.ts";

const DAY: CalendarDate = "2026-09-24";
const words = (count: number) => "word ".repeat(count).trim();
const reply = (objection: string, timesHeard: number): BriefReply => ({
  objection,
  words: words(30),
  note: "",
  footnotes: [timesHeard],
  endNotes: [timesHeard],
  isDifficultQuestion: false,
  timesHeard,
  stale: [],
});
const point = (length: number, messageNumber: number) => ({
  text: words(length),
  footnotes: [],
  endNotes: [],
  marks: [],
  messageNumber,
});
const brief: BriefText = {
  title: "Staff briefing",
  head: {
    status: "NOT CLEARED",
    where: "Dirksen Building",
    link: "",
    fromUs: "Jana Malá",
    with: "Claire Hadley",
    ask: "One question",
  },
  told: [],
  openly: [],
  asked: [],
  owed: [],
  points: [point(30, 1), point(31, 2), point(32, 3)],
  ifRaised: [
    reply("Third pole", 1),
    reply("Duplication", 9),
    reply("Protectionism", 2),
    reply("Own budget", 5),
  ],
  avoid: ["The bare word."],
  sources: [1, 2, 5, 7].map((number) => ({ number, text: `P${number}` })),
};

test("a brief that fits is shown whole", () => {
  const { text, leftOut, size } = fitToOnePage(brief);
  expect(text.ifRaised).toEqual(brief.ifRaised);
  expect(leftOutSentence(leftOut)).toBeNull();
  expect(size).toBe("one page");
});

test("when it does not fit, the objections heard least are left out and named; the others keep their order", () => {
  const longer = (length: number) => ({ ...brief, points: [1, 2, 3].map((number) => point(length, number)) });
  const fitted = Array.from({ length: 300 }, (_, length) => fitToOnePage(longer(length)));
  const first = fitted.find(({ leftOut }) => leftOut.objections.length > 0);
  expect(first?.text.ifRaised.map(({ objection }) => objection)).toEqual(["Duplication", "Own budget"]);
  expect(first && leftOutSentence(first.leftOut)).toBe(
    "To save space, this brief leaves out the objections heard least (Third pole, Protectionism).",
  );
});

test("notes to the speaker go before anything else, but where there is nothing else to go by", () => {
  const noted = [
    { ...reply("Duplication", 9), note: words(200) },
    { ...reply("Own budget", 5), words: "", note: words(30) },
  ];
  expect(fitToOnePage({ ...brief, ifRaised: noted }).text.ifRaised).toEqual(noted);
  const { text, leftOut } = fitToOnePage({ ...brief, ifRaised: noted, points: [point(400, 1)] });
  expect(text.ifRaised.map(({ note }) => note)).toEqual(["", words(30)]);
  expect(leftOutSentence(leftOut)).toBe("To save space, this brief leaves out notes to the speaker.");
});

test("under a heading whose rows were all left out it says so, and never that there are none", () => {
  const owed = [{ what: "Send the tables", toWhom: null, dueOn: DAY, owner: null }];
  const { text, leftOut } = fitToOnePage({ ...brief, owed, points: [point(3000, 1)] });
  expect(text.owed).toEqual([]);
  expect(insteadOfRows(leftOut.promises, "Nothing.")).toBe("Left out to save space.");
  expect(insteadOfRows(0, "Nothing.")).toBe("Nothing.");
});

test("an objection that was ticked is told by its name; only words that were logged are a quotation", () => {
  const objection = { code: "O9", name: "Look at your own budget" };
  expect(askedInWords({ who: "Claire Hadley", objection, said: "" })).toBe(
    "Claire Hadley raised: Look at your own budget",
  );
  expect(askedInWords({ who: "Claire Hadley", objection, said: "Which year?" })).toBe(
    "Claire Hadley raised: Look at your own budget. “Which year?”",
  );
  expect(askedInWords({ who: null, objection: null, said: "Which year?" })).toBe("They asked: “Which year?”");
});

test("a promise ends in one full stop, however it was typed", () => {
  expect(owedInWords({ what: "Send the sheet by Friday.", toWhom: null })).toBe("Send the sheet by Friday.");
  expect(owedInWords({ what: "Send the sheet.", toWhom: "Bell" })).toBe("Send the sheet, to Bell.");
  expect(owedInWords({ what: "Send the sheet", toWhom: null })).toBe("Send the sheet.");
});

test("something of each part stays as long as it can, and the points always do", () => {
  const asked = Array.from({ length: 6 }, () => ({
    who: "Marcus Bell",
    objection: { code: "O1", name: "Duplication" },
    said: words(30),
    day: DAY,
  }));
  const owed = Array.from({ length: 6 }, () => ({
    what: words(20),
    toWhom: "Bell",
    dueOn: DAY,
    owner: null,
  }));
  const points = Array.from({ length: 6 }, (_, index) => point(40, index + 1));
  const { text, leftOut, size } = fitToOnePage({ ...brief, asked, owed, points });
  expect(size).toBe("one page");
  expect(text.points).toHaveLength(6);
  expect(Math.min(text.ifRaised.length, text.asked.length, text.owed.length)).toBeGreaterThan(0);
  expect(leftOut).toMatchObject({ questions: 6 - text.asked.length, promises: 6 - text.owed.length });
});

test("what each of them asked last stays, before lines for handwriting and older questions", () => {
  const ask = (who: string, said: string) =>
    ({
      ...{ who, objection: null, day: DAY },
      said: `${said} ${words(30)}`,
    }) as const;
  const asked = [
    ...["first", "second", "third"].map((said) => ask("Marcus Bell", said)),
    ask("Claire Hadley", "only"),
  ];
  for (const length of [10, 30, 50, 70, 90, 130]) {
    const points = Array.from({ length: 6 }, (_, index) => point(length, index + 1));
    const { text } = fitToOnePage({ ...brief, asked, points });
    const kept = text.asked.map(({ who, said }) => `${who}: ${said.split(" ")[0]}`);
    expect(kept.slice(0, 2)).toEqual(["Marcus Bell: first", "Claire Hadley: only"]);
  }
});

test("whatever is cut, nothing is lost silently and the points stay", () => {
  const length = fc.integer({ min: 1, max: 200 });
  fc.assert(
    fc.property(
      fc.array(length, { maxLength: 6 }),
      fc.array(length, { maxLength: 12 }),
      (points, replies) => {
        const whole = {
          ...brief,
          points: points.map(point),
          ifRaised: replies.map((count, index) => ({
            ...reply(`Objection ${index}`, index),
            words: words(count),
          })),
        };
        const { text, leftOut } = fitToOnePage(whole);
        expect(text.points).toEqual(whole.points);
        expect(text.ifRaised.length + leftOut.objections.length).toBe(whole.ifRaised.length);
      },
    ),
  );
});

test("points that alone are longer than a page are set smaller, and then run on to a second", () => {
  const sized = (length: number) =>
    fitToOnePage({ ...brief, points: Array.from({ length: 6 }, (_, index) => point(length, index + 1)) })
      .size;
  expect(sized(50)).toBe("one page");
  expect(sized(95)).toBe("one page, set smaller");
  expect(sized(130)).toBe("more than one page");
  expect(sized(400)).toBe("more than one page");
});

test("words that stand in today's points again are pointed to, others are named", () => {
  const told: LastTold = {
    messageNumber: 2,
    title: "",
    words: words(31),
    wording: "as written",
    revision: 4,
    day: DAY,
    by: "Petr Dvořák",
    receptions: [{ score: 1, whom: "the room" }],
  };
  expect(sameWordsToday(told, brief.points)).toBe(2);
  expect(sameWordsToday({ ...told, words: "Other words" }, brief.points)).toBeNull();
  const sense = { ...told, wording: "in other words" as const };
  expect([wordsLead(told, 2), wordsLead(told, null)]).toEqual(["The same words as point 2 today", ""]);
  expect([wordsLead(sense, 2), wordsLead(sense, null)]).toEqual([
    "The same sense as point 2 today",
    "The sense of: ",
  ]);
  expect(wordsLead({ ...sense, words: "" }, null)).toBe("The words were not recorded");
});

test("only the sources of what is shown are listed", () => {
  expect(citedSources(brief).map(({ number }) => number)).toEqual([1, 2, 5]);
});
